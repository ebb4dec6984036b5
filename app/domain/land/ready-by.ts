import { addDays, type Day } from '../time/day'
import { type Rung, rungNumber, type ZoneStatus } from './readiness'

/**
 * Months from a rung to the next, shortest and longest: our assumption from how long recovery,
 * compensation, levelling and works take in northern provinces, to be replaced by the office's own dates.
 */
const MONTHS_TO_NEXT: readonly (readonly [number, number])[] = [
  [2, 4], // planned → recovery notice
  [3, 8], // → compensation
  [4, 10], // → cleared
  [3, 6], // → levelled
  [5, 9], // → serviced
  [1, 3], // → accepted
  [1, 2], // → leasable
]

/** Months before work on the land can begin at all, by the status of the zone: our assumption. */
const MONTHS_BEFORE_WORK: Record<ZoneStatus, readonly [number, number]> = {
  proposed: [24, 48],
  planned: [12, 30],
  policy_approved: [9, 18],
  established: [3, 8],
  under_construction: [0, 2],
  operating: [0, 0],
}

const DAYS_PER_MONTH = 30.4375

/**
 * The range of days by which a plot can be leasable, estimated as of `today` from the rungs it still misses
 * and the status of its zone. A plot that is leasable already gives `today` twice.
 */
export const readyByRange = (rung: Rung, status: ZoneStatus, today: Day): { earliest: Day; latest: Day } => {
  const missing = MONTHS_TO_NEXT.slice(rungNumber(rung) - 1)
  if (missing.length === 0) return { earliest: today, latest: today }
  let [earliest, latest] = MONTHS_BEFORE_WORK[status]
  for (const [short, long] of missing) {
    earliest += short
    latest += long
  }
  return {
    earliest: addDays(today, Math.round(earliest * DAYS_PER_MONTH)),
    latest: addDays(today, Math.round(latest * DAYS_PER_MONTH)),
  }
}
