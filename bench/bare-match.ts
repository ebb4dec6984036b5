// What a match is held against: a loop over full columns with twelve comparisons, six soft scores and a floor of the
// best fifty, nothing explained. Written as one would write it by hand for this one need.
import { dayNumber } from '../app/domain/land/catalogue'
import type { Need } from '../app/domain/match/need'
import type { OfferedLand } from '../app/domain/match/offered-land'
import { questionOf } from '../app/domain/match/question'
import type { SectorEntry } from '../app/domain/match/sector'
import type { Site } from '../app/domain/match/site'
import type { Day } from '../app/domain/time/day'

/** One number a plot for each criterion; NaN: not known. */
export interface BareColumns {
  sector: Float64Array
  area: Float64Array
  ready: Float64Array
  power: Float64Array
  water: Float64Array
  wastewater: Float64Array
  price: Float64Array
  tenure: Float64Array
  group: Float64Array
  zone: Float64Array
  kind: Float64Array
  gateKm: Float64Array
}

/** The answers of zones, lists and nodes written out for each plot: what a database table would hold. */
export function bareColumns(land: OfferedLand, need: Need, sectors: readonly SectorEntry[], today: Day): BareColumns {
  const question = questionOf(land, need, sectors, today)
  const each = (read: (index: number) => number) => Float64Array.from(land.plots, (_, index) => read(index))
  const nodes = (index: number) => land.nodeSet[index] as number
  const zone = (index: number) => land.zones[land.zone[index] as number]
  const known = (passes: boolean | null) => (passes === null ? Number.NaN : Number(passes))
  return {
    sector: each((index) => {
      const admission = question.admission[land.list[index] as number]
      return known(admission === 'unknown' ? null : admission !== 'no')
    }),
    area: Float64Array.from(land.areaM2),
    ready: each((index) => land.readyLatest[index] || Number.NaN),
    power: each((index) => question.rests.power[nodes(index)] as number),
    water: each((index) => question.rests.water[nodes(index)] as number),
    wastewater: each((index) => question.rests.wastewater[nodes(index)] as number),
    price: land.priceUsdPerM2.slice(),
    tenure: each((index) =>
      (land.tenureYears[index] as number) < 0 ? Number.NaN : (land.tenureYears[index] as number),
    ),
    group: each((index) => {
      const groups = zone(index)?.details.environmentGroups as string[] | undefined
      return known(groups ? groups.includes(need.environmentGroup ?? '') : null)
    }),
    zone: each((index) => Number(need.zones?.includes(zone(index)?.code ?? '') ?? true)),
    kind: each((index) => Number(need.zoneKinds?.includes(zone(index)?.kind ?? 'industrial_park') ?? true)),
    gateKm: each((index) => zone(index)?.distancesKm.huu_nghi ?? Number.NaN),
  }
}

const clamp = (share: number): number => Math.min(1, Math.max(0, share))

/** The scores of the best, worst first; their number is `limit`. */
export function bareMatch(
  columns: BareColumns,
  need: Required<Pick<Need, 'areaMinM2'>> & Need,
  today: number,
  limit: number,
): Float64Array {
  const { sector, area, ready, power, water, wastewater, price, tenure, group, zone, kind, gateKm } = columns
  const readyBy = need.readyBy ? dayNumber(need.readyBy) : 0
  const [min, max, kva, clean, waste, cap, years, far] = [
    need.areaMinM2,
    need.areaMaxM2 ?? Number.POSITIVE_INFINITY,
    need.powerKva ?? 0,
    need.waterM3PerDay ?? 0,
    need.wastewaterM3PerDay ?? 0,
    need.maxPriceUsdPerM2 ?? 0,
    need.minTenureYears ?? 0,
    need.maxDistanceKm?.huu_nghi ?? 0,
  ]
  const best = new Float64Array(limit).fill(-1)
  for (let i = 0; i < area.length; i++) {
    let fails = 0
    let unknowns = 0
    const s = sector[i] as number
    const a = area[i] as number
    const r = ready[i] as number
    const p = power[i] as number
    const w = water[i] as number
    const x = wastewater[i] as number
    const c = price[i] as number
    const t = tenure[i] as number
    const g = group[i] as number
    const z = zone[i] as number
    const k = kind[i] as number
    const d = gateKm[i] as number
    if (s === 0) fails++
    else if (s !== 1) unknowns++
    if (a < min || a > max) fails++
    else if (!(a >= min && a <= max)) unknowns++
    if (r > readyBy) fails++
    else if (!(r <= readyBy)) unknowns++
    if (p < kva) fails++
    else if (!(p >= kva)) unknowns++
    if (w < clean) fails++
    else if (!(w >= clean)) unknowns++
    if (x < waste) fails++
    else if (!(x >= waste)) unknowns++
    if (c > cap) fails++
    else if (!(c <= cap)) unknowns++
    if (t < years) fails++
    else if (!(t >= years)) unknowns++
    if (g === 0) fails++
    else if (g !== 1) unknowns++
    if (z === 0) fails++
    else if (z !== 1) unknowns++
    if (k === 0) fails++
    else if (k !== 1) unknowns++
    if (d > far) fails++
    else if (!(d <= far)) unknowns++
    if (fails > 0) continue
    const soft =
      clamp((140 - c) / 100) +
      clamp(1 - (r - today) / 1_095) +
      clamp(1 - d / 200) +
      clamp(min / a) +
      (clamp(1 - kva / p) + clamp(1 - clean / w) + clamp(1 - waste / x)) / 3 +
      s
    const score = (soft / 6) * 0.9 ** unknowns
    if (score <= (best[0] as number)) continue
    let at = 1
    while (at < limit && (best[at] as number) < score) {
      best[at - 1] = best[at] as number
      at++
    }
    best[at - 1] = score
  }
  return best
}

