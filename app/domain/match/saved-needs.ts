import { UTILITY_KINDS } from '../land/capacity'
import { dayNumber, ZONE_KINDS } from '../land/catalogue'
import type { Day } from '../time/day'
import type { HardKey } from './criteria'
import { ENVIRONMENT_GROUPS, type Need, setAreaMaxM2, setSizeOf } from './need'
import { BIT, FIRST_DISTANCE_BIT, NEED_OF_UTILITY } from './question'
import { admissionOf, type SectorAsked, type SectorEntry } from './sector'
import { restFrom, type Site } from './site'

const NEVER = 0x7fff_ffff

/** Saved needs in columns, so that ten thousand are judged against one changed plot by looking up and comparing. */
export interface NeedColumns {
  needs: readonly Need[]
  areaMinM2: Float64Array
  /** For single plots; infinite where the need names none. */
  areaMaxM2: Float64Array
  setMaxM2: Float64Array
  setSize: Uint8Array
  /** Days since 1970; the far end where none is asked. */
  readyBy: Int32Array
  /** The least of each utility, in the order of UTILITY_KINDS; not asked: below zero. */
  utilities: readonly Float64Array[]
  /** Infinite: not asked. */
  maxPriceUsdPerM2: Float64Array
  minTenureYears: Int16Array
  /** Bits by ENVIRONMENT_GROUPS and ZONE_KINDS; none: not asked. */
  group: Uint8Array
  kinds: Uint8Array
  /** Into the lists beside it; needs that ask the same share one. 0: not asked. */
  zones: Uint32Array
  zoneLists: readonly (readonly string[])[]
  sector: Uint32Array
  sectors: readonly SectorAsked[]
  caps: Uint32Array
  capLists: readonly Readonly<Record<string, number>>[]
}

/** Columns of saved needs. */
export function needColumns(needs: readonly Need[]): NeedColumns {
  const count = needs.length
  const zones = kept<readonly string[]>([])
  const sectors = kept<SectorAsked>()
  const caps = kept<Readonly<Record<string, number>>>({})
  const columns = {
    needs,
    areaMinM2: Float64Array.from(needs, (need) => need.areaMinM2),
    areaMaxM2: Float64Array.from(needs, (need) => need.areaMaxM2 ?? Number.POSITIVE_INFINITY),
    setMaxM2: Float64Array.from(needs, setAreaMaxM2),
    setSize: Uint8Array.from(needs, setSizeOf),
    readyBy: Int32Array.from(needs, (need) => (need.readyBy === undefined ? NEVER : dayNumber(need.readyBy))),
    utilities: UTILITY_KINDS.map((kind) => Float64Array.from(needs, (need) => need[NEED_OF_UTILITY[kind]] ?? -1)),
    maxPriceUsdPerM2: Float64Array.from(needs, (need) => need.maxPriceUsdPerM2 ?? Number.POSITIVE_INFINITY),
    minTenureYears: Int16Array.from(needs, (need) => need.minTenureYears ?? -1),
    group: Uint8Array.from(needs, ({ environmentGroup }) =>
      environmentGroup === undefined ? 0 : 1 << ENVIRONMENT_GROUPS.indexOf(environmentGroup),
    ),
    kinds: Uint8Array.from(needs, ({ zoneKinds = [] }) =>
      zoneKinds.reduce((mask, kind) => mask | (1 << ZONE_KINDS.indexOf(kind)), 0),
    ),
    zones: new Uint32Array(count),
    zoneLists: zones.values,
    sector: new Uint32Array(count),
    sectors: sectors.values,
    caps: new Uint32Array(count),
    capLists: caps.values,
  }
  needs.forEach((need, index) => {
    columns.zones[index] = zones.indexOf(need.zones ?? [])
    columns.sector[index] = sectors.indexOf(need.sector)
    columns.caps[index] = caps.indexOf(need.maxDistanceKm ?? {})
  })
  return columns
}

/** Values, each once by what it says. */
function kept<T>(...first: T[]): { values: T[]; indexOf(value: T): number } {
  const values = [...first]
  const known = new Map(values.map((value, index) => [JSON.stringify(value), index]))
  return {
    values,
    indexOf(value) {
      const key = JSON.stringify(value)
      const found = known.get(key)
      if (found !== undefined) return found
      known.set(key, values.length)
      return values.push(value) - 1
    },
  }
}

/**
 * What each need fails of a site, as bits of BIT: the same verdicts a match of the need would give it. What is not
 * published never fails. A need that does not join plots fails the size of a site of several.
 */
