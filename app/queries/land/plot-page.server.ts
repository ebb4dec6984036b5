import { type Across, neighboursOf } from '~/domain/land/adjacency'
import { type At, isPublicPlot, isReadablePlot, nextHoldChange, type PlotRow, sectorsOf } from '~/domain/land/catalogue'
import { ringAreaM2 } from '~/domain/land/geometry'
import type { LadderLine } from '~/domain/land/ladder'
import { type NodeLedger, publishedLedgers } from '~/domain/land/node-ledger'
import { cardOf, type PlotCard } from '~/domain/land/plot-card'
import { canRegisterInterest, type PublicationState, type ZoneStatus } from '~/domain/land/readiness'
import { type Retired, retiredFor } from '~/domain/land/retired'
import { shortName } from '~/domain/land/short-name'
import { type AreaCheck, checkArea } from '~/domain/land/vn2000'
import { type ZoneIncentives, zoneIncentives } from '~/domain/land/zone-incentives'
import { type SiteMapData, siteMapOf } from '~/domain/land/zone-map'
import { detailsOf } from '~/domain/land/zone-record'
import { type Actor, may } from '~/domain/party/permission'
import type { Lang } from '~/domain/text'
import { type Day, dayInVietnam } from '~/domain/time/day'
import { ok, refuse, type Verdict } from '~/domain/verdict'
import { db } from '~/infra/db.server'
import { officeSetting, sectors } from '~/infra/reference.server'
import { snapshot } from '~/infra/snapshot.server'
import { type FactLine, type LandRecord, landRecord, plotLadder, type RungLine } from './land-record.server'
import { type Lineage, lineageOf } from './lineage.server'
import { type VertexTable, vertexTable } from './plot-vertices.server'
import { type Distance, distancesOf, sectorNames } from './zone-page.server'

const SITE_SIZE = { widthPx: 860, heightPx: 600, paddingPx: 24 }

export interface PlotPage {
  plot: PlotCard & {
    rungSince: Day | null
    block: string | null
    phase: number | null
    termEndYear: number | null
    maxDensityPct: number | null
    maxFloors: number | null
    note: string | null
    publication: PublicationState
    sectors: string[]
    sectorsCertain: boolean
  }
  zone: {
    code: string
    name: string
    status: ZoneStatus
    statusAsOf: string | null
    confidence: 'sourced' | 'uncertain'
    coordPrecisionKm: number
    developer: string | null
    developerOfferNeeded: boolean
  }
  offered: boolean
  seesPublication: boolean
  /** Of the successors only what the reader may see. */
  retired: Retired | null
  lineage: Lineage[]
  /** Those in force, or that were on the day asked for. */
  facts: FactLine[]
  nodes: NodeLedger[]
  record: Omit<LandRecord, 'facts'> & { ladder: LadderLine<RungLine>[] }
  distances: Distance[]
  neighbours: { code: string; sharedM: number; across: Across; areaM2: number; togetherM2: number }[]
  vertices: VertexTable | null
  /** Null where nobody drew the boundary. */
  area: (AreaCheck & { from: 'vertices' | 'drawing' }) | null
  map: SiteMapData | null
  incentives: ZoneIncentives
  changesAt: Date | null
}

interface Question {
  actor: Actor
  lang: Lang
  now: Date
  code: string
  /** `YYYY-MM-DD` as somebody asked for it. */
  asOf?: string | null
}

/** One plot: its three axes, facts, what remains at its nodes, neighbours. A draft is shown to those who may read drafts. */
export async function plotPage({ actor, lang, now, code, asOf = null }: Question): Promise<Verdict<PlotPage>> {
  const [land, sectorRows] = await Promise.all([snapshot(), sectors()])
  const plot = land.plotByCode.get(code)
  const seesDrafts = may(actor, 'land.read_draft', { zoneId: plot?.zone.id }).ok
  if (!plot || (!isReadablePlot(plot) && !seesDrafts)) return refuse('not-found')
  const at: At = { today: dayInVietnam(now), now }
  const { zone } = plot
  const card = cardOf(plot, at, lang)
  const all = land.plotsOfZone.get(zone) ?? []
  const kept = await db().plot.findUnique({ where: { id: plot.id }, select: { vn2000: true } })
  const vertices = vertexTable(kept?.vn2000, plot.areaM2)
  const shown = all.filter((other) => isPublicPlot(other) || other === plot)
  const { facts, ...record } = await landRecord({ plotId: plot.id }, { today: at.today, asOf })
  const ladder = await plotLadder(plot, record.asOf.day ?? at.today, facts)
  return ok({
    plot: {
      ...card,
      rungSince: plot.rungSince,
      block: plot.block,
      phase: plot.phase,
      termEndYear: plot.termEndYear ?? zone.termEndYear,
      maxDensityPct: plot.maxDensityPct,
      maxFloors: plot.maxFloors,
      note: plot.note,
      publication: plot.publication,
      sectors: sectorNames(sectorsOf(plot), sectorRows, lang),
      sectorsCertain: plot.ownSectors.length > 0 || zone.sectorsCertain,
    },
    zone: {
      code: zone.code,
      name: shortName(zone.name, lang),
      status: zone.status,
      statusAsOf: zone.statusAsOf,
      confidence: zone.confidence,
      coordPrecisionKm: zone.coordPrecisionKm,
      developer: zone.developerName,
      developerOfferNeeded: zone.developerOfferNeeded,
    },
    offered:
      isPublicPlot(plot) && canRegisterInterest({ publication: plot.publication, commercial: card.commercial }).ok,
    seesPublication: seesDrafts,
    retired: retiredFor(land, plot, seesDrafts),
    lineage: await lineageOf(plot.id, !seesDrafts),
    facts,
    record: { ...record, ladder },
    nodes: publishedLedgers(plot.nodes, at, await officeSetting('land.staleGraceDays')),
    distances: distancesOf(zone.distancesKm, detailsOf(zone).distancesRoadKm ?? {}, land.places, lang),
    neighbours: neighboursOf(land, plot)
      .filter((other) => isPublicPlot(other.plot))
      .map(({ plot: { code: other, areaM2 }, sharedM, across }) => ({
        code: other,
        sharedM,
        across,
        areaM2,
        togetherM2: plot.areaM2 + areaM2,
      })),
    vertices,
    area: areaOf(plot, vertices),
    map: siteMapOf(zone, all, shown, { at, lang, size: SITE_SIZE }),
    incentives: zoneIncentives(land, zone, at.today),
    changesAt: nextHoldChange(land, now),
  })
}

/** The declared area beside the one of the vertices or, without them, of the drawing. */
function areaOf(plot: PlotRow, vertices: VertexTable | null): PlotPage['area'] {
  if (vertices) return { ...vertices.area, from: 'vertices' }
  return plot.ring && { ...checkArea(plot.areaM2, ringAreaM2(plot.ring)), from: 'drawing' }
}
