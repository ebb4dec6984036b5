import {
  type At,
  commercialAt,
  isPublicPlot,
  isPublicZone,
  type PlotRow,
  type ZoneKind,
  type ZoneRow,
} from './catalogue'
import { type LandStage, landByStage } from './fill-rate'
import type { ZoneStatus } from './readiness'
import { detailsOf } from './zone-record'

/** What the catalogue itself holds of one kind of zone: counted, never taken from a source's total. */
export interface OwnTotals {
  kind: ZoneKind
  zones: number
  uncertainZones: number
  /** Declared areas of the zones that count and have one, in m². */
  areaM2: number
  /** The same of those that are established, being built or operating. */
  establishedAreaM2: number
  establishedZones: number
  /** Zones without a published area, and zones left out because their land is another's or may be. */
  withoutArea: number
  leftOut: number
  plots: number
  illustrativePlots: number
  plotAreaM2: number
  offeredPlots: number
  offeredAreaM2: number
  /** m² of published plots at each stage. */
  stages: Record<LandStage, number>
}

const ESTABLISHED: readonly ZoneStatus[] = ['established', 'under_construction', 'operating']

/** Whether the zone is established by a decision, whatever has been built since. */
export const isEstablished = (zone: ZoneRow): boolean => ESTABLISHED.includes(zone.status)

/** Whether a zone's land is its own: an umbrella over other zones, or a likely duplicate, is not added. */
export const countsTowardTotals = (zone: ZoneRow): boolean => detailsOf(zone).countsTowardTotals !== false

const sum = <T>(things: readonly T[], amountOf: (thing: T) => number): number =>
  things.reduce((total, thing) => total + amountOf(thing), 0)

/** The published land of a kind of zone at an instant, in zones and in plots. */
export function ownTotals(
  kind: ZoneKind,
  zones: readonly ZoneRow[],
  plotsOf: (zone: ZoneRow) => readonly PlotRow[],
  at: At,
): OwnTotals {
  const own = zones.filter((zone) => zone.kind === kind && isPublicZone(zone))
  const counting = own.filter(countsTowardTotals)
  const established = counting.filter(isEstablished)
  const plots = own.flatMap((zone) => plotsOf(zone).filter(isPublicPlot))
  const offered = plots.filter((plot) => commercialAt(plot, at.now) === 'offered')
  return {
    kind,
    zones: own.length,
    uncertainZones: own.filter((zone) => zone.confidence === 'uncertain').length,
    areaM2: sum(counting, (zone) => zone.areaM2 ?? 0),
    establishedAreaM2: sum(established, (zone) => zone.areaM2 ?? 0),
    establishedZones: established.length,
    withoutArea: counting.filter((zone) => zone.areaM2 === null).length,
    leftOut: own.length - counting.length,
    plots: plots.length,
    illustrativePlots: plots.filter((plot) => plot.illustrative).length,
    plotAreaM2: sum(plots, (plot) => plot.areaM2),
    offeredPlots: offered.length,
    offeredAreaM2: sum(offered, (plot) => plot.areaM2),
    stages: landByStage(plots, at),
  }
}
