import { APPEAL, type Appealed, type AppealFacts } from '~/domain/case/appeal'
import { addDays, type Day, dayInVietnam, toDay } from '~/domain/time/day'
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
  // What intake refuses has no decision: the day stands on form 03.
  letters: { where: { kind: 'refusal_of_dossier' }, select: { issuedDay: true }, take: 1 },
} satisfies Prisma.CaseFileSelect

type AppealedRow = Prisma.CaseFileGetPayload<{ select: typeof APPEALED }>

/**
 * The facts of a case as an appeal of it is judged. The day of the decision is not counted; a last day that is off moves
 * to the next working day (Civil Code 2015, Arts 147, 148); beyond the published calendar it stays where it is.
 */
export async function appealFactsOf(
  row: AppealedRow,
): Promise<AppealFacts & { decidedOn: Day | null; what: Appealed | null }> {
  const [decision, letter] = [row.decisions[0], row.letters[0]]
  const decidedOn = decision ? dayInVietnam(decision.decidedAt) : letter ? toDay(letter.issuedDay) : null
  const due = decidedOn ? deadline(await calendar(), { received: decidedOn, limit: APPEAL.days, unit: 'day' }) : null
  return {
    what: decision ? 'decision' : letter ? 'dossier' : null,
    refused: decision ? decision.outcome === 'refused' : letter ? true : null,
    lastDay: decidedOn && (due?.ok ? due.value.due : addDays(decidedOn, APPEAL.days)),
    appealed: row.appeal !== null,
    isAppeal: row.appealOfId !== null,
    decidedOn,
  }
}
