import { changeDays, UTILITY_KINDS, type UtilityKind } from '../land/capacity'
import { dayNumber, type NodeRow, type ZoneRow } from '../land/catalogue'
import { type Day, toDay } from '../time/day'
import { type Need, setAreaMaxM2, setSizeOf } from './need'
import type { OfferedLand } from './offered-land'
import { bestRest, groupsOf, NEED_OF_UTILITY } from './question'
import { admissionOf, type SectorAsked, type SectorEntry } from './sector'
import { largestConnectedPart, setPriceUsdPerM2 } from './sets'

/** Saved needs in columns, so that one change of land is held against all of them in one pass. */
export interface NeedColumns {
  needs: readonly Need[]
  areaMinM2: Float64Array
  /** For single plots. */
  areaMaxM2: Float64Array
  setMaxM2: Float64Array
  setSize: Uint8Array
  /** Days since 1970; 0: not asked. */
  readyBy: Int32Array
  /** NaN: not asked. */
  maxPriceUsdPerM2: Float64Array
  minTenureYears: Float64Array
  utilities: Record<UtilityKind, Float64Array>
  /** Index into the distinct values below, which are judged once for each piece of land. */
  sector: Uint32Array
  place: Uint32Array
  sectors: readonly SectorAsked[]
  places: readonly PlaceAsked[]
}

/** All a need asks of the place: zones, kinds, environment group, distances. */
type PlaceAsked = Pick<Need, 'zones' | 'zoneKinds' | 'environmentGroup' | 'maxDistanceKm'>

/** A need that land fits: no hard fail, so many hard unknowns. */
export interface Fit {
  need: number
  unknowns: number
}

export function needColumns(needs: readonly Need[]): NeedColumns {
  const column = (read: (need: Need) => number | undefined) =>
    Float64Array.from(needs, (need) => read(need) ?? Number.NaN)
  const sectors = distinct(needs.map(({ sector }) => sector))
  const places = distinct(
    needs.map(({ zones, zoneKinds, environmentGroup, maxDistanceKm }): PlaceAsked => {
      return { zones, zoneKinds, environmentGroup, maxDistanceKm }
    }),
  )
  return {
    needs,
    areaMinM2: column(({ areaMinM2 }) => areaMinM2),
    areaMaxM2: column(({ areaMaxM2 }) => areaMaxM2 ?? Number.POSITIVE_INFINITY),
    setMaxM2: column(setAreaMaxM2),
    setSize: Uint8Array.from(needs, setSizeOf),
    readyBy: Int32Array.from(needs, ({ readyBy }) => (readyBy === undefined ? 0 : dayNumber(readyBy))),
    maxPriceUsdPerM2: column((need) => need.maxPriceUsdPerM2),
    minTenureYears: column((need) => need.minTenureYears),
    utilities: {
      power: column((need) => need[NEED_OF_UTILITY.power]),
      water: column((need) => need[NEED_OF_UTILITY.water]),
      wastewater: column((need) => need[NEED_OF_UTILITY.wastewater]),
    },
    sector: sectors.index,
    place: places.index,
    sectors: sectors.values,
    places: places.values,
  }
}

function distinct<T>(all: readonly T[]): { values: T[]; index: Uint32Array } {
  const values: T[] = []
  const known = new Map<string, number>()
  const index = Uint32Array.from(all, (value) => {
    const key = JSON.stringify(value)
    const found = known.get(key) ?? values.push(value) - 1
    known.set(key, found)
    return found
  })
  return { values, index }
}

/** A hard verdict in a byte. */
const PASS = 0
const UNKNOWN = 1
const FAIL = 100

/** What a utility can promise of some plots from each day on: from `days[i]` until the next it is `rests[i]`. */
interface PromisedByDay {
  days: Int32Array
  /** NaN: not known. */
  rests: Float64Array
}

function promiseOf(land: OfferedLand, plots: readonly number[], kind: UtilityKind): PromisedByDay {
  const served = plots.map((plot) => land.nodeSets[land.nodeSet[plot] as number] ?? [])
  if (served.some((nodes) => !nodes.some((node) => node.kind === kind))) {
    return { days: Int32Array.of(land.today), rests: Float64Array.of(Number.NaN) }
  }
  const [first = [], ...others] = served
  const nodes = first.filter((node) => node.kind === kind && others.every((all) => all.includes(node)))
  const today = toDay(new Date(land.today * 86_400_000))
  const changes = nodes.flatMap((node) => changeDays(node.entries, node.holds)).filter((day) => day > today)
  const days = [today, ...new Set(changes.sort())]
  const restOn = (day: Day) => bestRest(nodes, kind, (node: NodeRow) => land.restFrom(node, day)) ?? 0
  return { days: Int32Array.from(days, dayNumber), rests: Float64Array.from(days, restOn) }
}

