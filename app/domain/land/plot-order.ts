import type { Day } from '../time/day'
import { type CatalogueSnapshot, dayNumber, type PlotRow } from './catalogue'
import { Kept } from './kept'

export const PLOT_SORTS = ['readyBy', 'price', 'area', '-area', 'code'] as const
export type PlotSort = (typeof PLOT_SORTS)[number]

const orders = new WeakMap<CatalogueSnapshot, Kept<Uint32Array>>()
/** Every sort, today's and yesterday's. */
const ORDERS_KEPT = 2 * PLOT_SORTS.length

/**
 * The places of all plots in the order of a sort: unknown figures last, and in `readyBy` so is leased land; ties in the order of the
 * codes. A snapshot never changes, so its order on a day is worked out once.
 */
export function orderOf(snapshot: CatalogueSnapshot, sort: PlotSort, today: Day): Uint32Array {
  let ofSnapshot = orders.get(snapshot)
  if (!ofSnapshot) {
    ofSnapshot = new Kept(ORDERS_KEPT)
    orders.set(snapshot, ofSnapshot)
  }
  return ofSnapshot.get(`${sort} ${today}`, () => {
    const keyAt = sortKey(snapshot, sort, today)
    return orderBy(Float64Array.from(snapshot.plots, (_, place) => keyAt(place)))
  })
}

/**
 * Counts how many come before each different key: many times quicker than comparing two plots at a time. Keys are
 * numbers, or infinite.
 */
function orderBy(keys: Float64Array): Uint32Array {
  const sorted = keys.slice().sort()
  const different = new Float64Array(sorted.length)
  const next = new Uint32Array(sorted.length)
  let count = 0
  for (let index = 0; index < sorted.length; index += 1) {
    const key = sorted[index] as number
    if (index > 0 && key === sorted[index - 1]) continue
    different[count] = key
    next[count] = index
    count += 1
  }
  const places = new Uint32Array(keys.length)
  for (let place = 0; place < keys.length; place += 1) {
    const of = findKey(different, count, keys[place] as number)
    const at = next[of] as number
    next[of] = at + 1
    places[at] = place
  }
  return places
}

function findKey(different: Float64Array, count: number, key: number): number {
  let [low, high] = [0, count - 1]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((different[middle] as number) < key) low = middle + 1
    else high = middle
  }
  return low
}

function sortKey(snapshot: CatalogueSnapshot, sort: PlotSort, day: Day): (place: number) => number {
  const { columns } = snapshot
  const today = dayNumber(day)
  const last = Number.POSITIVE_INFINITY
  if (sort === 'area') return (place) => columns.areaM2[place] as number
  if (sort === '-area') return (place) => -(columns.areaM2[place] as number)
  if (sort === 'price') {
    return (place) => {
      const price = columns.priceUsdPerM2[place] as number
      return Number.isNaN(price) || (columns.priceUntil[place] as number) < today ? last : price
    }
  }
  if (sort === 'readyBy') {
    return (place) => {
      const latest = columns.readyLatest[place] as number
      if (latest === 0 || (columns.rungUntil[place] as number) < today) return last
      return (snapshot.plots[place] as PlotRow).commercial === 'leased' ? last : latest
    }
  }
  return () => 0
}
