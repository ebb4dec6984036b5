import type { Day } from '../time/day'
import { addBits, type BitSet, bitsBetween, bitsWhere, dropBits, emptyBits, keepBits, setBit } from './bit-set'
import { promisableFrom, type UtilityKind } from './capacity'
import {
  type At,
  admitsSector,
  type CatalogueSnapshot,
  commercialAt,
  dayNumber,
  isStale,
  nextHoldChange,
  type PlotRow,
  sectorsOf,
  type ZoneRow,
} from './catalogue'
import { Kept } from './kept'
import type { PlotFilter } from './plot-filter'
import { COMMERCIAL_STATES, rungNumber } from './readiness'

/** What tests say of all plots, by their places in the snapshot. */
export interface Mask {
  pass: BitSet
  /** None says no: the plot passes, or a figure it is asked for is not known. */
  open: BitSet
}

const INFINITE = Number.POSITIVE_INFINITY

/** What was worked out for a snapshot, which never changes; answers of a day or an instant are kept by its name. */
class Prepared {
  readonly isPublic: BitSet
  /** Plots with holds: their commercial state is of the instant. */
  readonly withHolds: number[]
  readonly #answers = new Kept<Mask>(64)
  readonly #remainders = new Kept<Float64Array>(8)
  readonly #states = new Kept<Uint8Array>(3)

  constructor(readonly snapshot: CatalogueSnapshot) {
    const { columns, plots } = snapshot
    this.isPublic = bitsWhere(plots.length, (place) => columns.isPublic[place] === 1)
    this.withHolds = plots.flatMap((plot, place) => (plot.holds.length > 0 ? [place] : []))
  }

  /** What a test says, worked out when it is first asked. */
  answer(name: string, work: () => Mask): Mask {
    return this.#answers.get(name, work)
  }

  zones(keeps: (zone: ZoneRow) => boolean): Mask {
    const { columns, zones } = this.snapshot
    const kept = Uint8Array.from(zones, (zone) => Number(keeps(zone)))
    return sure(bitsWhere(columns.zone.length, (place) => kept[columns.zone[place] as number] === 1))
  }

  /** The commercial state of every plot at an instant, as its place in `COMMERCIAL_STATES`. */
  states(now: Date): Uint8Array {
    const { plots } = this.snapshot
    const recorded = this.#states.get('recorded', () =>
      Uint8Array.from(plots, (plot) => COMMERCIAL_STATES.indexOf(plot.commercial)),
    )
    if (this.withHolds.length === 0) return recorded
    return this.#states.get(`until ${untilOf(this.snapshot, now)}`, () => {
      const column = recorded.slice()
      for (const place of this.withHolds) {
        column[place] = COMMERCIAL_STATES.indexOf(commercialAt(plots[place] as PlotRow, now))
      }
      return column
    })
  }

  /** What can be promised from a day on at the best node of each plot; NaN where none serves it that is known today. */
  remainders(kind: UtilityKind, day: Day, today: Day): Float64Array {
    return this.#remainders.get(`${kind} ${day} ${today}`, () => {
      const rests = new Map<PlotRow['nodes'][number], number>()
      const restOf = (node: PlotRow['nodes'][number]): number => {
        let rest = rests.get(node)
        if (rest === undefined) {
          rest = promisableFrom(day, node.entries, node.holds)
          rests.set(node, rest)
        }
        return rest
      }
      return Float64Array.from(this.snapshot.plots, (plot) => {
        let best = Number.NaN
        for (const node of plot.nodes) {
          if (node.kind !== kind || isStale(node.confirmedUntil ?? null, today)) continue
          if (!(restOf(node) <= best)) best = restOf(node)
        }
        return best
      })
    })
  }
}

const prepared = new WeakMap<CatalogueSnapshot, Prepared>()

function prepare(snapshot: CatalogueSnapshot): Prepared {
  let own = prepared.get(snapshot)
  if (!own) {
    own = new Prepared(snapshot)
    prepared.set(snapshot, own)
  }
  return own
}

/** Until when what is of the instant stays as it is. */
export const untilOf = (snapshot: CatalogueSnapshot, now: Date): number =>
  nextHoldChange(snapshot, now)?.getTime() ?? INFINITE

export const commercialColumn = (snapshot: CatalogueSnapshot, now: Date): Uint8Array => prepare(snapshot).states(now)

/**
 * What a filter's tests say of every plot. Each test is two sets of bits, kept where it names a choice and made by one
 * pass over a typed column where it names a figure; the sets of all tests are cut with each other. Words and sorting are
 * not looked at.
 */
