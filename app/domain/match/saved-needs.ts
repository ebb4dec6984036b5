import type { Day } from '../time/day'
import type { HardKey } from './criteria'
import type { Need } from './need'
import type { NeedColumns } from './need-columns'
import { Admissions, siteJudge, unknownJudge } from './need-judge'
import { FIRST_DISTANCE_BIT } from './question'
import type { SectorEntry } from './sector'
import type { Site } from './site'

/** What each need fails of a site, as bits of BIT: the same verdicts a match of the need would give it. */
export function failuresOf(columns: NeedColumns, site: Site, sectors: readonly SectorEntry[], today: Day): Int32Array {
  const fails = siteJudge(columns, site, new Admissions(columns, sectors), today)
  const masks = new Int32Array(columns.needs.length)
  for (let index = 0; index < masks.length; index++) masks[index] = fails(index)
  return masks
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

/** What an alert says: what of a need's tests a site has come to pass, that all of it is offered, that it hangs together. */
export type BecameTrue = HardKey | 'offered' | 'joined'

/**
 * What became true for each need between two looks at the same site: nothing where it does not fit now or fitted
 * before, or where what it failed is merely not known any more. `before` is null for a site nobody had seen.
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
  const unknownOf = unknownJudge(columns, after, new Admissions(columns, sectors))
  const found: { index: number; became: BecameTrue[] }[] = []
  now.forEach((mask, index) => {
    if (mask !== 0) return
    const failed = then?.[index]
    if (failed === undefined) {
      found.push({ index, became: ['offered'] })
      return
    }
    const mended = failed & ~unknownOf(index)
    if (mended !== 0) found.push({ index, became: keysOfFailures(mended, columns.needs[index] as Need) })
  })
  return found
}
