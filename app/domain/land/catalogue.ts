import { ended, type Steps, sortedSteps } from '../steps'
import type { Text } from '../text'
import { type Day, daysBetween } from '../time/day'
import type { CapacityEntry, CapacityHold, UtilityKind } from './capacity'
import type { Ring } from './geometry'
import type { Commune } from './places'
import type { Rent } from './price'
import { type CommercialState, type PublicationState, type Rung, rungNumber, type ZoneStatus } from './readiness'
import { fold } from './search'
import type { SitePlan } from './site-plan'

export const ZONE_KINDS = ['industrial_park', 'industrial_cluster', 'planned_complex', 'economic_zone_area'] as const
export type ZoneKind = (typeof ZONE_KINDS)[number]

export interface Place {
  key: string
  kind: string
  name: Text
  lon: number
  lat: number
}

/** A utility node with its ledger: kVA (power) or m³/day (water, wastewater), and until when its keeper answers for it. */
export interface NodeRow {
  id: string
  kind: UtilityKind
  name: Text
  lon: number | null
  lat: number | null
  illustrative: boolean
  entries: CapacityEntry[]
  holds: CapacityHold[]
  confirmedUntil?: Day | null
}

/** The drawing of a zone as it is kept: a site plan whose plots and nodes stand in rows of their own. */
export type ZoneDrawing = Omit<SitePlan, 'plots' | 'nodes'>

export interface ZoneRow {
  id: string
  code: string
  kind: ZoneKind
  name: Text
  /** Names, districts and communes of today and before, with their marks. */
  keywords: string[]
  status: ZoneStatus
  statusAsOf: string | null
  confidence: 'sourced' | 'uncertain'
  sources: string[]
  areaM2: number | null
  industrialLandM2: number | null
  lat: number
  lon: number
  coordPrecisionKm: number
  borderCommune: boolean
  sectors: string[]
  sectorsCertain: boolean
  termEndYear: number | null
  developerName: string | null
  developerOfferNeeded: boolean
  /** Straight, from the zone's published position. */
  distancesKm: Record<string, number>
  /** What the sources say beyond the columns: keys of the published zone list. */
  details: Record<string, unknown>
  drawing: ZoneDrawing | null
  publication: PublicationState
  communes: { gsoCode: string; name: Text }[]
  nodes: NodeRow[]
}

export interface PlotRow {
  id: string
  code: string
  zone: ZoneRow
  block: string | null
  phase: number | null
  areaM2: number
  ring: Ring | null
  rung: Rung
  rungSince: Day | null
  /** Null: nobody said until when; such a figure does not go stale. */
  rungConfirmedUntil: Day | null
  readyBy: { earliest: Day; latest: Day } | null
  /** As it is recorded; a live hold goes before it, see `commercialAt`. */
  commercial: CommercialState
  publication: PublicationState
  illustrative: boolean
  termEndYear: number | null
  maxDensityPct: number | null
  maxFloors: number | null
  /** Empty: the zone's sectors hold. */
  ownSectors: string[]
  note: string | null
  price: { usdPerM2: number; confirmedUntil: Day | null } | null
  rent?: Rent | null
  /** A split or merger took its place: on which day, and which plots. It is readable, and never listed or offered. */
  retired: { on: Day; became: string[] } | null
  nodes: NodeRow[]
  holds: { from: Date; until: Date }[]
}

/** All land of one catalogue version. Columns run beside `plots`, by the same index. */
export interface CatalogueSnapshot {
  version: number
  zones: ZoneRow[]
  plots: PlotRow[]
  places: Place[]
  /** Every commune of the province, with what it was made of. */
  communes: Commune[]
  /** Retired plots too. */
  plotByCode: Map<string, PlotRow>
  zoneByCode: Map<string, ZoneRow>
  plotsOfZone: Map<ZoneRow, PlotRow[]>
  columns: CatalogueColumns
}

