import { UTILITY_KINDS } from '../land/capacity'
import { dayNumber, ZONE_KINDS } from '../land/catalogue'
import type { Day } from '../time/day'
import { ENVIRONMENT_GROUPS } from './need'
import { NEVER, type NeedColumns } from './need-columns'
import { BIT, FIRST_DISTANCE_BIT } from './question'
import { type Admission, admissionOf, type SectorEntry, type SectorList } from './sector'
import { type RestSteps, restFrom, type Site } from './site'

/** How lists of sectors admit what the needs ask: each list against each sector once. */
export class Admissions {
  readonly #columns: NeedColumns
  readonly #sectors: readonly SectorEntry[]
  readonly #byList = new WeakMap<SectorList, (Admission | undefined)[]>()
  readonly #byText = new Map<string, (Admission | undefined)[]>()

  constructor(columns: NeedColumns, sectors: readonly SectorEntry[]) {
    this.#columns = columns
    this.#sectors = sectors
  }

  of(list: SectorList, sector: number): Admission {
    let known = this.#byList.get(list)
    if (!known) {
      const text = JSON.stringify(list)
      known = this.#byText.get(text) ?? []
      this.#byText.set(text, known)
      this.#byList.set(list, known)
    }
    known[sector] ??= admissionOf(list, this.#columns.sectors[sector] ?? '', this.#sectors)
    return known[sector] as Admission
  }
}

/** What the needs' lists of zones, caps of distances, kinds and groups fail of a zone: the same for every site of it. */
export interface ZoneFails {
  zones: Int32Array
  caps: Int32Array
  kind: number
  groups: number
}

export function zoneFailsOf(
  columns: NeedColumns,
  site: Pick<Site, 'zone' | 'kind' | 'groups' | 'distancesKm'>,
): ZoneFails {
  return {
    zones: Int32Array.from(columns.zoneLists, (list, at) => (at === 0 || list.includes(site.zone) ? 0 : 1 << BIT.zone)),
    caps: Int32Array.from(columns.capLists, (caps) =>
      distanceMask(caps, (place) => (site.distancesKm[place] ?? 0) > (caps[place] as number)),
    ),
    kind: 1 << ZONE_KINDS.indexOf(site.kind),
    groups: site.groups?.reduce((mask, group) => mask | (1 << ENVIRONMENT_GROUPS.indexOf(group)), 0) ?? 0xff,
  }
}

/** The bits of the places, in their order, of which something is so. */
function distanceMask(caps: Readonly<Record<string, number>>, isSo: (place: string) => boolean): number {
  let mask = 0
  Object.keys(caps)
    .sort()
    .forEach((place, at) => {
      if (isSo(place)) mask |= 1 << (FIRST_DISTANCE_BIT + at)
    })
  return mask
}

/** The bits of its zone that a need fails. */
export function zoneMask(columns: NeedColumns, fails: ZoneFails, index: number): number {
  let mask =
    (fails.zones[columns.zones[index] as number] as number) | (fails.caps[columns.caps[index] as number] as number)
  const group = columns.group[index] as number
  if (group !== 0 && (group & fails.groups) === 0) mask |= 1 << BIT.environmentGroup
  const kinds = columns.kinds[index] as number
  if (kinds !== 0 && (kinds & fails.kind) === 0) mask |= 1 << BIT.kind
  return mask
}

const levelOf = ({ rest }: RestSteps): number | null => (rest.every((one) => one === rest[0]) ? (rest[0] ?? 0) : null)

/**
 * Judges one site, need by need: the bits of BIT that a need fails of it, the same verdicts a match of the need would
 * give. What is not published never fails. A need that does not join plots fails the size of a site of several.
 */
export function siteJudge(
  columns: NeedColumns,
  site: Site,
  admissions: Admissions,
  today: Day,
  zoneFails: ZoneFails = zoneFailsOf(columns, site),
): (index: number) => number {
  const { areaMinM2, readyBy, maxPriceUsdPerM2, minTenureYears, setSize } = columns
  const { areaM2, lists } = site
  const size = site.plots.length
  const most = size === 1 ? columns.areaMaxM2 : columns.setMaxM2
  const price = site.priceUsdPerM2 ?? Number.NaN
  const ready = site.readyLatest ?? -1
  const tenure = site.tenureYears ?? NEVER
  const sectorFails = new Int8Array(columns.sectors.length).fill(-1)
  const now = dayNumber(today)
  const utilities = UTILITY_KINDS.flatMap((kind, at) => {
    const steps = site.rests[kind]
    const needed = columns.utilities[at] as Float64Array
    return steps === null ? [] : [{ needed, steps, level: levelOf(steps), bit: 1 << BIT[kind] }]
  })

  function sectorFail(sector: number): number {
    const admitted = lists.map((list) => admissions.of(list, sector))
    // One unknown part makes the whole unknown, which does not fail.
    const fail = admitted.includes('no') && !admitted.includes('unknown') ? 1 : 0
    sectorFails[sector] = fail
    return fail
  }

  return (index) => {
    let mask = zoneMask(columns, zoneFails, index)
    const sector = columns.sector[index] as number
    const known = sectorFails[sector] as number
    if ((known < 0 ? sectorFail(sector) : known) === 1) mask |= 1 << BIT.sector
    const leastM2 = areaMinM2[index] as number
    const mostM2 = most[index] as number
    const mostPlots = setSize[index] as number
    const by = readyBy[index] as number
    const mostUsd = maxPriceUsdPerM2[index] as number
    const leastYears = minTenureYears[index] as number
    if (areaM2 < leastM2) mask |= 1 << BIT.areaMin
    else if (areaM2 > mostM2) mask |= 1 << BIT.areaMax
    if (size > mostPlots) mask |= 1 << BIT.areaMax
    if (ready > by) mask |= 1 << BIT.readyBy
    if (price > mostUsd) mask |= 1 << BIT.price
    if (tenure < leastYears) mask |= 1 << BIT.tenure
    const day = by === NEVER ? now : by
    for (const { needed, steps, level, bit } of utilities) {
      const amount = needed[index] as number
      if (amount < 0) continue
      const rest = level ?? restFrom(steps, day)
      if (rest < amount) mask |= bit
    }
    return mask
  }
}

/**
 * The bits of BIT for which a site has no known answer to a need: they pass, since what is not published never fails,
 * but nothing of them has become true.
 */
export function unknownJudge(columns: NeedColumns, site: Site, admissions: Admissions): (index: number) => number {
  let figures = 0
  if (site.readyLatest === null) figures |= 1 << BIT.readyBy
  if (site.priceUsdPerM2 === null) figures |= 1 << BIT.price
  if (site.tenureYears === null) figures |= 1 << BIT.tenure
  if (site.groups === null) figures |= 1 << BIT.environmentGroup
  for (const kind of UTILITY_KINDS) if (site.rests[kind] === null) figures |= 1 << BIT[kind]
  const distances = columns.capLists.map((caps) => distanceMask(caps, (place) => site.distancesKm[place] === undefined))
  return (index) => {
    const sector = columns.sector[index] as number
    const isOpen = site.lists.some((list) => admissions.of(list, sector) === 'unknown')
    return figures | (distances[columns.caps[index] as number] as number) | (isOpen ? 1 << BIT.sector : 0)
  }
}
