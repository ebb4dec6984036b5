import { capacityHolding, zoneCapacityOn } from '~/domain/land/capacity-on'
import {
  type At,
  type CatalogueSnapshot,
  commercialAt,
  isPublicPlot,
  isPublicZone,
  type ZoneRow,
} from '~/domain/land/catalogue'
import { fillRateOf, landByStage } from '~/domain/land/fill-rate'
import { type NodeLedger, publishedLedgers, type ToldLedger, toldLedger } from '~/domain/land/node-ledger'
import { isOpportunity } from '~/domain/land/opportunity'
import { type Page, pageOf } from '~/domain/land/plot-filter'
import { counterClockwise } from '~/domain/land/polygon'
import { detailsOf } from '~/domain/land/zone-record'
import { type Day, dayInVietnam } from '~/domain/time/day'
import { ok, refuse, type Verdict } from '~/domain/verdict'
import { officeSetting } from '~/infra/reference.server'
import { snapshot } from '~/infra/snapshot.server'
import { blankGoneFigures, type FactLine, type FactPeriod, zoneRecord } from './land-record.server'

type ZoneAnswer = ReturnType<typeof zoneAnswer>

/** One page of the published zones, or of those that call for a developer, for programs. */
export async function zoneAnswers(
  query: { seeking?: 'developer'; page: number; perPage: number },
  now: Date,
): Promise<Page<ZoneAnswer>> {
  const land = await snapshot()
  const at: At = { today: dayInVietnam(now), now }
  const asked = land.zones.filter((zone) => isPublicZone(zone) && (!query.seeking || isOpportunity(zone)))
  const page = pageOf(asked, query.page, query.perPage)
  const blank = await blankGoneFigures(at.today)
  return { ...page, items: page.items.map((zone) => blank(zone.id, zoneAnswer(land, zone, at))) }
}

interface ZoneDetail extends ZoneAnswer {
  /** Each utility node with its ledger. */
  nodes: NodeAnswer[]
  details: ZoneRow['details']
  /** The day the facts were asked for. */
  asOf: Day
  facts: FactLine[]
  history: FactPeriod[]
}

/**
 * All published zones as GeoJSON (RFC 7946): the drawn outline, else the published position, whose precision stands in
 * the properties.
 */
export async function zoneFeatures(now: Date) {
  const land = await snapshot()
  const at: At = { today: dayInVietnam(now), now }
  const features = land.zones.filter(isPublicZone).map((zone) => ({
    type: 'Feature' as const,
    id: zone.code,
    geometry: zone.drawing
      ? { type: 'Polygon' as const, coordinates: [counterClockwise(zone.drawing.outline)] }
      : { type: 'Point' as const, coordinates: [zone.lon, zone.lat] },
    properties: zoneAnswer(land, zone, at),
  }))
  return { type: 'FeatureCollection' as const, features }
}

/** One published zone with what its sources say and its facts on a day, for programs. */
export async function zoneDetail(code: string, now: Date, asked?: Day): Promise<Verdict<ZoneDetail>> {
  const land = await snapshot()
  const zone = land.zoneByCode.get(code)
  if (!zone || !isPublicZone(zone)) return refuse('not-found')
  const today = dayInVietnam(now)
  const { asOf, facts, history } = await zoneRecord(zone.id, { today, asOf: asked ?? null })
  if (asOf.refusal) return { ok: false, refusal: asOf.refusal }
  const blank = await blankGoneFigures(today)
  const answer = blank(zone.id, zoneAnswer(land, zone, { today, now }))
  const graceDays = await officeSetting('land.staleGraceDays')
  const nodes = publishedLedgers(zone.nodes, { today, now }, graceDays).map(nodeAnswer)
  return ok({ ...answer, nodes, details: zone.details, asOf: asOf.day ?? today, facts, history })
}

/** A node's figures, which are all in its unit. */
type NodeAnswer = ToldLedger & { unit: 'kVA' | 'm3/day' }
const nodeAnswer = (node: NodeLedger): NodeAnswer => ({
  ...toldLedger(node),
  unit: node.kind === 'power' ? 'kVA' : 'm3/day',
})

function zoneAnswer(land: CatalogueSnapshot, zone: ZoneRow, at: At) {
  const plots = (land.plotsOfZone.get(zone) ?? []).filter(isPublicPlot)
  const capacity = zoneCapacityOn(zone, at.today)
  const offered = plots.filter((plot) => commercialAt(plot, at.now) === 'offered')
  return {
    code: zone.code,
    kind: zone.kind,
    name: zone.name,
    status: zone.status,
    statusAsOf: zone.statusAsOf,
    confidence: zone.confidence,
    sources: zone.sources,
    areaM2: zone.areaM2,
    industrialLandM2: zone.industrialLandM2,
    communes: zone.communes.map((commune) => ({ gsoCode: commune.gsoCode, name: commune.name })),
    position: { lon: zone.lon, lat: zone.lat, precisionKm: zone.coordPrecisionKm },
    borderCommune: zone.borderCommune,
    developer: zone.developerName,
    seeking: isOpportunity(zone) ? ('developer' as const) : null,
    termEndYear: zone.termEndYear,
    sectors: { allowed: zone.sectors, excluded: detailsOf(zone).sectorsExcluded ?? [], certain: zone.sectorsCertain },
    totals: {
      plots: plots.length,
      plotAreaM2: plots.reduce((sum, plot) => sum + plot.areaM2, 0),
      offeredPlots: offered.length,
      offeredAreaM2: offered.reduce((sum, plot) => sum + plot.areaM2, 0),
      areaM2ByStage: landByStage(plots, at),
      illustrative: plots.some((plot) => plot.illustrative),
    },
    fillRate: fillRateOf(zone, land.plotsOfZone.get(zone) ?? [], at),
    remaining: {
      powerKva: capacity.power,
      waterM3PerDay: capacity.water,
      wastewaterM3PerDay: capacity.wastewater,
      ...capacityHolding(zone.nodes, at.today),
      illustrative: zone.nodes.some((node) => node.illustrative),
    },
    distancesKm: zone.distancesKm,
  }
}