function restAt({ days, rests }: PromisedByDay, day: number): number {
  let low = 0
  let high = days.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((days[middle] as number) <= day) low = middle
    else high = middle - 1
  }
  return rests[low] as number
}

/** Hard fails (many times FAIL) and unknowns of what a need asks of the place. */
function placeVerdict(zone: ZoneRow, asked: PlaceAsked): number {
  let verdict = PASS
  if (asked.zones && asked.zones.length > 0 && !asked.zones.includes(zone.code)) verdict += FAIL
  if (asked.zoneKinds && asked.zoneKinds.length > 0 && !asked.zoneKinds.includes(zone.kind)) verdict += FAIL
  if (asked.environmentGroup !== undefined) {
    const groups = groupsOf(zone)
    if (groups === null) verdict += UNKNOWN
    else if (!groups.includes(asked.environmentGroup)) verdict += FAIL
  }
  for (const [place, capKm] of Object.entries(asked.maxDistanceKm ?? {})) {
    const km = zone.distancesKm[place]
    if (km === undefined) verdict += UNKNOWN
    else if (km > capKm) verdict += FAIL
  }
  return verdict
}

function sectorVerdict(
  land: OfferedLand,
  plots: readonly number[],
  asked: SectorAsked,
  sectors: readonly SectorEntry[],
): number {
  const lists = [...new Set(plots.map((plot) => land.list[plot] as number))]
  const admissions = lists.map((list) => {
    const known = land.lists[list]
    return known ? admissionOf(known, asked, sectors) : 'unknown'
  })
  if (admissions.includes('unknown')) return UNKNOWN
  return admissions.includes('no') ? FAIL : PASS
}

/**
 * Which needs a piece of land fits, by index, with how many unknowns: a plot, or a connected set given by its plots
 * in ascending order. The verdicts are those of a match from the need's side; a set fits a need that allows sets of
 * its size and for which it is area-minimal.
 */
export function fits(
  columns: NeedColumns,
  land: OfferedLand,
  plots: readonly number[],
  sectors: readonly SectorEntry[],
): Fit[] {
  const zone = land.zones[land.zone[plots[0] as number] as number] as ZoneRow
  const areaM2 = plots.reduce((sum, plot) => sum + (land.areaM2[plot] as number), 0)
  const size = plots.length
  const isSet = size > 1
  // Minimal for every need that no connected rest of it satisfies.
  const largestPartM2 = isSet ? largestConnectedPart(land, plots) : -1
  const ready = plots.map((plot) => land.readyLatest[plot] as number)
  const latest = ready.includes(0) ? 0 : Math.max(...ready)
  const tenures = plots.map((plot) => land.tenureYears[plot] as number)
  const tenure = tenures.includes(-1) ? -1 : Math.min(...tenures)
  const price = isSet ? setPriceUsdPerM2(land, plots) : (land.priceUsdPerM2[plots[0] as number] as number)
  const placeVerdicts = Int32Array.from(columns.places, (asked) => placeVerdict(zone, asked))
  const sectorVerdicts = Int32Array.from(columns.sectors, (asked) => sectorVerdict(land, plots, asked, sectors))
  const promises = UTILITY_KINDS.map((kind) => promiseOf(land, plots, kind))
  const needed = UTILITY_KINDS.map((kind) => columns.utilities[kind])
  const most = isSet ? columns.setMaxM2 : columns.areaMaxM2
  const { areaMinM2, setSize, readyBy, maxPriceUsdPerM2, minTenureYears } = columns
  const found: Fit[] = []
  for (let need = 0; need < areaMinM2.length; need++) {
    const least = areaMinM2[need] as number
    if (areaM2 < least || areaM2 > (most[need] as number)) continue
    if (isSet && (size > (setSize[need] as number) || largestPartM2 >= least)) continue
    let verdict =
      (placeVerdicts[columns.place[need] as number] as number) +
      (sectorVerdicts[columns.sector[need] as number] as number)
    if (verdict >= FAIL) continue
    const by = readyBy[need] as number
    if (by !== 0) {
      if (latest === 0) verdict += UNKNOWN
      else if (latest > by) continue
    }
    const cap = maxPriceUsdPerM2[need] as number
    if (price > cap) continue
    if (!Number.isNaN(cap) && Number.isNaN(price)) verdict += UNKNOWN
    const years = minTenureYears[need] as number
    if (!Number.isNaN(years)) {
      if (tenure < 0) verdict += UNKNOWN
      else if (tenure < years) continue
    }
    for (let kind = 0; kind < promises.length; kind++) {
      const asked = needed[kind]?.[need] as number
      if (Number.isNaN(asked)) continue
      const rest = restAt(promises[kind] as PromisedByDay, by === 0 ? land.today : by)
      if (Number.isNaN(rest)) verdict += UNKNOWN
      else if (rest < asked) verdict += FAIL
    }
    if (verdict < FAIL) found.push({ need, unknowns: verdict })
  }
  return found
}
