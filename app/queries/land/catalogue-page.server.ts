import {
  type At,
  type CatalogueSnapshot,
  isPublicZone,
  nextHoldChange,
  type ZoneKind,
  type ZoneRow,
} from '~/domain/land/catalogue'
import { type ZoneMark, zoneMarks, zoneSums } from '~/domain/land/clusters'
import { type MapBase, mapBaseOf } from '~/domain/land/map-base'
import { cardOf, type PlotCard } from '~/domain/land/plot-card'
import { filterPlots, type PlotFilter, type Selection } from '~/domain/land/plot-filter'
import { shortName } from '~/domain/land/short-name'
import { type ProvinceMapData, provinceMapOf, type SiteMapData, siteMapOf } from '~/domain/land/zone-map'
import type { RefusalCode } from '~/domain/refusal'
import { type Lang, textIn } from '~/domain/text'
import { dayInVietnam } from '~/domain/time/day'
import { settings } from '~/infra/env.server'
import { sectors } from '~/infra/reference.server'
import { snapshot } from '~/infra/snapshot.server'
import { type PlaceAnswer, placeAnswers } from './places.server'

const PER_PAGE = 25
const SITE_SIZE = { widthPx: 860, heightPx: 640, paddingPx: 28 }
/** A plan of more plots than this is nobody's to read: the map that moves shows them. */
const DRAWN_AT_MOST = 600
const PROVINCE_SIZE = { widthPx: 860, heightPx: 700, paddingPx: 16 }
export interface CataloguePage {
  items: PlotCard[]
  total: number
  /** How many plots are published in all, and in how many zones. */
  published: { plots: number; zones: number }
  unknown: number
  /** What the words of the search mean as a place. */
  places: PlaceAnswer[]
  page: number
  pages: number
  zones: { code: string; name: string; kind: ZoneKind }[]
  sectors: { slug: string; name: string }[]
  map: SiteMapData | ProvinceMapData
  /** What the open map shows under the plots; null while it is closed. */
  base: MapBase | null
  /** Address of the map's base style; null for our own plain base. */
  styleUrl: string | null
  /** The filter in the API's own names, for the files of the same selection. */
  selection: string
  errors: { field: string; code: RefusalCode }[]
  changesAt: Date | null
}

interface Question {
  lang: Lang
  now: Date
  filter: PlotFilter
  page: number
  map: boolean
}

/** The catalogue: a filter's plots, one page of them as cards, and the map of the same selection. */
export async function cataloguePage({ lang, now, filter, page, map }: Question): Promise<CataloguePage> {
  const [land, sectorRows] = await Promise.all([snapshot(), sectors()])
  const at: At = { today: dayInVietnam(now), now }
  const errors: CataloguePage['errors'] = unknownChoices(land, sectorRows, filter)
  const known = { ...filter }
  for (const { field } of errors) delete known[field as 'zone' | 'sector']
  const selection = filterPlots(land, known, at)
  const selected = selection.page(page, PER_PAGE)
  const open = filterPlots(land, {}, at)
  return {
    items: selected.items.map((plot) => cardOf(plot, at, lang)),
    total: selected.total,
    published: { plots: open.total, zones: zoneSums(open, at).size },
    unknown: selection.unknown,
    places: placeAnswers(land, known.q, lang),
    page,
    pages: Math.max(1, Math.ceil(selected.total / PER_PAGE)),
    zones: land.zones
      .filter(isPublicZone)
      .map((zone) => ({ code: zone.code, name: shortName(zone.name, lang), kind: zone.kind })),
    sectors: sectorRows.map((sector) => ({ slug: sector.slug, name: textIn(sector.name, lang) })),
    map: selectionMap(selection, known, { at, lang }),
    base: map ? mapBaseOf(land, at, lang) : null,
    styleUrl: map ? (settings().MAP_STYLE_URL ?? null) : null,
    selection: searchOf(known),
    errors,
    changesAt: nextHoldChange(land, now),
  }
}

function searchOf(filter: PlotFilter): string {
  const pairs = Object.entries(filter).flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]]))
  return new URLSearchParams(pairs).toString()
}

/** Zones and sectors a filter names that are not there: the schema cannot know them. */
export function unknownChoices(
  land: CatalogueSnapshot,
  sectorRows: readonly { slug: string }[],
  filter: PlotFilter,
): { field: string; code: RefusalCode }[] {
  const errors: { field: string; code: RefusalCode }[] = []
  const zone = filter.zone === undefined ? null : land.zoneByCode.get(filter.zone)
  if (zone === undefined || (zone && !isPublicZone(zone))) errors.push({ field: 'zone', code: 'not-a-choice' })
  if (filter.sector !== undefined && !sectorRows.some((sector) => sector.slug === filter.sector)) {
    errors.push({ field: 'sector', code: 'not-a-choice' })
  }
  return errors
}

/** The plan of the zone the selection lies in, else the province with how many plots lie where. */
function selectionMap(
  selection: Selection,
  filter: PlotFilter,
  { at, lang }: { at: At; lang: Lang },
): SiteMapData | ProvinceMapData {
  const land = selection.snapshot
  const counts = new Map([...zoneSums(selection, at)].map(([zone, sum]) => [zone, sum.plots]))
  const named = filter.zone === undefined ? undefined : land.zoneByCode.get(filter.zone)
  const only = named ?? (counts.size === 1 ? [...counts.keys()][0] : undefined)
  const ofZone = only ? (land.plotsOfZone.get(only) ?? []) : []
  const site =
    only && ofZone.length <= DRAWN_AT_MOST && siteMapOf(only, ofZone, selection.plots, { at, lang, size: SITE_SIZE })
  if (site) return site
  const marks = new Map(zoneMarks(selection, at, lang).map((mark) => [mark.code, mark]))
  return provinceMap(land, only && counts.size === 0 ? new Map([[only, 0]]) : counts, lang, marks)
}

/** The province with some of its zones; a count stands beside the name. */
export function provinceMap(
  land: CatalogueSnapshot,
  counts: ReadonlyMap<ZoneRow, number | null>,
  lang: Lang,
  marks: ReadonlyMap<string, ZoneMark> = new Map(),
): ProvinceMapData {
  const zones = [...counts].map(([zone, count]) => ({
    zone,
    label: count === null ? shortName(zone.name, lang) : `${shortName(zone.name, lang)} (${count})`,
    weight: weightOf(zone.areaM2),
    plots: marks.get(zone.code)?.plots,
    offeredM2: marks.get(zone.code)?.offeredM2,
  }))
  const gates = land.places
    .filter((place) => place.kind === 'border_gate')
    .map((place) => ({ key: place.key, label: textIn(place.name, lang), lon: place.lon, lat: place.lat }))
  return provinceMapOf(zones, gates, { lang, size: PROVINCE_SIZE })
}

const weightOf = (areaM2: number | null): 1 | 2 | 3 => {
  if (areaM2 === null || areaM2 < 300_000) return 1
  return areaM2 < 1_500_000 ? 2 : 3
}
