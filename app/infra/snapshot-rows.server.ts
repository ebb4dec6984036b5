import { setImmediate as letOthersIn } from 'node:timers/promises'
import type { CapacityEntry } from '~/domain/land/capacity'
import {
  type CatalogueSnapshot,
  type NodeRow,
  type Place,
  type PlotRow,
  snapshotSteps,
  type ZoneDrawing,
  type ZoneRow,
} from '~/domain/land/catalogue'
import type { Ring } from '~/domain/land/geometry'
import type { Commune } from '~/domain/land/places'
import type { CommercialState, PublicationState, Rung } from '~/domain/land/readiness'
import type { Text } from '~/domain/text'
import type { Day } from '~/domain/time/day'
import { now } from './clock.server'
import { db } from './db.server'
import { inSlices } from './slices.server'

interface ZoneRecord {
  id: string
  code: string
  kind: ZoneRow['kind']
  nameText: Text
  status: ZoneRow['status']
  statusAsOf: string | null
  confidence: ZoneRow['confidence']
  sources: string[]
  areaM2: number | null
  industrialLandM2: number | null
  lat: number
  lon: number
  coordPrecisionKm: number
  borderCommune: boolean
  sectorSlugs: string[]
  sectorsCertain: boolean
  termEndYear: number | null
  developerName: string | null
  developerOfferNeeded: boolean
  distancesKm: Record<string, number>
  details: Record<string, unknown> & { district?: string; formerCommunes?: string[]; commune2025?: string[] }
  sitePlan: ZoneDrawing | null
  publication: PublicationState
  communes: { gsoCode: string; name: Text }[] | null
}

interface NodeRecord {
  id: string
  zoneId: string
  kind: NodeRow['kind']
  nameText: Text
  lat: number | null
  lon: number | null
  illustrative: boolean
  entries: { kind: CapacityEntry['kind']; amount: number; fromDay: Day }[] | null
  holds: { amount: number; fromInstant: string; untilInstant: string; neededOn: Day | null }[] | null
  confirmedUntil: Day | null
}

interface PlotRecord {
  id: string
  code: string
  zoneId: string
  block: string | null
  phase: number | null
  areaM2: number
  ring: Ring | null
  readiness: Rung
  readinessSince: Day | null
  readyByEarliest: Day | null
  readyByLatest: Day | null
  commercial: CommercialState
  publication: PublicationState
  illustrative: boolean
  termEndYear: number | null
  maxDensityPct: number | null
  maxFloors: number | null
  sectorSlugs: string[] | null
  note: string | null
  price: number | null
  priceUntil: Day | null
  rent: number | null
  rentUntil: Day | null
  vndPerUsd: number | null
  readinessUntil: Day | null
  nodeIds: string[] | null
  retiredOn: Day | null
  became: string[] | null
}

/** So many rows are read at a time before others are let in. */
const PART = 1000

/**
 * One statement's rows as JSON texts, a part of them in each: the driver's work per cell is what is slow at 10,000
 * plots, and one text of 100,000 would hold everybody up while it is read.
 */
async function rowsOf<T>(statement: string, ...values: unknown[]): Promise<T[]> {
  const sql = `SELECT json_agg(s.t ORDER BY s.n)::text AS rows
    FROM (SELECT t, row_number() OVER () AS n FROM (${statement}) t) s GROUP BY (s.n - 1) / ${PART} ORDER BY min(s.n)`
  const parts = await db().$queryRawUnsafe<{ rows: string }[]>(sql, ...values)
  const all: T[] = []
  for (const { rows } of parts) {
    if (all.length > 0) await letOthersIn()
    for (const row of JSON.parse(rows) as T[]) all.push(row)
  }
  return all
}

const ZONES = `
  SELECT z.*, (
    SELECT json_agg(json_build_object('gsoCode', c."gsoCode", 'name', c."nameText") ORDER BY c."gsoCode")
    FROM "ZoneCommune" zc JOIN "Commune" c USING ("gsoCode") WHERE zc."zoneId" = z.id
  ) AS communes
  FROM "Zone" z ORDER BY array_position(ARRAY['industrial_park', 'economic_zone_area', 'industrial_cluster', 'planned_complex'], z.kind), z.code`

