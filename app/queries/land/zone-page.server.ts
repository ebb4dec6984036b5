import { type At, isPublicPlot, isPublicZone, nextHoldChange, type ZoneRow } from '~/domain/land/catalogue'
import { type FillRate, fillRateOf } from '~/domain/land/fill-rate'
import { type NodeLedger, publishedLedgers } from '~/domain/land/node-ledger'
import { isOpportunity } from '~/domain/land/opportunity'
import { cardOf, type PlotCard } from '~/domain/land/plot-card'
import { checksOf, type FigureCheck, type FigureSource, sideBySide, ZONE_FIGURES } from '~/domain/land/published-figure'
import { shortName } from '~/domain/land/short-name'
import { type ZoneIncentives, zoneIncentives } from '~/domain/land/zone-incentives'
import { type SiteMapData, siteMapOf } from '~/domain/land/zone-map'
import { detailsOf, type ZoneDetails } from '~/domain/land/zone-record'
import { type Actor, may } from '~/domain/party/permission'
import { type Lang, textIn } from '~/domain/text'
import { dayInVietnam } from '~/domain/time/day'
import { ok, refuse, type Verdict } from '~/domain/verdict'
import { officeSetting, publishedFigures, sectors } from '~/infra/reference.server'
import { snapshot } from '~/infra/snapshot.server'
import { blankGoneFigures, type LandRecord, zoneRecord } from './land-record.server'
import { inLanguage, type TotalsPage } from './totals-page.server'

const SITE_SIZE = { widthPx: 860, heightPx: 640, paddingPx: 28 }

export interface Distance {
  key: string
  name: string
  straightKm: number
  roadKm: number | null
}

type ShownRow = TotalsPage['rows'][number]

export interface ZonePage {
  zone: Omit<
    ZoneRow,
    'name' | 'nodes' | 'drawing' | 'details' | 'communes' | 'sectors' | 'distancesKm' | 'keywords'
  > & {
    name: string
    shortName: string
    communes: string[]
    sectors: string[]
    seeksDeveloper: boolean
  }
  details: ZoneDetails
  fillRate: FillRate | null
  /** What sources say of the zone, and whether it fits together. */
  published: { sources: FigureSource[]; rows: ShownRow[]; checks: FigureCheck[] }
  distances: Distance[]
  /** Each utility node: what it has, has promised and will get. */
  capacity: NodeLedger[]
  map: SiteMapData | null
  plots: PlotCard[]
  /** The figures somebody answers for, on the day asked for, and every value before. */
  record: LandRecord
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

/** One zone with everything its sources say, its plan and its plots. A draft is shown to those who may read drafts. */
export async function zonePage({ actor, lang, now, code, asOf = null }: Question): Promise<Verdict<ZonePage>> {
  const [land, sectorRows, figures] = await Promise.all([snapshot(), sectors(), publishedFigures()])
  const zone = land.zoneByCode.get(code)
  const seesDrafts = may(actor, 'land.read_draft', { zoneId: zone?.id }).ok
  if (!zone || (!isPublicZone(zone) && !seesDrafts)) return refuse('not-found')
  const at: At = { today: dayInVietnam(now), now }
  const all = land.plotsOfZone.get(zone) ?? []
  const plots = all.filter((plot) => isPublicPlot(plot) || (seesDrafts && !isPublicZone(zone)))
  const {
    name,
    nodes,
    drawing: _drawing,
    details: _details,
    communes,
    sectors: slugs,
    distancesKm,
    keywords: _k,
    ...same
  } = zone
  const details = detailsOf(zone)
  const blank = await blankGoneFigures(at.today)
  return ok({
    zone: {
      ...blank(zone.id, same),
      name: textIn(name, lang),
      shortName: shortName(name, lang),
      communes: communes.map((commune) => textIn(commune.name, lang)),
      sectors: sectorNames(slugs, sectorRows, lang),
      seeksDeveloper: isOpportunity(zone),
    },
    details,
    fillRate: fillRateOf(zone, all, at),
    published: {
      ...inLanguage(sideBySide(figures, zone.code, ZONE_FIGURES), lang),
      checks: checksOf(figures, zone),
    },
    distances: distancesOf(distancesKm, details.distancesRoadKm ?? {}, land.places, lang),
    capacity: publishedLedgers(nodes, at, await officeSetting('land.staleGraceDays')),
    map: siteMapOf(zone, all, plots, { at, lang, size: SITE_SIZE }),
    plots: plots.map((plot) => cardOf(plot, at, lang)),
    record: await zoneRecord(zone.id, { today: at.today, asOf }),
    incentives: zoneIncentives(land, zone, at.today),
    changesAt: nextHoldChange(land, now),
  })
}

/** The names of sectors by their slugs. */
export const sectorNames = (
  slugs: readonly string[],
  rows: Awaited<ReturnType<typeof sectors>>,
  lang: Lang,
): string[] =>
  slugs.flatMap((slug) => {
    const row = rows.find((sector) => sector.slug === slug)
    return row ? [textIn(row.name, lang)] : []
  })

/** Straight distances with the road figure a source gives beside them, nearest first. */
export const distancesOf = (
  straight: Record<string, number>,
  road: Record<string, number>,
  places: readonly { key: string; name: { vi: string; en: string; zh: string } }[],
  lang: Lang,
): Distance[] =>
  Object.entries(straight)
    .map(([key, straightKm]) => ({
      key,
      name: places.find((place) => place.key === key)?.name[lang] ?? key,
      straightKm,
      roadKm: road[key] ?? null,
    }))
    .sort((a, b) => a.straightKm - b.straightKm)
