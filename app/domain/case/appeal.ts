import type { Day } from '../time/day'
import { ok, refuse, type Verdict } from '../verdict'

/**
 * Days after the decision within which it may be appealed, and where that comes from: Law on Complaints 02/2011/QH13,
 * Art. 9. The article has not been held against the gazette here: shown as such wherever it is named.
 */
export const APPEAL = { days: 90, basis: 'Luật Khiếu nại 02/2011/QH13, Điều 9', certain: false } as const

export interface AppealFacts {
  /** Whether the decision that stands refuses; null while there is none. */
  refused: boolean | null
  /** The last day on which an appeal is in time. */
  lastDay: Day | null
  /** An appeal of the decision was submitted. */
  appealed: boolean
  /** The case is itself an appeal: its decision goes to the higher authority or the court, not here again. */
  isAppeal: boolean
}

/**
 * Whether a decision may be appealed here today: a refusal, once, in time, and not the decision of an appeal.
 * Refuses `state-forbids`, `already-appealed`, `appeal-late` with the last day.
 */
export function canAppeal({ refused, lastDay, appealed, isAppeal }: AppealFacts, today: Day): Verdict<true> {
  if (refused !== true || lastDay === null || isAppeal) return refuse('state-forbids')
  if (appealed) return refuse('already-appealed')
  return today > lastDay ? refuse('appeal-late', { day: lastDay }) : ok(true)
}
