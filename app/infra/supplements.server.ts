import { type Accepted, SUPPLEMENT_STAGES, type SupplementFacts, type SupplementItem } from '~/domain/case/supplement'
import { checksOf } from './case-checks.server'
import type { CaseRecord } from './case-record.server'
import type { Prisma } from './prisma/client'

type Reader = Pick<Prisma.TransactionClient, 'supplement' | 'caseCheck'>

export const itemsOf = (items: Prisma.JsonValue): SupplementItem[] => items as unknown as SupplementItem[]

/** The request that waits for the head's countersignature in the present stage of a case; null where none does. */
export const proposedSupplement = (reader: Pick<Prisma.TransactionClient, 'supplement'>, record: CaseRecord) =>
  reader.supplement.findFirst({ where: { caseId: record.id, stage: record.state, sentAt: null, refusedAt: null } })

/** Where a request stands; the applicant knows of those alone that were sent. */
export const supplementStanding = (row: {
  sentAt: Date | null
  refusedAt: Date | null
  answeredAt: Date | null
}): 'held_back' | 'proposed' | 'open' | 'answered' =>
  row.refusedAt ? 'held_back' : row.sentAt === null ? 'proposed' : row.answeredAt === null ? 'open' : 'answered'

/** What a new request of a case is judged by. */
export async function supplementFactsOf(reader: Reader, record: CaseRecord): Promise<SupplementFacts> {
  const checks = await checksOf(reader, record.id, 'intake')
  const proposed = await reader.supplement.count({ where: { caseId: record.id, sentAt: null, refusedAt: null } })
  const papers = checks.filter(({ answer }) => answer !== 'missing')
  return {
    sentInStage: record.supplements.filter(({ stage }) => stage === record.state).length,
    proposed: proposed > 0 && SUPPLEMENT_STAGES.some((stage) => stage === record.state),
    accepted: [
      ...papers.map(({ key, label }) => ({ key, what: label ?? key })),
      ...record.supplements
        .filter(({ answeredAt }) => answeredAt !== null)
        .flatMap(({ id, items }) =>
          itemsOf(items).map(({ what }, index): Accepted => ({ key: `${id}.${index + 1}`, what })),
        ),
    ],
  }
}
