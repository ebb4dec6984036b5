import {
  type At,
  type CatalogueSnapshot,
  commercialAt,
  isPublicPlot,
  isPublicZone,
  nextHoldChange,
  type ZoneKind,
  type ZoneRow,
} from '~/domain/land/catalogue'
import { fillRateOf, type LandStage, landByStage } from '~/domain/land/fill-rate'
import { districtIn } from '~/domain/land/former-district'
import { isOpportunity } from '~/domain/land/opportunity'
import type { ZoneStatus } from '~/domain/land/readiness'
import { shortName } from '~/domain/land/short-name'
import type { ProvinceMapData } from '~/domain/land/zone-map'
import { detailsOf } from '~/domain/land/zone-record'
import { zoneSearch } from '~/domain/land/zone-search'
import { type Lang, textIn } from '~/domain/text'
import { dayInVietnam } from '~/domain/time/day'
import { sectors } from '~/infra/reference.server'
import { snapshot } from '~/infra/snapshot.server'
import { provinceMap } from './catalogue-page.server'
import { type PlaceAnswer, placeAnswers } from './places.server'

export interface ZoneCard {
  code: string
  name: string
  kind: ZoneKind
  status: ZoneStatus
  statusAsOf: string | null
  confidence: 'sourced' | 'uncertain'
  areaM2: number | null
  industrialLandM2: number | null
  communes: string[]
  formerDistrict: string | null
  developer: string | null
  /** It calls for an infrastructure developer. */
  seeksDeveloper: boolean
  plots: number
  offered: number
  /** m² at each stage; null where no plot is published. */
  stages: Record<LandStage, number> | null
  fillPercent: number | null
}

export interface ZoneList {
  zones: ZoneCard[]
  /** What the words of the search mean as a place. */
  places: PlaceAnswer[]
  sectors: { slug: string; name: string }[]
  map: ProvinceMapData
  changesAt: Date | null
}

/**
 * All published zones, or those that answer a search, with how far their land has come, and where they lie: the list
 * and the home page.
 */
export async function zoneList({ lang, now, q }: { lang: Lang; now: Date; q?: string }): Promise<ZoneList> {
  const [land, sectorRows] = await Promise.all([snapshot(), sectors()])
  const at: At = { today: dayInVietnam(now), now }
  const search = q ? zoneSearch(land, q) : null
  const zones = land.zones.filter((zone) => isPublicZone(zone) && search?.rank(zone) !== null)
  return {
    places: placeAnswers(land, q, lang),
    zones: zones.map((zone) => zoneCard(land, zone, at, lang)),
    sectors: sectorRows.map((sector) => ({ slug: sector.slug, name: textIn(sector.name, lang) })),
    map: provinceMap(land, new Map(zones.map((zone) => [zone, null])), lang),
    changesAt: nextHoldChange(land, now),
  }
}

function zoneCard(land: CatalogueSnapshot, zone: ZoneRow, at: At, lang: Lang): ZoneCard {
  const plots = (land.plotsOfZone.get(zone) ?? []).filter(isPublicPlot)
  const { district } = detailsOf(zone)
  return {
    code: zone.code,
    name: shortName(zone.name, lang),
    kind: zone.kind,
    status: zone.status,
    statusAsOf: zone.statusAsOf,
    confidence: zone.confidence,
    areaM2: zone.areaM2,
    industrialLandM2: zone.industrialLandM2,
    communes: zone.communes.map((commune) => textIn(commune.name, lang)),
    formerDistrict: district === undefined ? null : districtIn(district, lang),
    developer: zone.developerName,
    seeksDeveloper: isOpportunity(zone),
    plots: plots.length,
    offered: plots.filter((plot) => commercialAt(plot, at.now) === 'offered').length,
    stages: plots.length > 0 ? landByStage(plots, at) : null,
    fillPercent: fillRateOf(zone, plots, at)?.percent ?? null,
  }
}
