import type { Text } from '../text'
import type { Day } from '../time/day'
import { type Across, neighboursOf } from './adjacency'
import type { UtilityKind } from './capacity'
import { type At, type CatalogueSnapshot, isPublicPlot, isStale, type PlotRow, sectorsOf } from './catalogue'
import { ringAreaM2 } from './geometry'
import { publishedLedgers, toldLedger } from './node-ledger'
import { setFacts } from './plot-set'
import type { CommercialState, Rung, ZoneStatus } from './readiness'
import { type AreaCheck, checkArea, type Vn2000Boundary, vertexAreaM2 } from './vn2000'
import { type ZoneIncentives, zoneIncentives } from './zone-incentives'
import { detailsOf } from './zone-record'

/** A figure with who answers for it, as the record has it. */
export interface SheetFact {
  key: string
  value: unknown
  source: string
  confirmedBy: string
  confirmedOn: Day
  confirmedUntil: Day | null
  illustrative: boolean
}

/** What a sheet is asked about later: does it still hold? */
export interface SheetValues {
  areaM2: number
  rung: Rung
  readyBy: { earliest: Day; latest: Day } | null
  commercial: CommercialState
  priceUsdPerM2: number | null
  termEndYear: number | null
  maxDensityPct: number | null
  maxFloors: number | null
  sectors: string[]
  powerKva: number | null
  waterM3PerDay: number | null
  wastewaterM3PerDay: number | null
}
export type SheetKey = keyof SheetValues

/** Everything a data sheet says of a plot on a day. The same facts on the same day are the same sheet. */
export interface SheetData {
  code: string
  day: Day
  block: string | null
  phase: number | null
  zone: {
    code: string
    name: Text
    status: ZoneStatus
    developer: string | null
    developerOfferNeeded: boolean
    precisionKm: number
    sources: string[]
  }
  values: SheetValues
  /** Until when readiness and price hold; null: nobody said. */
  rungUntil: Day | null
  priceUntil: Day | null
  sectorsCertain: boolean
  facts: SheetFact[]
  nodes: {
    kind: UtilityKind
    name: Text
    built: number
    /** Null while nobody answers for it. */
    remaining: number | null
    additions: { from: Day; amount: number }[]
  }[]
  distances: { name: Text; straightKm: number; roadKm: number | null }[]
  neighbours: { code: string; areaM2: number; sharedM: number; across: Across }[]
  vertices: Vn2000Boundary | null
  area: (AreaCheck & { from: 'vertices' | 'drawing' }) | null
  note: string | null
  /** For information only, each with its article. */
  incentives: ZoneIncentives
  illustrative: boolean
}

/** What is kept of a plot beside the snapshot. */
export interface SheetRecord {
  facts: SheetFact[]
  vertices: Vn2000Boundary | null
  /** How long land is still told of after nobody answers for it any more. */
  graceDays: number
}

/** The sheet of a plot as its facts are at an instant. */
export function sheetOf(land: CatalogueSnapshot, plot: PlotRow, record: SheetRecord, at: At): SheetData {
  const { zone } = plot
  const { vertices, facts, graceDays } = record
  const roadKm = detailsOf(zone).distancesRoadKm ?? {}
  return {
    code: plot.code,
    day: at.today,
    block: plot.block,
    phase: plot.phase,
    zone: {
      code: zone.code,
      name: zone.name,
      status: zone.status,
      developer: zone.developerName,
      developerOfferNeeded: zone.developerOfferNeeded,
      precisionKm: zone.coordPrecisionKm,
      sources: zone.sources,
    },
    values: sheetValues(land, plot, at),
    rungUntil: plot.rungConfirmedUntil,
    priceUntil: plot.price?.confirmedUntil ?? null,
    sectorsCertain: plot.ownSectors.length > 0 || zone.sectorsCertain,
    facts,
    nodes: publishedLedgers(plot.nodes, at, graceDays)
      .map(toldLedger)
      .map(({ kind, name, built, remaining, additions }) => ({ kind, name, built, remaining, additions })),
    distances: land.places
      .flatMap(({ key, name }) => {
        const straightKm = zone.distancesKm[key]
        return straightKm === undefined ? [] : [{ name, straightKm, roadKm: roadKm[key] ?? null }]
      })
      .sort((a, b) => a.straightKm - b.straightKm),
    neighbours: neighboursOf(land, plot)
      .filter((other) => isPublicPlot(other.plot))
      .map(({ plot: { code, areaM2 }, sharedM, across }) => ({ code, areaM2, sharedM, across })),
    vertices,
    area: areaOf(plot, vertices),
    note: plot.note,
    incentives: zoneIncentives(land, zone, at.today),
    illustrative: plot.illustrative,
  }
}

/** The values of a sheet alone, to hold against an older one. */
export function sheetValues(land: CatalogueSnapshot, plot: PlotRow, at: At): SheetValues {
  const facts = setFacts(land, [plot], at)
  return {
    areaM2: plot.areaM2,
    rung: plot.rung,
    readyBy: plot.readyBy,
    commercial: facts.commercial[0] ?? plot.commercial,
    priceUsdPerM2: plot.price?.usdPerM2 ?? null,
    termEndYear: facts.termEndYear,
    maxDensityPct: plot.maxDensityPct,
    maxFloors: plot.maxFloors,
    sectors: sectorsOf(plot),
    powerKva: facts.capacity.power,
    waterM3PerDay: facts.capacity.water,
    wastewaterM3PerDay: facts.capacity.wastewater,
  }
}

function areaOf(plot: PlotRow, vertices: Vn2000Boundary | null): SheetData['area'] {
  if (vertices) return { ...checkArea(plot.areaM2, vertexAreaM2(vertices.vertices)), from: 'vertices' }
  return plot.ring && { ...checkArea(plot.areaM2, ringAreaM2(plot.ring)), from: 'drawing' }
}

/** One value of a sheet and what stands there now. */
export type SheetChange = { [K in SheetKey]: { key: K; before: SheetValues[K]; now: SheetValues[K] } }[SheetKey]

const KEYS: readonly SheetKey[] = [
  'areaM2',
  'rung',
  'readyBy',
  'commercial',
  'priceUsdPerM2',
  'termEndYear',
  'maxDensityPct',
  'maxFloors',
  'sectors',
  'powerKva',
  'waterM3PerDay',
  'wastewaterM3PerDay',
]

/** What changed since a sheet was made, in the order of the sheet. */
export const changesSince = (then: SheetValues, now: SheetValues): SheetChange[] =>
  KEYS.filter((key) => !isSame(then[key], now[key])).map(
    (key) => ({ key, before: then[key], now: now[key] }) as SheetChange,
  )

// Kept as JSON, an object may come back with its keys in another order.
function isSame(one: SheetValues[SheetKey], other: SheetValues[SheetKey]): boolean {
  if (Array.isArray(one) && Array.isArray(other)) return one.join() === other.join()
  if (one !== null && other !== null && typeof one === 'object' && typeof other === 'object') {
    const [a, b] = [one as { earliest: Day; latest: Day }, other as { earliest: Day; latest: Day }]
    return a.earliest === b.earliest && a.latest === b.latest
  }
  return one === other
}

/** The dated values of a sheet that have run out by a day, unless they were confirmed again. */
export const runOut = (plot: PlotRow, today: Day): ('rung' | 'priceUsdPerM2')[] => [
  ...(isStale(plot.rungConfirmedUntil, today) ? (['rung'] as const) : []),
  ...(plot.price && isStale(plot.price.confirmedUntil, today) ? (['priceUsdPerM2'] as const) : []),
]
