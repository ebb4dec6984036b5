// Land and needs for measuring a match: made in memory, the same on every machine.

import type { CatalogueSnapshot } from '../app/domain/land/catalogue'
import { makeSnapshot, type NodeRow, type PlotRow, type ZoneRow } from '../app/domain/land/catalogue'
import { chance } from '../app/domain/land/chance'
import type { Need } from '../app/domain/match/need'
import { addDays, type Day } from '../app/domain/time/day'

export const TODAY = '2026-11-26' as Day
export const AT = { today: TODAY, now: new Date('2026-11-26T03:00:00Z') }
const ZONES = 20
const CELL = 0.001
const SECTORS = ['wood_furniture', 'mechanical', 'electronics', 'logistics', 'textile_garment', 'recycling']
const text = { vi: 'minh họa', en: 'illustrative', zh: '示例' }

export const sectorEntries = SECTORS.map((slug, at) => ({ slug, divisions: [String(10 + at)], classes2018: [] }))

function nodesOf(zone: number): NodeRow[] {
  return (['power', 'power', 'water', 'water', 'wastewater', 'wastewater'] as const).map((kind, at) => ({
    id: `${zone}-${at}`,
    kind,
    name: text,
    lon: null,
    lat: null,
    illustrative: true,
    entries: [
      { kind: 'built', amount: 2_000 + Math.floor(chance('built', zone, at) * 40_000), from: addDays(TODAY, -400) },
      { kind: 'committed', amount: Math.floor(chance('taken', zone, at) * 2_000), from: addDays(TODAY, -200) },
      { kind: 'built', amount: 5_000, from: addDays(TODAY, 400) },
    ],
    holds: [],
  }))
}

function zoneOf(at: number): ZoneRow {
  const kinds = ['industrial_park', 'industrial_cluster', 'industrial_cluster', 'planned_complex'] as const
  const sectors = at % 4 === 0 ? ['multi_sector'] : SECTORS.filter((slug) => chance('sector', at, slug) < 0.6)
  return {
    id: `zone-${at}`,
    code: `Z${String(at).padStart(2, '0')}`,
    kind: kinds[at % kinds.length] ?? 'industrial_park',
    name: text,
    keywords: [],
    status: 'operating',
    statusAsOf: null,
    confidence: 'sourced',
    sources: [],
    areaM2: 600_000_000,
    industrialLandM2: null,
    lat: 21.5,
    lon: 106.5,
    coordPrecisionKm: 1,
    borderCommune: at % 5 === 0,
    sectors,
    sectorsCertain: at % 7 !== 0,
    termEndYear: 2073,
    developerName: null,
    developerOfferNeeded: false,
    distancesKm: { huu_nghi: 10 + Math.floor(chance('gate', at) * 90), hanoi_centre: 60 + at * 5 },
    details: at % 6 === 0 ? {} : { environmentGroups: ['II', 'III', 'IV'].slice(at % 3) },
    drawing: null,
    publication: 'published',
    communes: [],
    nodes: nodesOf(at),
  }
}

/** So many published, offered plots in square grids of twenty zones. */
export function benchLand(count: number): CatalogueSnapshot {
  const zones = Array.from({ length: ZONES }, (_, at) => zoneOf(at))
  const side = Math.ceil(Math.sqrt(count / ZONES))
  const plots = Array.from({ length: count }, (_, index): PlotRow => {
    const zone = zones[index % ZONES] as ZoneRow
    const cell = Math.floor(index / ZONES)
    const [west, south] = [100 + (index % ZONES) * 1 + (cell % side) * CELL, 21 + Math.floor(cell / side) * CELL]
    const [east, north] = [west + CELL, south + CELL]
    const own = (name: string) => chance(name, index)
    const readyIn = Math.floor(own('ready') * 900)
    return {
      id: String(index),
      code: `BE-${String(index).padStart(6, '0')}`,
      zone,
      block: null,
      phase: null,
      areaM2: 5_000 + Math.floor(own('area') * 195_000),
      ring: [
        [west, south],
        [east, south],
        [east, north],
        [west, north],
        [west, south],
      ],
      rung: 'serviced',
      rungSince: null,
      rungConfirmedUntil: addDays(TODAY, Math.floor(own('until') * 300) - 15),
      readyBy: own('dated') < 0.95 ? { earliest: TODAY, latest: addDays(TODAY, readyIn) } : null,
      commercial: 'offered',
      publication: 'published',
      illustrative: true,
      retired: null,
      termEndYear: own('term') < 0.9 ? 2050 + Math.floor(own('year') * 28) : null,
      maxDensityPct: null,
      maxFloors: null,
      ownSectors: own('own') < 0.05 ? ['mechanical'] : [],
      note: null,
      price: own('priced') < 0.9 ? { usdPerM2: 40 + Math.floor(own('price') * 100), confirmedUntil: null } : null,
      nodes: zone.nodes.filter((_, at) => at % 2 === Math.floor(own('node') * 2)),
      holds: [],
    }
  })
  const places = ['huu_nghi', 'hanoi_centre'].map((key) => ({ key, kind: 'port', name: text, lon: 106, lat: 21 }))
  return makeSnapshot(1, zones, plots, places)
}

/** All twelve hard criteria, asked as early in a search: each leaves most land, all together about a tenth. */
export const benchNeed: Need = {
  sector: 'wood_furniture',
  areaMinM2: 60_000,
  areaMaxM2: 190_000,
  readyBy: addDays(TODAY, 700),
  powerKva: 2_000,
  waterM3PerDay: 1_500,
  wastewaterM3PerDay: 1_200,
  maxPriceUsdPerM2: 125,
  minTenureYears: 28,
  environmentGroup: 'III',
  zoneKinds: ['industrial_park', 'industrial_cluster', 'planned_complex'],
  zones: Array.from({ length: 18 }, (_, at) => `Z${String(at).padStart(2, '0')}`),
  maxDistanceKm: { huu_nghi: 90 },
  limit: 50,
}

/** Saved needs, each with parts of its own. */
export function benchNeeds(count: number): Need[] {
  return Array.from({ length: count }, (_, index): Need => {
    const own = (name: string) => chance('need', name, index)
    const areaMinM2 = 5_000 + Math.floor(own('area') * 150_000)
    return {
      sector: SECTORS[Math.floor(own('sector') * SECTORS.length)] ?? 'mechanical',
      areaMinM2,
      areaMaxM2: own('max') < 0.5 ? areaMinM2 + Math.floor(own('span') * 100_000) : undefined,
      readyBy: addDays(TODAY, Math.floor(own('ready') * 900)),
      powerKva: Math.floor(own('power') * 10_000),
      waterM3PerDay: Math.floor(own('water') * 8_000),
      wastewaterM3PerDay: Math.floor(own('waste') * 8_000),
      maxPriceUsdPerM2: 50 + Math.floor(own('price') * 90),
      minTenureYears: Math.floor(own('years') * 50),
      environmentGroup: own('group') < 0.5 ? 'III' : undefined,
      zoneKinds: own('kind') < 0.3 ? ['industrial_park'] : undefined,
      maxDistanceKm: own('far') < 0.5 ? { huu_nghi: 20 + Math.floor(own('km') * 10) * 10 } : undefined,
    }
  })
}
