// Small random land for the proofs: zones as grids of square plots, so that who adjoins whom is known from the cells.
import fc from 'fast-check'
import type { CapacityEntry, CapacityHold, UtilityKind } from '../land/capacity'
import {
  type At,
  type CatalogueSnapshot,
  makeSnapshot,
  type NodeRow,
  type PlotRow,
  type ZoneRow,
} from '../land/catalogue'
import type { Position, Ring } from '../land/geometry'
import { addDays, type Day } from '../time/day'
import { ENVIRONMENT_GROUPS } from './need'
import type { SectorEntry } from './sector'

export const TODAY = '2026-11-26' as Day
export const AT: At = { today: TODAY, now: new Date('2026-11-26T03:00:00Z') }
const later = (days: number): Day => addDays(TODAY, days)
const instant = (hours: number): Date => new Date(AT.now.getTime() + hours * 3_600_000)

export const SECTORS: SectorEntry[] = [
  { slug: 'wood', divisions: ['16', '31', '20'], classes2018: ['1610', '1629', '2029', '3100'] },
  { slug: 'tanning', divisions: ['15'], classes2018: ['1511', '1520'] },
  { slug: 'recycling', divisions: ['38', '39'], classes2018: ['3811', '3830', '3900'] },
  { slug: 'multi_sector', divisions: [], classes2018: [] },
]
export const PLACES = ['huu_nghi', 'port']
const COLUMNS = 3
const SIDE_DEGREES = 0.001
/** About 15 m, between the first column and the others of a zone with a road. */
const ROAD_DEGREES = 0.00015
const ROAD_WIDTH_M = 12
/** An internal road that sites may span or may not, or a main one, which they never may. */
type Road = 'spanned' | 'closed' | 'main' | null

const westOf = (zone: number): number => 106.5 + zone * 0.1

const cellRing = (zone: number, cell: number, road: Road): Ring => {
  const column = cell % COLUMNS
  const west = westOf(zone) + column * SIDE_DEGREES + (road !== null && column > 0 ? ROAD_DEGREES : 0)
  const south = 21.5 + Math.floor(cell / COLUMNS) * SIDE_DEGREES
  const [east, north] = [west + SIDE_DEGREES, south + SIDE_DEGREES]
  return [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
    [west, south],
  ]
}

const drawingOf = (zone: number, road: Road): ZoneRow['drawing'] => {
  if (road === null) return null
  const lon = westOf(zone) + SIDE_DEGREES + ROAD_DEGREES / 2
  const line: Position[] = [
    [lon, 21.4],
    [lon, 21.6],
  ]
  return {
    zone: '',
    prefix: '',
    outline: [],
    phases: [],
    blocks: [],
    roads: [{ kind: road === 'main' ? 'main' : 'internal', line, widthM: ROAD_WIDTH_M }],
    greens: [],
    centres: [],
    surroundings: [],
    industrialLandAssumed: false,
    illustrative: true,
  }
}

/** A plot beside its place in the grid of its zone. */
export interface Placed {
  plot: PlotRow
  row: number
  column: number
}

export interface Land {
  snapshot: CatalogueSnapshot
  placed: Placed[]
}

const maybe = <T>(arbitrary: fc.Arbitrary<T>, freq = 4) => fc.option(arbitrary, { nil: null, freq })
const often = <T>(usual: T, ...others: T[]) =>
  fc.oneof({ weight: 12, arbitrary: fc.constant(usual) }, { weight: 1, arbitrary: fc.constantFrom(...others) })
const sectorLists = fc.constantFrom<string[][]>(
  ['wood'],
  ['wood', 'tanning'],
  ['multi_sector'],
  ['tanning', 'recycling'],
  [],
)

const entryArb: fc.Arbitrary<CapacityEntry> = fc.record({
  kind: fc.constantFrom('built', 'built', 'committed', 'withdrawn'),
  amount: fc.integer({ min: 0, max: 6 }).map((n) => n * 100),
  from: fc.constantFrom(-100, 0, 50, 150, 400).map(later),
})
const holdArb: fc.Arbitrary<CapacityHold> = fc
  .record({
    amount: fc.integer({ min: 1, max: 4 }).map((n) => n * 50),
    from: fc.constantFrom(-300, -20, 30),
    hours: fc.constantFrom(10, 200, 1_500),
    neededOn: maybe(fc.constantFrom(20, 60, 300).map(later)),
  })
  .map(({ amount, from, hours, neededOn }) => ({
    amount,
    from: instant(from),
    until: instant(from + hours),
    neededOn,
  }))

const nodeArb: fc.Arbitrary<{ kind: UtilityKind; entries: CapacityEntry[]; holds: CapacityHold[] }> = fc.record({
  kind: fc.constantFrom('power', 'power', 'water', 'wastewater'),
  entries: fc.array(entryArb, { minLength: 1, maxLength: 3 }),
  holds: fc.array(holdArb, { maxLength: 2 }),
})

const plotArb = fc.record({
  cell: fc.integer({ min: 0, max: 8 }),
  areaM2: fc.integer({ min: 1, max: 7 }).map((n) => n * 10_000),
  price: maybe(
    fc.record({
      usdPerM2: fc.oneof({ weight: 15, arbitrary: fc.integer({ min: 3, max: 16 }).map((n) => n * 10) }, fc.constant(0)),
      until: maybe(fc.constantFrom(-1, 0, 90)),
    }),
  ),
  rent: maybe(fc.record({ thousands: fc.integer({ min: 20, max: 60 }), rate: maybe(fc.constant(25_000)) }), 1),
  ready: maybe(fc.constantFrom(-30, 0, 40, 120, 300, 700)),
  rungUntil: maybe(fc.constantFrom(-1, 0, 200), 6),
  termEndYear: maybe(fc.constantFrom(2026, 2040, 2060, 2073)),
  ownSectors: fc.constantFrom<string[]>([], [], [], ['wood'], ['tanning']),
  published: often(true, false),
  commercial: often<PlotRow['commercial']>('offered', 'leased', 'reserved'),
  held: often(false, true),
  nodes: fc.integer({ min: 0, max: 15 }),
})