export function maskOf(snapshot: CatalogueSnapshot, filter: PlotFilter, at: At): Mask {
  const own = prepare(snapshot)
  const mask = { pass: own.isPublic.slice(), open: own.isPublic.slice() }
  for (const { pass, open } of testsOf(own, filter, at)) {
    keepBits(mask.pass, pass)
    keepBits(mask.open, open)
  }
  return mask
}

const sure = (bits: BitSet): Mask => ({ pass: bits, open: bits })

/** A test whose figure is unknown for some plots, whatever the figure is. */
function unless(unknown: BitSet, bits: BitSet): Mask {
  const pass = bits.slice()
  dropBits(pass, unknown)
  const open = bits.slice()
  addBits(open, unknown)
  return { pass, open }
}

function* testsOf(own: Prepared, filter: PlotFilter, at: At): Generator<Mask> {
  const { snapshot } = own
  const { columns } = snapshot
  const { zone, kind, sector, minAreaM2, maxAreaM2, readiness, readyBy, maxPriceUsdPerM2, commercial } = filter
  if (zone !== undefined) yield own.answer(`zone ${zone}`, () => own.zones((row) => row.code === zone))
  if (kind !== undefined) yield own.answer(`kind ${kind}`, () => own.zones((row) => row.kind === kind))
  if (minAreaM2 !== undefined || maxAreaM2 !== undefined) {
    yield sure(bitsBetween(columns.areaM2, minAreaM2 ?? 0, maxAreaM2 ?? INFINITE))
  }
  if (commercial !== undefined) {
    const state = COMMERCIAL_STATES.indexOf(commercial)
    yield own.answer(`commercial ${commercial} ${untilOf(snapshot, at.now)}`, () => {
      const states = own.states(at.now)
      return sure(bitsWhere(states.length, (place) => states[place] === state))
    })
  }
  if (readiness !== undefined) {
    yield own.answer(`rung ${readiness} ${at.today}`, () => {
      const least = rungNumber(readiness)
      return unless(
        staleRungs(own, at.today),
        bitsWhere(columns.rung.length, (place) => (columns.rung[place] as number) >= least),
      )
    })
  }
  if (readyBy !== undefined) {
    yield unless(unreadyPlots(own, at.today), bitsBetween(columns.readyLatest, 0, dayNumber(readyBy)))
  }
  if (maxPriceUsdPerM2 !== undefined) {
    yield unless(unpricedPlots(own, at.today), bitsBetween(columns.priceUsdPerM2, -INFINITE, maxPriceUsdPerM2))
  }
  if (sector !== undefined) yield own.answer(`sector ${sector}`, () => sectorMask(snapshot.plots, sector))
  const days = { day: readyBy ?? at.today, today: at.today }
  if (filter.minPowerKva !== undefined) yield utilityMask(own, 'power', filter.minPowerKva, days)
  if (filter.minWaterM3PerDay !== undefined) {
    yield utilityMask(own, 'water', filter.minWaterM3PerDay, days)
  }
}

const pastColumn = (column: Int32Array, today: Day): BitSet => bitsBetween(column, -INFINITE, dayNumber(today) - 1)

const staleRungs = (own: Prepared, today: Day): BitSet =>
  own.answer(`stale rung ${today}`, () => sure(pastColumn(own.snapshot.columns.rungUntil, today))).pass

const unreadyPlots = (own: Prepared, today: Day): BitSet =>
  own.answer(`no ready-by ${today}`, () => {
    const bits = bitsBetween(own.snapshot.columns.readyLatest, 0, 0)
    addBits(bits, staleRungs(own, today))
    return sure(bits)
  }).pass

const unpricedPlots = (own: Prepared, today: Day): BitSet =>
  own.answer(`no price ${today}`, () => {
    const { priceUsdPerM2, priceUntil } = own.snapshot.columns
    const bits = bitsWhere(priceUsdPerM2.length, (place) => Number.isNaN(priceUsdPerM2[place]))
    addBits(bits, pastColumn(priceUntil, today))
    return sure(bits)
  }).pass

function sectorMask(plots: readonly PlotRow[], sector: string): Mask {
  const [pass, open] = [emptyBits(plots.length), emptyBits(plots.length)]
  for (const [place, plot] of plots.entries()) {
    const admits = admitsSector(sectorsOf(plot), plot.ownSectors.length > 0 || plot.zone.sectorsCertain, sector)
    if (admits === true) setBit(pass, place)
    if (admits !== false) setBit(open, place)
  }
  return { pass, open }
}

function utilityMask(own: Prepared, kind: UtilityKind, least: number, { day, today }: { day: Day; today: Day }): Mask {
  const rests = own.remainders(kind, day, today)
  const unserved = own.answer(`no ${kind} ${today}`, () =>
    sure(bitsWhere(rests.length, (place) => Number.isNaN(rests[place]))),
  )
  return unless(unserved.pass, bitsBetween(rests, least, INFINITE))
}