export function failuresOf(columns: NeedColumns, site: Site, sectors: readonly SectorEntry[], today: Day): Int32Array {
  const count = columns.needs.length
  const fails = new Int32Array(count)
  const size = site.plots.length
  const { areaM2 } = site
  const price = site.priceUsdPerM2 ?? Number.NaN
  const ready = site.readyLatest ?? -1
  const tenure = site.tenureYears ?? NEVER
  const kind = 1 << ZONE_KINDS.indexOf(site.kind)
  const groups = site.groups?.reduce((mask, group) => mask | (1 << ENVIRONMENT_GROUPS.indexOf(group)), 0) ?? 0xff
  const zoneFails = Int32Array.from(columns.zoneLists, (list, at) =>
    at === 0 || list.includes(site.zone) ? 0 : 1 << BIT.zone,
  )
  const sectorFails = Int32Array.from(columns.sectors, (asked) => sectorFail(site, asked, sectors))
  const capFails = Int32Array.from(columns.capLists, (caps) => distanceFails(site, caps))
  const now = dayNumber(today)
  const most = size === 1 ? columns.areaMaxM2 : columns.setMaxM2
  const { areaMinM2, readyBy, maxPriceUsdPerM2, minTenureYears, group, kinds, zones, sector, caps, setSize } = columns
  for (let index = 0; index < count; index++) {
    let mask =
      (zoneFails[zones[index] as number] as number) |
      (sectorFails[sector[index] as number] as number) |
      (capFails[caps[index] as number] as number)
    const leastM2 = areaMinM2[index] as number
    const mostM2 = most[index] as number
    const mostPlots = setSize[index] as number
    const by = readyBy[index] as number
    const maxPrice = maxPriceUsdPerM2[index] as number
    const minTenure = minTenureYears[index] as number
    if (areaM2 < leastM2) mask |= 1 << BIT.areaMin
    else if (areaM2 > mostM2) mask |= 1 << BIT.areaMax
    if (size > mostPlots) mask |= 1 << BIT.areaMax
    if (ready > by) mask |= 1 << BIT.readyBy
    if (price > maxPrice) mask |= 1 << BIT.price
    if (tenure < minTenure) mask |= 1 << BIT.tenure
    const asked = group[index] as number
    if (asked !== 0 && (asked & groups) === 0) mask |= 1 << BIT.environmentGroup
    const among = kinds[index] as number
    if (among !== 0 && (among & kind) === 0) mask |= 1 << BIT.kind
    fails[index] = mask
  }
  UTILITY_KINDS.forEach((utility, at) => {
    const steps = site.rests[utility]
    if (steps === null) return
    const needed = columns.utilities[at] as Float64Array
    const [whole] = steps.rest
    const level = steps.rest.every((rest) => rest === whole) ? (whole as number) : null
    for (let index = 0; index < count; index++) {
      const amount = needed[index] as number
      if (amount < 0) continue
      const on = readyBy[index] as number
      const rest = level ?? restFrom(steps, on === NEVER ? now : on)
      if (rest < amount) fails[index] = (fails[index] as number) | (1 << BIT[utility])
    }
  })
  return fails
}

function sectorFail(site: Site, asked: SectorAsked, sectors: readonly SectorEntry[]): number {
  const admissions = site.lists.map((list) => admissionOf(list, asked, sectors))
  // One unknown part makes the whole unknown, which does not fail.
  return admissions.includes('no') && !admissions.includes('unknown') ? 1 << BIT.sector : 0
}

function distanceFails(site: Site, caps: Readonly<Record<string, number>>): number {
  let mask = 0
  Object.keys(caps)
    .sort()
    .forEach((place, at) => {
      const km = site.distancesKm[place]
      if (km !== undefined && km > (caps[place] as number)) mask |= 1 << (FIRST_DISTANCE_BIT + at)
    })
  return mask
}

const KEY_OF_BIT: readonly HardKey[] = [
  'area',
  'area',
  'readyBy',
  'price',
  'tenure',
  'sector',
  'power',
  'water',
  'wastewater',
  'environmentGroup',
  'zone',
  'kind',
]

/** The criteria behind the bits of a verdict, each once, in the order of BIT. */
export function keysOfFailures(mask: number, need: Need): HardKey[] {
  const places = Object.keys(need.maxDistanceKm ?? {}).sort()
  const keys: HardKey[] = []
  for (let bit = 0; bit < FIRST_DISTANCE_BIT + places.length; bit++) {
    if ((mask & (1 << bit)) === 0) continue
    const key: HardKey = KEY_OF_BIT[bit] ?? `distance.${places[bit - FIRST_DISTANCE_BIT] ?? ''}`
    if (!keys.includes(key)) keys.push(key)
  }
  return keys
}

/** What an alert says: what of a need's tests a site has come to pass, or that it is offered now. */
export type BecameTrue = HardKey | 'offered'

/**
 * What became true for each need between two looks at the same site: nothing where it does not fit now or fitted
 * before. `before` is null for a site nobody had seen.
 */
export function newlyFitting(
  columns: NeedColumns,
  before: Site | null,
  after: Site,
  sectors: readonly SectorEntry[],
  today: Day,
): { index: number; became: BecameTrue[] }[] {
  if (!after.offered) return []
  const now = failuresOf(columns, after, sectors, today)
  const then = before?.offered ? failuresOf(columns, before, sectors, today) : null
  const found: { index: number; became: BecameTrue[] }[] = []
  now.forEach((mask, index) => {
    if (mask !== 0) return
    const failed = then?.[index]
    if (failed === undefined) found.push({ index, became: ['offered'] })
    else if (failed !== 0) found.push({ index, became: keysOfFailures(failed, columns.needs[index] as Need) })
  })
  return found
}
