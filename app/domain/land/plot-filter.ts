import type { Day } from '../time/day'
import type { UtilityKind } from './capacity'
import { promisableFrom } from './capacity'
import {
  type At,
  admitsSector,
  type CatalogueSnapshot,
  commercialAt,
  dayNumber,
  type PlotRow,
  sectorsOf,
  type ZoneKind,
  type ZoneRow,
} from './catalogue'
import { type CommercialState, type Rung, rungNumber } from './readiness'
import { fold } from './search'
import { zoneSearch } from './zone-search'

export const PLOT_SORTS = ['readyBy', 'price', 'area', '-area', 'code'] as const
export type PlotSort = (typeof PLOT_SORTS)[number]

/** What is asked of the catalogue; a part that is missing is not asked. */
export interface PlotFilter {
  /** A zone's code. */
  zone?: string
  kind?: ZoneKind
  /** A sector's slug. */
  sector?: string
  minAreaM2?: number
  maxAreaM2?: number
  /** This rung or a higher one. */
  readiness?: Rung
  /** The latest day of the ready-by range is this day or before. */
  readyBy?: Day
  maxPriceUsdPerM2?: number
  /** What can be promised from the ready-by day on (today when none is asked) at the best node that serves the plot. */
  minPowerKva?: number
  minWaterM3PerDay?: number
  commercial?: CommercialState
  /**
   * Every word stands in the code or in the zone's names, communes and districts, or it is a place's name of today or
   * before; marks do not matter.
   */
  q?: string
  sort?: PlotSort
}

export interface Selection {
  plots: PlotRow[]
  /** Plots left out only because a figure that was asked for is not published or has run out. */
  unknown: number
}

type Answer = 'pass' | 'fail' | 'unknown'
type Test = (index: number) => Answer

const held = (test: boolean): Answer => (test ? 'pass' : 'fail')

/**
 * The public plots that answer a filter, sorted. A figure that is not published or is stale at `at.today` counts
 * as unknown and never passes: neither a price cap, nor a rung, nor a ready-by day, nor a sector list that is
 * itself uncertain. Such plots are left out and counted.
 */
export function filterPlots(snapshot: CatalogueSnapshot, filter: PlotFilter, at: At): Selection {
  const tests = testsOf(snapshot, filter, at)
  const ranks = filter.q ? zoneRanks(snapshot, filter.q) : null
  const { columns, plots } = snapshot
  const found: PlotRow[] = []
  const inexact: PlotRow[] = []
  let unknown = 0
  for (const index of orderOf(snapshot, filter.sort ?? 'readyBy', at.today)) {
    if (columns.isPublic[index] === 0) continue
    if (ranks && !ranks.holds(index)) continue
    let known = true
    let fails = false
    for (const test of tests) {
      const answer = test(index)
      if (answer === 'fail') {
        fails = true
        break
      }
      if (answer === 'unknown') known = false
    }
    if (fails) continue
    if (!known) unknown += 1
    else if (ranks && !ranks.exact(index)) inexact.push(plots[index] as PlotRow)
    else found.push(plots[index] as PlotRow)
  }
  return { plots: inexact.length > 0 ? [...found, ...inexact] : found, unknown }
}