export interface CatalogueColumns {
  areaM2: Int32Array
  rung: Uint8Array
  /** NaN: not published. */
  priceUsdPerM2: Float64Array
  /** Days since 1970; the far end where nobody said until when. */
  priceUntil: Int32Array
  rungUntil: Int32Array
  /** 0: no range. */
  readyLatest: Int32Array
  zone: Uint16Array
  /** 1: the plot and its zone are published. */
  isPublic: Uint8Array
  /** Folded code and block of each plot, a line each, for search; and where each begins. */
  text: string
  textStart: Uint32Array
}

/** When a question is asked: the day in Vietnam, and the instant for holds. */
export interface At {
  today: Day
  now: Date
}

const EPOCH = '1970-01-01' as Day
const NEVER = 0x7fff_ffff

/** A day as a number of days since 1970. */
export const dayNumber = (day: Day): number => daysBetween(EPOCH, day)

/** The same for many: there are few different days among many plots. */
function dayNumbers(): (day: Day) => number {
  const known = new Map<Day, number>()
  return (day) => {
    let number = known.get(day)
    if (number === undefined) {
      number = dayNumber(day)
      known.set(day, number)
    }
    return number
  }
}

/** A plot code in parts that compare as people count: HL-A2 before HL-A10. */
const orderKey = (code: string): string => code.replace(/\d+/g, (digits) => digits.padStart(8, '0'))

export const isPublicZone = (zone: ZoneRow): boolean => zone.publication === 'published'

/** Whether a visitor may see the plot: it and its zone are published, and nothing took its place. */
export const isPublicPlot = (plot: PlotRow): boolean => isReadablePlot(plot) && plot.retired === null

/** Whether a visitor may read the plot at its address: a public one, or one that was public when it was retired. */
export const isReadablePlot = (plot: PlotRow): boolean => plot.publication === 'published' && isPublicZone(plot.zone)

/** What a snapshot is made of: rows in any order, retired plots too. */
export interface CatalogueRows {
  zones: ZoneRow[]
  plots: readonly PlotRow[]
  places?: Place[]
  communes?: Commune[]
}

/** See `snapshotSteps`. */
export const makeSnapshot = (
  version: number,
  zones: ZoneRow[],
  plots: readonly PlotRow[],
  places?: Place[],
  communes?: Commune[],
): CatalogueSnapshot => ended(snapshotSteps(version, { zones, plots, places, communes }))

/** Rows looked at between two pauses. */
const STRIDE = 1024

/**
 * A snapshot, in steps: plots are ordered by code, zones as given, and the columns are filled. A retired plot is found by
 * its code alone; no list, match or map has it.
 */
export function* snapshotSteps(version: number, rows: CatalogueRows): Steps<CatalogueSnapshot> {
  const { zones, places = [], communes = [] } = rows
  const plotByCode = new Map<string, PlotRow>()
  const keyed: { plot: PlotRow; key: string }[] = []
  for (const [index, plot] of rows.plots.entries()) {
    if (index % STRIDE === STRIDE - 1) yield
    plotByCode.set(plot.code, plot)
    if (plot.retired === null) keyed.push({ plot, key: orderKey(plot.code) })
  }
  const sorted = yield* sortedSteps(keyed, (a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))
  const plots = sorted.map(({ plot }) => plot)
  const plotsOfZone = new Map<ZoneRow, PlotRow[]>(zones.map((zone) => [zone, []]))
  for (const plot of plots) plotsOfZone.get(plot.zone)?.push(plot)
  return {
    version,
    zones,
    plots,
    places,
    communes,
    plotByCode,
    zoneByCode: new Map(zones.map((zone) => [zone.code, zone])),
    plotsOfZone,
    columns: yield* columnSteps(zones, plots),
  }
}

