import type { Day } from '../time/day'
import { promisableFrom, type UtilityKind } from './capacity'
import {
  type At,
  admitsSector,
  type CatalogueSnapshot,
  commercialAt,
  dayNumber,
  type PlotRow,
  sectorsOf,
  type ZoneRow,
} from './catalogue'
import type { PlotFilter } from './plot-filter'
import { COMMERCIAL_STATES, rungNumber } from './readiness'

/** What a test says of a plot; the least of all tests holds. */
export const FAIL = 0
export const UNKNOWN = 1
export const PASS = 2

/** Worked out once for a snapshot, which never changes. */
interface Prepared {
  isPublic: Uint8Array
  commercial: Uint8Array
  /** Plots with holds: their commercial state is of the instant. */
  withHolds: number[]
  sectors: Map<string, Uint8Array>
  remainders: Map<string, Float64Array>
}

const prepared = new WeakMap<CatalogueSnapshot, Prepared>()
/** So many days and utilities are kept; a filter asks for one or two. */
const REMAINDERS_KEPT = 8

function prepare(snapshot: CatalogueSnapshot): Prepared {
  let own = prepared.get(snapshot)
  if (!own) {
    const { plots, columns } = snapshot
    own = {
      isPublic: columns.isPublic.map((flag) => (flag === 1 ? PASS : FAIL)),
      commercial: Uint8Array.from(plots, (plot) => COMMERCIAL_STATES.indexOf(plot.commercial)),
      withHolds: plots.flatMap((plot, index) => (plot.holds.length > 0 ? [index] : [])),
      sectors: new Map(),
      remainders: new Map(),
    }
    prepared.set(snapshot, own)
  }
  return own
}

/**
 * What a filter's tests say of every plot, by its index in the snapshot: one pass over one typed column for each test,
 * since calling a function for each plot is what is slow at 100,000. Words and sorting are not looked at.
 */
export function maskOf(snapshot: CatalogueSnapshot, filter: PlotFilter, at: At): Uint8Array {
  const { columns, zones } = snapshot
  const own = prepare(snapshot)
  const mask = own.isPublic.slice()
  const today = dayNumber(at.today)
  const { zone, kind, sector, minAreaM2, maxAreaM2, readiness, readyBy, maxPriceUsdPerM2, commercial } = filter
  if (zone !== undefined) keepZones(mask, columns.zone, zones, (row) => row.code === zone)
  if (kind !== undefined) keepZones(mask, columns.zone, zones, (row) => row.kind === kind)
  if (minAreaM2 !== undefined || maxAreaM2 !== undefined) {
    keepBetween(mask, columns.areaM2, minAreaM2 ?? 0, maxAreaM2 ?? Number.POSITIVE_INFINITY)
  }
  if (commercial !== undefined) {
    keepSame(mask, commercialColumn(snapshot, at.now), COMMERCIAL_STATES.indexOf(commercial))
  }
  if (readiness !== undefined) keepRungs(mask, columns.rung, columns.rungUntil, rungNumber(readiness), today)
  if (readyBy !== undefined) keepReady(mask, columns.readyLatest, columns.rungUntil, dayNumber(readyBy), today)
  if (maxPriceUsdPerM2 !== undefined) {
    keepPrices(mask, columns.priceUsdPerM2, columns.priceUntil, maxPriceUsdPerM2, today)
  }
  if (sector !== undefined) leastOf(mask, sectorAnswers(snapshot, own, sector))
  const needs: [UtilityKind, number | undefined][] = [
    ['power', filter.minPowerKva],
    ['water', filter.minWaterM3PerDay],
  ]
  for (const [utility, need] of needs) {
    if (need !== undefined) keepRemainders(mask, remaindersOn(snapshot, own, utility, readyBy ?? at.today), need)
  }
  return mask
}

function keepZones(
  mask: Uint8Array,
  zoneOf: Uint16Array,
  zones: readonly ZoneRow[],
  keeps: (zone: ZoneRow) => boolean,
) {
  const kept = Uint8Array.from(zones, (zone) => Number(keeps(zone)))
  for (let index = 0; index < mask.length; index += 1) {
    if (kept[zoneOf[index] as number] === 0) mask[index] = FAIL
  }
}