function testsOf(snapshot: CatalogueSnapshot, filter: PlotFilter, at: At): Test[] {
  const { columns, plots, zones } = snapshot
  const today = dayNumber(at.today)
  const tests: Test[] = []
  const byZone = (passes: (zone: ZoneRow) => boolean) => {
    const answers = zones.map((zone) => held(passes(zone)))
    tests.push((index) => answers[columns.zone[index] as number] as Answer)
  }
  const rungIsStale = (index: number) => (columns.rungUntil[index] as number) < today
  const { zone, kind, sector, minAreaM2, maxAreaM2, readiness, readyBy, maxPriceUsdPerM2, commercial } = filter
  if (zone !== undefined) byZone((row) => row.code === zone)
  if (kind !== undefined) byZone((row) => row.kind === kind)
  if (minAreaM2 !== undefined) tests.push((index) => held((columns.areaM2[index] as number) >= minAreaM2))
  if (maxAreaM2 !== undefined) tests.push((index) => held((columns.areaM2[index] as number) <= maxAreaM2))
  if (commercial !== undefined) {
    tests.push((index) => held(commercialAt(plots[index] as PlotRow, at.now) === commercial))
  }
  if (readiness !== undefined) {
    const rung = rungNumber(readiness)
    tests.push((index) => (rungIsStale(index) ? 'unknown' : held((columns.rung[index] as number) >= rung)))
  }
  if (readyBy !== undefined) {
    const day = dayNumber(readyBy)
    tests.push((index) => {
      const latest = columns.readyLatest[index] as number
      return latest === 0 || rungIsStale(index) ? 'unknown' : held(latest <= day)
    })
  }
  if (maxPriceUsdPerM2 !== undefined) {
    tests.push((index) => {
      const price = columns.priceUsdPerM2[index] as number
      if (Number.isNaN(price) || (columns.priceUntil[index] as number) < today) return 'unknown'
      return held(price <= maxPriceUsdPerM2)
    })
  }
  if (sector !== undefined) tests.push((index) => sectorAnswer(plots[index] as PlotRow, sector))
  const needs: [UtilityKind, number | undefined][] = [
    ['power', filter.minPowerKva],
    ['water', filter.minWaterM3PerDay],
  ]
  for (const [utility, need] of needs) {
    if (need === undefined) continue
    const rest = remainders(readyBy ?? at.today)
    tests.push((index) => {
      const best = rest(plots[index] as PlotRow, utility)
      return best === null ? 'unknown' : held(best >= need)
    })
  }
  return tests
}

function sectorAnswer(plot: PlotRow, sector: string): Answer {
  const admits = admitsSector(sectorsOf(plot), plot.ownSectors.length > 0 || plot.zone.sectorsCertain, sector)
  return admits === 'unknown' ? 'unknown' : held(admits)
}

/** What can be promised from a day on at the best node of a plot; each node's ledger is summed once. */
function remainders(day: Day): (plot: PlotRow, kind: UtilityKind) => number | null {
  const rests = new Map<PlotRow['nodes'][number], number>()
  return (plot, kind) => {
    let best: number | null = null
    for (const node of plot.nodes) {
      if (node.kind !== kind) continue
      let rest = rests.get(node)
      if (rest === undefined) {
        rest = promisableFrom(day, node.entries, node.holds)
        rests.set(node, rest)
      }
      if (best === null || rest > best) best = rest
    }
    return best
  }
}

interface Ranks {
  holds(index: number): boolean
  exact(index: number): boolean
}

/** Each zone is asked once; a plot adds its code for the words its zone does not have. */
function zoneRanks(snapshot: CatalogueSnapshot, query: string): Ranks {
  const words = fold(query).split(' ').filter(Boolean)
  const search = zoneSearch(snapshot, query)
  const zones = snapshot.zones.map((zone) => {
    const rank = search.rank(zone)
    if (rank !== null) return { missing: [], exact: rank === 0 }
    const text = search.isPlace ? '' : fold(zone.keywords.join(' '))
    return { missing: words.filter((word) => !text.includes(word)), exact: false }
  })
  const { columns } = snapshot
  return {
    holds: (index) => {
      const missing = zones[columns.zone[index] as number]?.missing ?? []
      return missing.length === 0 || missing.every((word) => columns.text[index]?.includes(word))
    },
    exact: (index) => zones[columns.zone[index] as number]?.exact ?? false,
  }
}

const orders = new WeakMap<CatalogueSnapshot, Map<string, Uint32Array>>()

/**
 * All plots in the order of a sort: unknown figures last, and in `readyBy` so is leased land; ties in the order of the
 * codes. A snapshot never changes, so its order on a day is worked out once.
 */
function orderOf(snapshot: CatalogueSnapshot, sort: PlotSort, today: Day): Uint32Array {
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

export interface Page<T> {
  items: T[]
  total: number
  page: number
  perPage: number
}

/** One page of a list; a page beyond the end is empty. */
export const pageOf = <T>(all: readonly T[], page: number, perPage: number): Page<T> => ({
  items: all.slice((page - 1) * perPage, page * perPage),
  total: all.length,
  page,
  perPage,
})