function* columnSteps(zones: readonly ZoneRow[], plots: readonly PlotRow[]): Steps<CatalogueColumns> {
  const count = plots.length
  const numberOf = dayNumbers()
  const untilNumber = (day: Day | null): number => (day === null ? NEVER : numberOf(day))
  const zoneIndex = new Map(zones.map((zone, index) => [zone, index]))
  const columns = {
    areaM2: new Int32Array(count),
    rung: new Uint8Array(count),
    priceUsdPerM2: new Float64Array(count),
    priceUntil: new Int32Array(count),
    rungUntil: new Int32Array(count),
    readyLatest: new Int32Array(count),
    zone: new Uint16Array(count),
    isPublic: new Uint8Array(count),
    textStart: new Uint32Array(count),
  }
  const lines: string[] = []
  let start = 0
  for (const [place, plot] of plots.entries()) {
    if (place % STRIDE === STRIDE - 1) yield
    columns.areaM2[place] = plot.areaM2
    columns.rung[place] = rungNumber(plot.rung)
    columns.priceUsdPerM2[place] = plot.price?.usdPerM2 ?? Number.NaN
    columns.priceUntil[place] = untilNumber(plot.price?.confirmedUntil ?? null)
    columns.rungUntil[place] = untilNumber(plot.rungConfirmedUntil)
    columns.readyLatest[place] = plot.readyBy ? numberOf(plot.readyBy.latest) : 0
    columns.zone[place] = zoneIndex.get(plot.zone) ?? 0
    columns.isPublic[place] = Number(isPublicPlot(plot))
    columns.textStart[place] = start
    const line = fold(`${plot.code} ${plot.block ?? ''}`)
    start += line.length + 1
    lines.push(line)
  }
  return { ...columns, text: lines.join('\n') }
}

/** Whether a figure has run out: confirmed until a day before today. It then counts as unknown. */
export const isStale = (confirmedUntil: Day | null, today: Day): boolean =>
  confirmedUntil !== null && confirmedUntil < today

/** The hold that is live at an instant, if any. */
export const liveHold = (plot: PlotRow, now: Date): { from: Date; until: Date } | null =>
  plot.holds.find((hold) => hold.from <= now && now < hold.until) ?? null

/** The commercial state at an instant: a live hold shows as held whatever is recorded. */
export const commercialAt = (plot: PlotRow, now: Date): CommercialState =>
  liveHold(plot, now) ? 'held' : plot.commercial

/** The sectors a plot admits: its own list, else its zone's. */
export const sectorsOf = (plot: PlotRow): string[] => (plot.ownSectors.length > 0 ? plot.ownSectors : plot.zone.sectors)

/** Whether a sector list admits a sector: named, or the list is of all sectors; `unknown` where the list is uncertain. */
export function admitsSector(sectors: readonly string[], certain: boolean, sector: string): boolean | 'unknown' {
  if (sectors.includes(sector) || sectors.includes('multi_sector')) return true
  return certain ? false : 'unknown'
}

const instants = new WeakMap<CatalogueSnapshot, Float64Array>()

/** Every instant at which a hold of a plot or node begins or ends, in order; looked for once, a snapshot never changes. */
function holdInstants(snapshot: CatalogueSnapshot): Float64Array {
  let own = instants.get(snapshot)
  if (!own) {
    const found: number[] = []
    const look = ({ holds }: { holds: readonly { from: Date; until: Date }[] }) => {
      for (const { from, until } of holds) found.push(from.getTime(), until.getTime())
    }
    for (const plot of snapshot.plots) look(plot)
    for (const zone of snapshot.zones) for (const node of zone.nodes) look(node)
    own = Float64Array.from(found).sort()
    instants.set(snapshot, own)
  }
  return own
}

/** The next instant at which a hold of a plot or node begins or ends; null when none will. */
export function nextHoldChange(snapshot: CatalogueSnapshot, now: Date): Date | null {
  const next = holdInstants(snapshot).find((instant) => instant > now.getTime())
  return next === undefined ? null : new Date(next)
}
