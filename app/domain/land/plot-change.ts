import { ok, refuse, type Verdict } from '../verdict'
import {
  type CommercialState,
  highestRung,
  moveCommercial,
  movePublication,
  type PublicationState,
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

const PATHS: Record<'published' | 'withdrawn', Partial<Record<PublicationState, PublicationState[]>>> = {
  published: {
    draft: ['in_review', 'published'],
    in_review: ['published'],
    withdrawn: ['draft', 'in_review', 'published'],
  },
  withdrawn: { published: ['withdrawn'] },
}

/**
 * Publishing or withdrawing, every step of it a move of the publication table. Refuses `state-forbids` where there
 * is nothing to do.
 */
export function changePublication(from: PublicationState, to: 'published' | 'withdrawn'): Verdict<PublicationState> {
  const path = PATHS[to][from]
  if (!path) return refuse('state-forbids', { from, to })
  let now = from
  for (const next of path) {
    const moved = movePublication(now, next)
    if (!moved.ok) return moved
    now = moved.value
  }
  return ok(now)
}
