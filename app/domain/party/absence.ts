import { type Day, daysBetween } from '../time/day'
import { ok, refuse, type Verdict } from '../verdict'

/** Longer than a year away is no absence: the cases are handed over. */
const MOST_DAYS = 366

/** First and last day away. */
export interface AbsencePeriod {
  fromDay: Day
  untilDay: Day
}

/** Whether two absences share a day. */
export const absencesOverlap = (one: AbsencePeriod, other: AbsencePeriod): boolean =>
  one.fromDay <= other.untilDay && other.fromDay <= one.untilDay

/**
 * Whether an officer may be noted as away, with a deputy: from today on, a year at most, somebody else who is there.
 * Refuses `day-past` at `fromDay`, `days-reversed` and `out-of-range` at `untilDay`, `deputy-self` at `deputyId` for
 * oneself, `deputy-away` for a deputy who is away on one of those days.
 */
export function checkAbsence(
  absence: AbsencePeriod & { personId: string; deputyId: string },
  deputyAway: readonly AbsencePeriod[],
  today: Day,
): Verdict<true> {
  if (absence.fromDay < today) return refuse('day-past', undefined, 'fromDay')
  if (absence.untilDay < absence.fromDay) return refuse('days-reversed', { from: absence.fromDay }, 'untilDay')
  if (daysBetween(absence.fromDay, absence.untilDay) >= MOST_DAYS) {
    return refuse('out-of-range', { max: MOST_DAYS }, 'untilDay')
  }
  if (absence.deputyId === absence.personId) return refuse('deputy-self', undefined, 'deputyId')
  const away = deputyAway.find((other) => absencesOverlap(absence, other))
  return away ? refuse('deputy-away', { from: away.fromDay, until: away.untilDay }, 'deputyId') : ok(true)
}