const NODES = `
  SELECT n.*, (
    SELECT json_agg(json_build_object('kind', e.kind, 'amount', e.amount, 'fromDay', e."fromDay") ORDER BY e."fromDay", e.id)
    FROM "CapacityEntry" e WHERE e."nodeId" = n.id
  ) AS entries, (
    SELECT json_agg(json_build_object('amount', h.amount, 'fromInstant', h."fromInstant", 'untilInstant', h."untilInstant",
      'neededOn', h."neededOn"))
    FROM "HoldCapacity" h WHERE h."nodeId" = n.id AND h."untilInstant" > $1 AND h."untilInstant" > h."fromInstant"
  ) AS holds, f."confirmedUntil"
  FROM "UtilityNode" n
  LEFT JOIN "Fact" f ON f."zoneId" = n."zoneId" AND f.key = 'remaining_capacity' AND f."supersededAt" IS NULL
  ORDER BY n.kind, n.id`

const PLOTS = `
  SELECT p.id, p.code, p."zoneId", p.block, p.phase, p."areaM2", p.ring, p.readiness, p."readinessSince",
    p."readyByEarliest", p."readyByLatest", p.commercial, p.publication, p.illustrative, p."termEndYear",
    p."maxDensityPct", p."maxFloors", p."sectorSlugs", p.note,
    price.value AS price, price."confirmedUntil" AS "priceUntil", rung."confirmedUntil" AS "readinessUntil",
    rent.value AS rent, rent."confirmedUntil" AS "rentUntil", rate.value AS "vndPerUsd",
    nodes.ids AS "nodeIds",
    (p."retiredAt" AT TIME ZONE 'Asia/Ho_Chi_Minh')::date AS "retiredOn",
    CASE WHEN p."retiredAt" IS NOT NULL THEN (
      SELECT array_agg(s.code ORDER BY s.code) FROM "PlotLineage" b
      JOIN "PlotLineage" a ON a."operationId" = b."operationId" AND a.side = 'after'
      JOIN "Plot" s ON s.id = a."plotId" AND s.id <> p.id
      JOIN "PlotOperation" o ON o.id = b."operationId" AND o.kind <> 'realign'
      WHERE b."plotId" = p.id AND b.side = 'before'
    ) END AS became
  FROM "Plot" p
  LEFT JOIN "Fact" price ON price."plotId" = p.id AND price.key = 'price_usd_per_m2' AND price."supersededAt" IS NULL
  LEFT JOIN "Fact" rent ON rent."plotId" = p.id AND rent.key = 'rent_vnd_per_m2_year' AND rent."supersededAt" IS NULL
  LEFT JOIN (SELECT value FROM "PublishedFigure" WHERE subject = 'province' AND key = 'vnd_per_usd' AND "asOf" IS NOT NULL
    AND "supersededAt" IS NULL ORDER BY "asOf" DESC, "createdAt" DESC LIMIT 1) rate ON true
  LEFT JOIN "Fact" rung ON rung."plotId" = p.id AND rung.key = 'readiness' AND rung."supersededAt" IS NULL
  LEFT JOIN (SELECT "plotId", array_agg("nodeId") AS ids FROM "PlotNode" GROUP BY "plotId") nodes ON nodes."plotId" = p.id`

const HOLDS = `
  SELECT "plotId", "fromInstant", "untilInstant" FROM "HoldPlot"
  WHERE "untilInstant" > $1 AND "untilInstant" > "fromInstant" ORDER BY "fromInstant"`

const PLACES = 'SELECT key, kind, "nameText" AS name, lon, lat FROM "AccessPoint" ORDER BY key'

const COMMUNES =
  'SELECT "gsoCode", "nameText" AS name, "formerDistrict", "mergedFrom", "incentiveArea" FROM "Commune" ORDER BY "gsoCode"'

