import type { Day } from '../time/day'
import type { CatalogueSnapshot, ZoneRow } from './catalogue'
import { AREA_ARTICLE, type Incentive, type IncentiveArea, incentiveArea, incentivesOn } from './incentives'

export interface ZoneIncentives {
  area: IncentiveArea
  areaArticle: string
  lines: Incentive[]
}

/** The indicative incentives of a zone on a day, by its kind and the communes it lies in. */
export function zoneIncentives(land: CatalogueSnapshot, zone: ZoneRow, on: Day): ZoneIncentives {
  const codes = new Set(zone.communes.map(({ gsoCode }) => gsoCode))
  const area = incentiveArea({
    kind: zone.kind,
    inEconomicZone: zone.details.inEconomicZone === true,
    communeAreas: land.communes.filter(({ gsoCode }) => codes.has(gsoCode)).map((commune) => commune.incentiveArea),
  })
  return { area, areaArticle: AREA_ARTICLE, lines: incentivesOn(on, area) }
}
