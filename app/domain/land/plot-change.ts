import { ok, refuse, type Verdict } from '../verdict'
import {
  type CommercialState,
  highestRung,
  moveCommercial,
  type Rung,
  rungAllowed,
  rungNumber,
  type ZoneStatus,
} from './readiness'

/** Whether a plot may stand on a rung in its zone; refuses `rung-too-high`, naming the highest of the eight. */
export const checkRung = (rung: Rung, status: ZoneStatus): Verdict<Rung> =>
  rungAllowed(rung, status).ok
    ? ok(rung)
    : refuse('rung-too-high', { max: rungNumber(highestRung(status)) }, 'readiness')

/**
 * The commercial state the office typed: the one it was, or one a move leads to. `held` is never typed: a hold makes
 * it. Refuses `not-a-choice`.
 */
export function changeCommercial(from: CommercialState, to: CommercialState): Verdict<CommercialState> {
  if (from === to) return ok(to)
  return to !== 'held' && moveCommercial(from, to).ok ? ok(to) : refuse('not-a-choice', undefined, 'commercial')
}
