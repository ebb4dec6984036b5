import type { Day } from '../time/day'
import { ok, refuse, type Verdict } from '../verdict'

/**
 * Days after the decision within which it may be appealed, and where that comes from: Law on Complaints 02/2011/QH13,
 * Art. 9. The article has not been held against the gazette here: shown as such wherever it is named.
 */
export const APPEAL = { days: 90, basis: 'Luật Khiếu nại 02/2011/QH13, Điều 9', certain: false } as const

/** What an appeal is against: the director's decision, or intake's refusal to take the dossier (form 03). */
export type Appealed = 'decision' | 'dossier'

export interface AppealFacts {
  /** Whether the decision that stands refuses, or intake refused the dossier; null while there is neither. */
  refused: boolean | null
  /** The last day on which an appeal is in time. */
  lastDay: Day | null
  /** An appeal of the decision was submitted. */
  appealed: boolean
  /** The case is itself an appeal: its decision goes to the higher authority or the court, not here again. */
  isAppeal: boolean
}

/**
 * Whether a decision may be appealed here today: a refusal, be it of the dossier, once, in time, and not what became of
 * an appeal.
 * Refuses `state-forbids`, `already-appealed`, `appeal-late` with the last day.
 */
export function canAppeal({ refused, lastDay, appealed, isAppeal }: AppealFacts, today: Day): Verdict<true> {
  if (refused !== true || lastDay === null || isAppeal) return refuse('state-forbids')
  if (appealed) return refuse('already-appealed')
  return today > lastDay ? refuse('appeal-late', { day: lastDay }) : ok(true)
}
