import type { Day } from '../time/day'
import { type CatalogueSnapshot, dayNumber, type PlotRow } from './catalogue'

export const PLOT_SORTS = ['readyBy', 'price', 'area', '-area', 'code'] as const
export type PlotSort = (typeof PLOT_SORTS)[number]

const orders = new WeakMap<CatalogueSnapshot, Map<string, Uint32Array>>()

/**
 * All plots in the order of a sort: unknown figures last, and in `readyBy` so is leased land; ties in the order of the
 * codes. A snapshot never changes, so its order on a day is worked out once.
 */
export function orderOf(snapshot: CatalogueSnapshot, sort: PlotSort, today: Day): Uint32Array {
  let ofSnapshot = orders.get(snapshot)
  if (!ofSnapshot) {
    ofSnapshot = new Map()
    orders.set(snapshot, ofSnapshot)
  }
  const name = `${sort} ${today}`
  let order = ofSnapshot.get(name)
  if (!order) {
    const keyAt = sortKey(snapshot, sort, today)
    const keys = Float64Array.from(snapshot.plots, (_, index) => keyAt(index))
    order = Uint32Array.from(keys.keys()).sort((a, b) => {
      const [one, other] = [keys[a] as number, keys[b] as number]
      return one === other ? a - b : one - other
    })
    ofSnapshot.set(name, order)
  }
  return order
}

function sortKey(snapshot: CatalogueSnapshot, sort: PlotSort, day: Day): (index: number) => number {
  const { columns } = snapshot
  const today = dayNumber(day)
  const last = Number.POSITIVE_INFINITY
  if (sort === 'area') return (index) => columns.areaM2[index] as number
  if (sort === '-area') return (index) => -(columns.areaM2[index] as number)
  if (sort === 'price') {
    return (index) => {
      const price = columns.priceUsdPerM2[index] as number
      return Number.isNaN(price) || (columns.priceUntil[index] as number) < today ? last : price
    }
  }
  if (sort === 'readyBy') {
    return (index) => {
      const latest = columns.readyLatest[index] as number
      if (latest === 0 || (columns.rungUntil[index] as number) < today) return last
      return (snapshot.plots[index] as PlotRow).commercial === 'leased' ? last : latest
    }
  }
  return () => 0
}
