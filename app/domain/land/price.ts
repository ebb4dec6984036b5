import type { Day } from '../time/day'
import { isStale, type PlotRow } from './catalogue'

/** A rent in VND per m² and year, with the rate it is compared at: null where the office has published none. */
export interface Rent {
  vndPerM2Year: number
  vndPerUsd: number | null
  confirmedUntil: Day | null
}

/**
 * What a plot costs for what remains of its term today, in USD per m²: its price, else its rent in VND for each year
 * left at the published rate, to the cent. Null where nothing is published, it has run out, the term's end is not known,
 * or there is no rate.
 */
export function priceOn(plot: Pick<PlotRow, 'price' | 'rent' | 'termEndYear' | 'zone'>, today: Day): number | null {
  const { price, rent } = plot
  if (price) return isStale(price.confirmedUntil, today) ? null : price.usdPerM2
  const endYear = plot.termEndYear ?? plot.zone.termEndYear
  if (!rent || rent.vndPerUsd === null || endYear === null || isStale(rent.confirmedUntil, today)) return null
  const years = Math.max(0, endYear - Number(today.slice(0, 4)))
  return Math.round((rent.vndPerM2Year * years * 100) / rent.vndPerUsd) / 100
}