/** Saved needs as one would write them down for a bare loop: numbers alone, infinities where nothing is asked. */
export type BareNeeds = Record<
  | 'min'
  | 'max'
  | 'ready'
  | 'power'
  | 'water'
  | 'wastewater'
  | 'price'
  | 'tenure'
  | 'gateKm'
  | 'sector'
  | 'group'
  | 'park',
  Float64Array
>

export function bareNeeds(needs: readonly Need[], sectors: readonly SectorEntry[]): BareNeeds {
  const each = (read: (need: Need) => number | undefined, none: number) =>
    Float64Array.from(needs, (need) => read(need) ?? none)
  return {
    min: each((need) => need.areaMinM2, 0),
    max: each((need) => need.areaMaxM2, Number.POSITIVE_INFINITY),
    ready: each((need) => need.readyBy && dayNumber(need.readyBy), Number.POSITIVE_INFINITY),
    power: each((need) => need.powerKva, Number.NEGATIVE_INFINITY),
    water: each((need) => need.waterM3PerDay, Number.NEGATIVE_INFINITY),
    wastewater: each((need) => need.wastewaterM3PerDay, Number.NEGATIVE_INFINITY),
    price: each((need) => need.maxPriceUsdPerM2, Number.POSITIVE_INFINITY),
    tenure: each((need) => need.minTenureYears, 0),
    gateKm: each((need) => need.maxDistanceKm?.huu_nghi, Number.POSITIVE_INFINITY),
    sector: each((need) => sectors.findIndex(({ slug }) => slug === need.sector), -1),
    group: each((need) => (need.environmentGroup ? 1 : 0), 0),
    park: each((need) => (need.zoneKinds ? 1 : 0), 0),
  }
}

/** How many needs a plot fits, utilities as they are today. */
export function bareFits(needs: BareNeeds, site: Site, today: number): number {
  const rest = (kind: 'power' | 'water' | 'wastewater') => site.rests[kind]?.rest[0] ?? Number.POSITIVE_INFINITY
  const [power, water, wastewater] = [rest('power'), rest('water'), rest('wastewater')]
  const price = site.priceUsdPerM2 ?? 0
  const ready = site.readyLatest ?? today
  const tenure = site.tenureYears ?? 99
  const gateKm = site.distancesKm.huu_nghi ?? 0
  const park = site.kind === 'industrial_park' ? 1 : 0
  const group = site.groups?.includes('III') === false ? 0 : 1
  let fitting = 0
  for (let i = 0; i < needs.min.length; i++) {
    const fits =
      site.areaM2 >= (needs.min[i] as number) &&
      site.areaM2 <= (needs.max[i] as number) &&
      ready <= (needs.ready[i] as number) &&
      power >= (needs.power[i] as number) &&
      water >= (needs.water[i] as number) &&
      wastewater >= (needs.wastewater[i] as number) &&
      price <= (needs.price[i] as number) &&
      tenure >= (needs.tenure[i] as number) &&
      gateKm <= (needs.gateKm[i] as number) &&
      (needs.sector[i] as number) >= 0 &&
      group >= (needs.group[i] as number) &&
      park >= (needs.park[i] as number)
    if (fits) fitting++
  }
  return fitting
}
