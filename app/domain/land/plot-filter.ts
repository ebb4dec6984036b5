import type { Day } from '../time/day'
import { type BitSet, countBits, dropBits, hasBit, keepBits } from './bit-set'
import type { At, CatalogueSnapshot, PlotRow, ZoneKind } from './catalogue'
import { Kept } from './kept'
import { maskOf, untilOf } from './plot-mask'
import { namedPlots } from './plot-names'
import { orderOf, type PlotSort } from './plot-order'
import type { CommercialState, Rung } from './readiness'

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

interface Tier {
  bits: BitSet
  count: number
}

/** What a filter selects. It is kept for who asks the same again: nobody changes it. */
export class Selection {
  readonly total: number
  #plots: PlotRow[] | undefined
  readonly #tiers: readonly Tier[]
  readonly #order: () => Uint32Array

  constructor(
    readonly snapshot: CatalogueSnapshot,
    /** Places in the snapshot of the selected plots. */
    readonly bits: BitSet,
    /** Plots left out only because a figure that was asked for is not published or has run out. */
    readonly unknown: number,
    /** Parts of the selection of which one comes before the other; each of them in this order. */
    { tiers, order }: { tiers: readonly BitSet[]; order: () => Uint32Array },
  ) {
    this.#tiers = tiers.map((tier) => ({ bits: tier, count: countBits(tier) }))
    this.#order = order
    this.total = this.#tiers.reduce((sum, { count }) => sum + count, 0)
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
    const rows: PlotRow[] = []
    let before = 0
    for (const { bits, count } of this.#tiers) {
      const [first, end] = [Math.max(from - before, 0), Math.min(until - before, count)]
      if (first < end) this.#gather(rows, bits, first, end)
      before += count
    }
    return rows
  }

  #gather(rows: PlotRow[], bits: BitSet, first: number, end: number): void {
    const order = this.#order()
    let found = 0
    for (let index = 0; found < end; index += 1) {
      const place = order[index] as number
      if (!hasBit(bits, place)) continue
      if (found >= first) rows.push(this.snapshot.plots[place] as PlotRow)
      found += 1
    }
  }
}

const SELECTIONS_KEPT = 50
const selections = new WeakMap<CatalogueSnapshot, Kept<Selection>>()

/**
 * The public plots that answer a filter, sorted. A figure that is not published or is stale at `at.today` counts
 * as unknown and never passes: neither a price cap, nor a rung, nor a ready-by day, nor a sector list that is
 * itself uncertain. Such plots are left out and counted.
 */
export function filterPlots(snapshot: CatalogueSnapshot, filter: PlotFilter, at: At): Selection {
  let kept = selections.get(snapshot)
  if (!kept) {
    kept = new Kept(SELECTIONS_KEPT)
    selections.set(snapshot, kept)
  }
  return kept.get(nameOf(snapshot, filter, at), () => select(snapshot, filter, at))
}

/** Only the commercial state is of the instant: until the next hold begins or ends it stays as it is. */
function nameOf(snapshot: CatalogueSnapshot, filter: PlotFilter, at: At): string {
  const until = filter.commercial === undefined ? '' : untilOf(snapshot, at.now)
  return JSON.stringify([at.today, until, ...Object.entries(filter).sort(([a], [b]) => (a < b ? -1 : 1))])
}

function select(snapshot: CatalogueSnapshot, filter: PlotFilter, at: At): Selection {
  const { pass, open } = maskOf(snapshot, filter, at)
  const tiers = [pass]
  if (filter.q) {
    const { named, exact } = namedPlots(snapshot, filter.q)
    keepBits(pass, named)
    keepBits(open, named)
    const inexact = pass.slice()
    dropBits(inexact, exact)
    const first = pass.slice()
    keepBits(first, exact)
    tiers.splice(0, 1, first, inexact)
  }
  const order = () => orderOf(snapshot, filter.sort ?? 'readyBy', at.today)
  return new Selection(snapshot, pass, countBits(open) - countBits(pass), { tiers, order })
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