/** Reads all land in six statements. Holds that have ended are left out. */
export async function readSnapshot(version: number): Promise<CatalogueSnapshot> {
  const from = now()
  const [zoneRecords, nodeRecords, plotRecords, holdRecords, places, communes] = await Promise.all([
    rowsOf<ZoneRecord>(ZONES),
    rowsOf<NodeRecord>(NODES, from),
    rowsOf<PlotRecord>(PLOTS),
    rowsOf<{ plotId: string; fromInstant: string; untilInstant: string }>(HOLDS, from),
    rowsOf<Place>(PLACES),
    rowsOf<Commune>(COMMUNES),
  ])
  const nodes = new Map<string, NodeRow>()
  const nodesOfZone = new Map<string, NodeRow[]>()
  for (const record of nodeRecords) {
    const node = nodeRow(record)
    nodes.set(node.id, node)
    nodesOfZone.set(record.zoneId, [...(nodesOfZone.get(record.zoneId) ?? []), node])
  }
  const zones = zoneRecords.map((record) => zoneRow(record, nodesOfZone.get(record.id) ?? []))
  const zoneById = new Map(zones.map((zone) => [zone.id, zone]))
  const holds = new Map<string, PlotRow['holds']>()
  for (const hold of holdRecords) {
    const range = { from: new Date(hold.fromInstant), until: new Date(hold.untilInstant) }
    holds.set(hold.plotId, [...(holds.get(hold.plotId) ?? []), range])
  }
  const plots: PlotRow[] = []
  for (const [index, record] of plotRecords.entries()) {
    if (index % PART === PART - 1) await letOthersIn()
    const zone = zoneById.get(record.zoneId)
    if (!zone) continue
    const served = (record.nodeIds ?? []).flatMap((id) => nodes.get(id) ?? [])
    plots.push(plotRow(record, zone, served, holds.get(record.id) ?? []))
  }
  await letOthersIn()
  return inSlices(snapshotSteps(version, { zones, plots, places, communes }))
}

const nodeRow = (record: NodeRecord): NodeRow => ({
  id: record.id,
  kind: record.kind,
  name: record.nameText,
  lat: record.lat,
  lon: record.lon,
  illustrative: record.illustrative,
  entries: (record.entries ?? []).map(({ kind, amount, fromDay }) => ({ kind, amount, from: fromDay })),
  holds: (record.holds ?? []).map((hold) => ({
    amount: hold.amount,
    from: new Date(hold.fromInstant),
    until: new Date(hold.untilInstant),
    neededOn: hold.neededOn,
  })),
  confirmedUntil: record.confirmedUntil,
})

const KIND_WORDS: Record<ZoneRow['kind'], string[]> = {
  industrial_park: ['KCN', 'IP'],
  industrial_cluster: ['CCN', 'IC'],
  planned_complex: [],
  economic_zone_area: ['KKTCK'],
}

function zoneRow(record: ZoneRecord, nodes: NodeRow[]): ZoneRow {
  const { nameText, sectorSlugs, sitePlan, communes, details, ...same } = record
  const places = [details.district ?? '', `huyện ${details.district ?? ''}`, ...(details.formerCommunes ?? [])]
  return {
    ...same,
    name: nameText,
    keywords: [
      record.code,
      ...KIND_WORDS[record.kind],
      nameText.vi,
      nameText.en,
      nameText.zh,
      ...places,
      ...(details.commune2025 ?? []),
      ...(communes ?? []).flatMap(({ name }) => [name.vi, name.en, name.zh]),
    ],
    sectors: sectorSlugs,
    details,
    drawing: sitePlan,
    communes: communes ?? [],
    nodes,
  }
}

function plotRow(record: PlotRecord, zone: ZoneRow, nodes: NodeRow[], holds: PlotRow['holds']): PlotRow {
  const { readyByEarliest, readyByLatest, price } = record
  return {
    id: record.id,
    code: record.code,
    zone,
    block: record.block,
    phase: record.phase,
    areaM2: record.areaM2,
    ring: record.ring,
    rung: record.readiness,
    rungSince: record.readinessSince,
    rungConfirmedUntil: record.readinessUntil,
    readyBy: readyByEarliest && readyByLatest ? { earliest: readyByEarliest, latest: readyByLatest } : null,
    commercial: record.commercial,
    publication: record.publication,
    illustrative: record.illustrative,
    termEndYear: record.termEndYear,
    maxDensityPct: record.maxDensityPct,
    maxFloors: record.maxFloors,
    ownSectors: record.sectorSlugs ?? [],
    note: record.note,
    retired: record.retiredOn ? { on: record.retiredOn, became: record.became ?? [] } : null,
    price: typeof price === 'number' ? { usdPerM2: price, confirmedUntil: record.priceUntil } : null,
    rent:
      record.rent === null
        ? null
        : { vndPerM2Year: record.rent, vndPerUsd: record.vndPerUsd, confirmedUntil: record.rentUntil },
    nodes,
    holds,
  }
}