const zoneArb = fc.record({
  kind: fc.constantFrom('industrial_park', 'industrial_cluster'),
  sectors: sectorLists,
  certain: fc.constantFrom(true, true, false),
  excluded: fc.constantFrom<string[]>([], [], ['tanning'], ['1511'], ['38']),
  groups: maybe(fc.subarray([...ENVIRONMENT_GROUPS])),
  termEndYear: maybe(fc.constantFrom(2055, 2073)),
  gateKm: fc.integer({ min: 2, max: 24 }).map((n) => n * 10),
  portKm: maybe(fc.integer({ min: 10, max: 25 }).map((n) => n * 10)),
  areaM2: maybe(fc.constantFrom(300_000, 900_000)),
  borderCommune: fc.boolean(),
  road: fc.constantFrom<Road>(null, null, 'spanned', 'closed', 'main'),
  nodes: fc.array(nodeArb, { maxLength: 4 }),
  capacityUntil: fc.constantFrom(null, 0, 0, 200, 200, -1),
  plots: fc.uniqueArray(plotArb, { selector: ({ cell }) => cell, minLength: 5, maxLength: 9, size: 'max' }),
})

type ZoneSeed = typeof zoneArb extends fc.Arbitrary<infer T> ? T : never

export const landArb: fc.Arbitrary<Land> = fc.array(zoneArb, { minLength: 1, maxLength: 3 }).map(landOf)

function landOf(seeds: ZoneSeed[]): Land {
  const zones: ZoneRow[] = []
  const placed: Placed[] = []
  seeds.forEach((seed, at) => {
    const nodes = seed.nodes.map(
      (node, n): NodeRow => ({
        ...node,
        id: `${at}-${n}`,
        name: { vi: '', en: '', zh: '' },
        lon: null,
        lat: null,
        illustrative: true,
        confirmedUntil: seed.capacityUntil === null ? null : later(seed.capacityUntil),
      }),
    )
    const zone = zoneOf(seed, at, nodes)
    zones.push(zone)
    for (const plot of seed.plots) {
      const row = plotOf(plot, zone, at, seed.road)
      placed.push({ plot: row, row: Math.floor(plot.cell / COLUMNS), column: plot.cell % COLUMNS })
    }
  })
  const places = PLACES.map((key) => ({ key, kind: 'port', name: { vi: key, en: key, zh: key }, lon: 107, lat: 21 }))
  return {
    snapshot: makeSnapshot(
      7,
      zones,
      placed.map(({ plot }) => plot),
      places,
    ),
    placed,
  }
}

function zoneOf(seed: ZoneSeed, at: number, nodes: NodeRow[]): ZoneRow {
  return {
    id: `zone-${at}`,
    code: `Z${at}`,
    kind: seed.kind,
    name: { vi: `Khu ${at}`, en: `Zone ${at}`, zh: `区 ${at}` },
    keywords: [],
    status: 'operating',
    statusAsOf: null,
    confidence: 'sourced',
    sources: [],
    areaM2: seed.areaM2,
    industrialLandM2: null,
    lat: 21.5,
    lon: 106.5,
    coordPrecisionKm: 1,
    borderCommune: seed.borderCommune,
    sectors: seed.sectors,
    sectorsCertain: seed.certain,
    termEndYear: seed.termEndYear,
    developerName: null,
    developerOfferNeeded: false,
    distancesKm: { huu_nghi: seed.gateKm, ...(seed.portKm !== null && { port: seed.portKm }) },
    details: {
      sectorsExcluded: seed.excluded,
      sitesSpanRoads: seed.road === 'spanned' || seed.road === 'main',
      ...(seed.groups && { environmentGroups: seed.groups }),
    },
    drawing: drawingOf(at, seed.road),
    publication: 'published',
    communes: [],
    nodes,
  }
}

function plotOf(seed: ZoneSeed['plots'][number], zone: ZoneRow, at: number, road: Road): PlotRow {
  return {
    id: `${zone.code}-${seed.cell}`,
    // Codes whose order by letters is not the order of the cells.
    code: `${zone.code}-P${(seed.cell * 7) % 11}`,
    zone,
    block: null,
    phase: null,
    areaM2: seed.areaM2,
    ring: cellRing(at, seed.cell, road),
    rung: 'leasable',
    rungSince: null,
    retired: null,
    rungConfirmedUntil: seed.rungUntil === null ? null : later(seed.rungUntil),
    readyBy: seed.ready === null ? null : { earliest: later(seed.ready - 60), latest: later(seed.ready) },
    commercial: seed.commercial,
    publication: seed.published ? 'published' : 'draft',
    illustrative: true,
    termEndYear: seed.termEndYear,
    maxDensityPct: null,
    maxFloors: null,
    ownSectors: seed.ownSectors,
    note: null,
    price: seed.price && {
      usdPerM2: seed.price.usdPerM2,
      confirmedUntil: seed.price.until === null ? null : later(seed.price.until),
    },
    rent: seed.rent && { vndPerM2Year: seed.rent.thousands * 1_000, vndPerUsd: seed.rent.rate, confirmedUntil: null },
    nodes: zone.nodes.filter((_, n) => (seed.nodes & (1 << n)) !== 0),
    holds: seed.held ? [{ from: instant(-5), until: instant(100) }] : [],
  }
}