function keepBetween(mask: Uint8Array, column: Int32Array, least: number, most: number) {
  for (let index = 0; index < mask.length; index += 1) {
    const value = column[index] as number
    if (value < least || value > most) mask[index] = FAIL
  }
}

/** The commercial state of every plot at an instant, as its place in `COMMERCIAL_STATES`. */
export function commercialColumn(snapshot: CatalogueSnapshot, now: Date): Uint8Array {
  const { commercial, withHolds } = prepare(snapshot)
  if (withHolds.length === 0) return commercial
  const column = commercial.slice()
  for (const index of withHolds) {
    column[index] = COMMERCIAL_STATES.indexOf(commercialAt(snapshot.plots[index] as PlotRow, now))
  }
  return column
}

function keepSame(mask: Uint8Array, column: Uint8Array, wanted: number) {
  for (let index = 0; index < mask.length; index += 1) if (column[index] !== wanted) mask[index] = FAIL
}

/** A figure that has run out, or is not there, is unknown; never better than what other tests said. */
const doubt = (mask: Uint8Array, index: number): void => {
  if (mask[index] === PASS) mask[index] = UNKNOWN
}

function keepRungs(mask: Uint8Array, rungs: Uint8Array, until: Int32Array, least: number, today: number) {
  for (let index = 0; index < mask.length; index += 1) {
    if ((until[index] as number) < today) doubt(mask, index)
    else if ((rungs[index] as number) < least) mask[index] = FAIL
  }
}

function keepReady(mask: Uint8Array, latest: Int32Array, until: Int32Array, day: number, today: number) {
  for (let index = 0; index < mask.length; index += 1) {
    const ready = latest[index] as number
    if (ready === 0 || (until[index] as number) < today) doubt(mask, index)
    else if (ready > day) mask[index] = FAIL
  }
}

function keepPrices(mask: Uint8Array, prices: Float64Array, until: Int32Array, most: number, today: number) {
  for (let index = 0; index < mask.length; index += 1) {
    const price = prices[index] as number
    if (Number.isNaN(price) || (until[index] as number) < today) doubt(mask, index)
    else if (price > most) mask[index] = FAIL
  }
}

function keepRemainders(mask: Uint8Array, remainders: Float64Array, least: number) {
  for (let index = 0; index < mask.length; index += 1) {
    const best = remainders[index] as number
    if (Number.isNaN(best)) doubt(mask, index)
    else if (best < least) mask[index] = FAIL
  }
}

function leastOf(mask: Uint8Array, answers: Uint8Array) {
  for (let index = 0; index < mask.length; index += 1) {
    const answer = answers[index] as number
    if (answer < (mask[index] as number)) mask[index] = answer
  }
}

function sectorAnswers(snapshot: CatalogueSnapshot, own: Prepared, sector: string): Uint8Array {
  let answers = own.sectors.get(sector)
  if (!answers) {
    answers = Uint8Array.from(snapshot.plots, (plot) => {
      const admits = admitsSector(sectorsOf(plot), plot.ownSectors.length > 0 || plot.zone.sectorsCertain, sector)
      if (admits === 'unknown') return UNKNOWN
      return admits ? PASS : FAIL
    })
    own.sectors.set(sector, answers)
  }
  return answers
}

/** What can be promised from a day on at the best node of each plot; NaN where none serves it. */
function remaindersOn(snapshot: CatalogueSnapshot, own: Prepared, kind: UtilityKind, day: Day): Float64Array {
  const name = `${kind} ${day}`
  let found = own.remainders.get(name)
  if (!found) {
    const rests = new Map<PlotRow['nodes'][number], number>()
    const restOf = (node: PlotRow['nodes'][number]): number => {
      let rest = rests.get(node)
      if (rest === undefined) {
        rest = promisableFrom(day, node.entries, node.holds)
        rests.set(node, rest)
      }
      return rest
    }
    found = Float64Array.from(snapshot.plots, (plot) => {
      const served = plot.nodes.filter((node) => node.kind === kind).map(restOf)
      return served.length > 0 ? Math.max(...served) : Number.NaN
    })
    const [oldest] = own.remainders.keys()
    if (own.remainders.size >= REMAINDERS_KEPT && oldest !== undefined) own.remainders.delete(oldest)
    own.remainders.set(name, found)
  }
  return found
}
