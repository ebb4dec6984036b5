import { APPEAL, type AppealFacts } from '~/domain/case/appeal'
import { addDays, type Day, dayInVietnam } from '~/domain/time/day'
import { deadline } from '~/domain/time/deadline'
import type { Prisma } from './prisma/client'
import { calendar } from './reference.server'

/** What an appeal is judged by, of the case whose decision it is against. */
export const APPEALED = {
  id: true,
  number: true,
  organizationId: true,
  appealOfId: true,
  appeal: { select: { number: true, state: true } },
  decisions: { select: { outcome: true, decidedAt: true, decidedById: true }, orderBy: { decidedAt: 'desc' }, take: 1 },
} satisfies Prisma.CaseFileSelect

type Appealed = Prisma.CaseFileGetPayload<{ select: typeof APPEALED }>

/**
 * The facts of a case as an appeal of it is judged. The day of the decision is not counted; a last day that is off moves
 * to the next working day (Civil Code 2015, Arts 147, 148); beyond the published calendar it stays where it is.
 */
export async function appealFactsOf(row: Appealed): Promise<AppealFacts & { decidedOn: Day | null }> {
  const decision = row.decisions[0]
  const decidedOn = decision ? dayInVietnam(decision.decidedAt) : null
  const due = decidedOn ? deadline(await calendar(), { received: decidedOn, limit: APPEAL.days, unit: 'day' }) : null
  return {
    refused: decision ? decision.outcome === 'refused' : null,
    lastDay: decidedOn && (due?.ok ? due.value.due : addDays(decidedOn, APPEAL.days)),
    appealed: row.appeal !== null,
    isAppeal: row.appealOfId !== null,
    decidedOn,
  }
}
