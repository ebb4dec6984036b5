import type { SoftKey } from './need'
import type { Admission } from './sector'

/** Moves with every rule that can change an answer. */
export const RULE_VERSION = '2026-11.2'

/** Soft scores are whole ten-thousandths, so that a total can be reckoned again from what is shown. */
export const FULL = 10_000

/** Rents of northern zones lie between these, USD per m² for the remaining term. */
const CHEAP_USD_PER_M2 = 40
const DEAR_USD_PER_M2 = 140
/** Land ready in three years or later is worth no wait. */
const LATE_DAYS = 1_095
const FAR_KM = 200

const clamped = (share: number): number => Math.round(FULL * Math.min(1, Math.max(0, share)))

/** Full at 40 USD/m² or less, nothing at 140 or more; nothing where no price is known (NaN). */
export const priceScore = (usdPerM2: number): number =>
  Number.isNaN(usdPerM2) ? 0 : clamped((DEAR_USD_PER_M2 - usdPerM2) / (DEAR_USD_PER_M2 - CHEAP_USD_PER_M2))

/** Full for land that is ready, nothing for land that is so many days away or later. */
export const readinessScore = (daysAway: number): number => clamped(1 - daysAway / LATE_DAYS)

/** The mean over the places: full on the spot, nothing at 200 km. */
export const distanceScore = (km: readonly number[]): number =>
  clamped(km.reduce((sum, one) => sum + Math.min(1, Math.max(0, 1 - one / FAR_KM)), 0) / Math.max(1, km.length))

/** Land beyond what is needed at least is waste: the share that is used. */
export const areaFitScore = (neededM2: number, areaM2: number): number => clamped(neededM2 / areaM2)

/** The mean over the utilities of the share that is left once the project has taken its own. */
export const headroomScore = (utilities: readonly { needed: number; rest: number }[]): number =>
  clamped(
    utilities.reduce((sum, { needed, rest }) => sum + (rest > 0 ? Math.max(0, 1 - needed / rest) : 0), 0) /
      Math.max(1, utilities.length),
  )

/** Land that is meant for the sector goes before land open to all. */
export const sectorScore = (admission: Admission): number =>
  admission === 'named' ? FULL : admission === 'open' ? FULL / 2 : 0

/** What each hard unknown leaves of the score. */
const UNKNOWN_FACTOR = 0.9
export const UNKNOWN_FACTORS: readonly number[] = Array.from({ length: 33 }, (_, count) => UNKNOWN_FACTOR ** count)

/**
 * The score in hundredths, 0 to 10,000: the weighted sum of the soft scores over the weights' total, times 0.9 for
 * each hard unknown. `weighted` is summed in the order of SOFT_KEYS.
 */
export const hundredths = (weighted: number, totalWeight: number, unknowns: number): number =>
  Math.round((weighted / totalWeight) * (UNKNOWN_FACTORS[unknowns] as number))

export type SoftScores = Record<SoftKey, number>
