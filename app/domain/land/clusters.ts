import type { Lang } from '../text'
import { type At, type CatalogueSnapshot, commercialAt, isPublicPlot, isPublicZone, type PlotRow } from './catalogue'
import { shortName } from './short-name'

/** A zone as a mark at the scale of the province. */
export interface ZoneMark {
  code: string
  name: string
  lon: number
  lat: number
  /** Plots of the selection. */
  plots: number
  /** m² of them that are offered today. */
  offeredM2: number
}

/** Every public zone with how much of a selection lies in it and how many m² of that are offered. */
export function zoneMarks(land: CatalogueSnapshot, plots: readonly PlotRow[], at: At, lang: Lang): ZoneMark[] {
  const sums = new Map<PlotRow['zone'], { plots: number; offeredM2: number }>()
  for (const plot of plots) {
    if (!isPublicPlot(plot)) continue
    const sum = sums.get(plot.zone) ?? { plots: 0, offeredM2: 0 }
    sum.plots += 1
    if (commercialAt(plot, at.now) === 'offered') sum.offeredM2 += plot.areaM2
    sums.set(plot.zone, sum)
  }
  return land.zones.filter(isPublicZone).map((zone) => ({
    code: zone.code,
    name: shortName(zone.name, lang),
    lon: zone.lon,
    lat: zone.lat,
    ...(sums.get(zone) ?? { plots: 0, offeredM2: 0 }),
  }))
}
