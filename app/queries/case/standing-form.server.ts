import { conditionsMark } from '~/domain/case/condition'
import { db } from '~/infra/db.server'

type Values = Record<string, string>

/**
 * What stands in a case where a form about it has fields: what a form that came too late is compared with. Forms about
 * what is not kept as fields have the case's version alone.
 */
export async function standingForm(number: string, form: string): Promise<Values | null> {
  const row = await db().caseFile.findUnique({
    where: { number },
    select: {
      id: true,
      version: true,
      officialCode: true,
      officerId: true,
      recommendations: { orderBy: { proposedAt: 'desc' }, take: 1 },
      decisions: { orderBy: { decidedAt: 'desc' }, take: 1 },
    },
  })
  if (!row) return null
  const [proposal] = row.recommendations
  const [decision] = row.decisions
  const version = String(row.version)
  if (form === 'receive') return { version, officialCode: row.officialCode ?? '' }
  if (form === 'assign' || form === 'hand-over') return { version, officerId: row.officerId ?? '' }
  if (form === 'recommend' && proposal) {
    const { outcome, reasonCode, text } = proposal
    return { version, outcome, text, reason: reasonCode ?? '' }
  }
  if (form === 'review' && proposal?.review) {
    return { version, verdict: proposal.review, text: proposal.reviewText ?? '' }
  }
  if (form === 'close') {
    const conditions = await db().decisionCondition.findMany({
      where: { caseId: row.id },
      orderBy: { position: 'asc' },
    })
    return { version, seenConditions: conditionsMark(conditions) }
  }
  if (form === 'decline' && decision) {
    return { version, reason: decision.reasonCode ?? '', text: decision.text ?? '' }
  }
  return { version }
}
