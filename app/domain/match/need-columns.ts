import { UTILITY_KINDS } from '../land/capacity'
import { dayNumber, ZONE_KINDS } from '../land/catalogue'
import { ENVIRONMENT_GROUPS, type Need, setAreaMaxM2, setSizeOf } from './need'
import { NEED_OF_UTILITY } from './question'
import type { SectorAsked } from './sector'

/** A day nobody asks for, a term nobody asks for. */
export const NEVER = 0x7fff_ffff

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
