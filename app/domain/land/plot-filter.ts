import type { Day } from '../time/day'
import { type At, type CatalogueSnapshot, nextHoldChange, type PlotRow, type ZoneKind } from './catalogue'
import { FAIL, maskOf, PASS, UNKNOWN } from './plot-mask'
import { orderOf, type PlotSort } from './plot-order'
import type { CommercialState, Rung } from './readiness'
import { fold } from './search'
import { zoneSearch } from './zone-search'

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

/** What a filter selects. It is kept for who asks the same again: nobody changes it. */
export class Selection {
  #plots: PlotRow[] | undefined

  constructor(
    readonly snapshot: CatalogueSnapshot,
    /** Places in the snapshot of the selected plots, sorted. */
    readonly indexes: Uint32Array,
    /** Plots left out only because a figure that was asked for is not published or has run out. */
    readonly unknown: number,
  ) {}

  get total(): number {
    return this.indexes.length
  }

  /** All of them, for files; a page of a list asks for no more than itself. */
  get plots(): PlotRow[] {
    this.#plots ??= this.#rows(0, this.total)
    return this.#plots
  }

  /** One page; a page beyond the end is empty. */
  page(page: number, perPage: number): Page<PlotRow> {
    return { items: this.#rows((page - 1) * perPage, page * perPage), total: this.total, page, perPage }
  }

  #rows(from: number, until: number): PlotRow[] {
    return Array.from(this.indexes.subarray(from, until), (index) => this.snapshot.plots[index] as PlotRow)
  }
}

/**
 * The public plots that answer a filter, sorted. A figure that is not published or is stale at `at.today` counts
 * as unknown and never passes: neither a price cap, nor a rung, nor a ready-by day, nor a sector list that is
 * itself uncertain. Such plots are left out and counted.
 */
export function filterPlots(snapshot: CatalogueSnapshot, filter: PlotFilter, at: At): Selection {
  const kept = keptFor(snapshot)
  const name = nameOf(snapshot, filter, at)
  let selection = kept.get(name)
  if (!selection) {
    selection = select(snapshot, filter, at)
    const [oldest] = kept.keys()
    if (kept.size >= SELECTIONS_KEPT && oldest !== undefined) kept.delete(oldest)
    kept.set(name, selection)
  }
  return selection
}

/** At 100,000 plots at most 0.4 MB each. */
const SELECTIONS_KEPT = 50
const selections = new WeakMap<CatalogueSnapshot, Map<string, Selection>>()

function keptFor(snapshot: CatalogueSnapshot): Map<string, Selection> {
  let kept = selections.get(snapshot)
  if (!kept) {
    kept = new Map()
    selections.set(snapshot, kept)
  }
  return kept
}

/** Only the commercial state is of the instant: until the next hold begins or ends it stays as it is. */
function nameOf(snapshot: CatalogueSnapshot, filter: PlotFilter, at: At): string {
  const until = filter.commercial === undefined ? '' : nextHoldChange(snapshot, at.now)?.getTime()
  return JSON.stringify([at.today, until, ...Object.entries(filter).sort(([a], [b]) => (a < b ? -1 : 1))])
}

function select(snapshot: CatalogueSnapshot, filter: PlotFilter, at: At): Selection {
  const mask = maskOf(snapshot, filter, at)
  const ranks = filter.q ? zoneRanks(snapshot, filter.q) : null
  if (ranks) {
    for (let index = 0; index < mask.length; index += 1) {
      if (mask[index] !== FAIL && !ranks.holds(index)) mask[index] = FAIL
    }
  }
  const order = orderOf(snapshot, filter.sort ?? 'readyBy', at.today)
  const found = new Uint32Array(order.length)
  const inexact: number[] = []
  let count = 0
  let unknown = 0
  for (let place = 0; place < order.length; place += 1) {
    const index = order[place] as number
    const answer = mask[index]
    if (answer === PASS) {
      if (ranks && !ranks.exact(index)) inexact.push(index)
      else found[count++] = index
    } else if (answer === UNKNOWN) unknown += 1
  }
  found.set(inexact, count)
  return new Selection(snapshot, found.slice(0, count + inexact.length), unknown)
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
