import { type Across, neighboursOf } from '~/domain/land/adjacency'
import { capacityHolding, capacityOn } from '~/domain/land/capacity-on'
import {
  type At,
  type CatalogueSnapshot,
  commercialAt,
  isPublicPlot,
  isStale,
  type PlotRow,
  sectorsOf,
  type ZoneKind,
} from '~/domain/land/catalogue'
import type { CommercialState, PublicationState, Rung } from '~/domain/land/readiness'
import { detailsOf } from '~/domain/land/zone-record'
import type { Day } from '~/domain/time/day'

/** A plot as programs are told of it, in lists and as the properties of a feature. */
export interface PlotAnswer {
  code: string
  zone: string
  zoneKind: ZoneKind
  areaM2: number
  illustrative: boolean
  readiness: {
    rung: Rung
    since: Day | null
    readyBy: { earliest: Day; latest: Day } | null
    confirmedUntil: Day | null
    stale: boolean
  }
  commercial: CommercialState
  /** Programs are told of published plots alone. */
  publication: PublicationState
  priceUsdPerM2: { value: number; confirmedUntil: Day | null; stale: boolean } | null
  termEndYear: number | null
  sectors: { allowed: string[]; excluded: string[]; certain: boolean }
  /** I to IV; empty where the zone has published no list. */
  environmentGroups: string[]
  /** What remains at the best single node that serves the plot; null past `confirmedUntil`, or where no node serves it. */
  capacity: {
    powerKva: number | null
    waterM3PerDay: number | null
    wastewaterM3PerDay: number | null
    confirmedUntil: Day | null
    /** Nobody answers for it any more: the amounts are not known. */
    stale: boolean
  }
  distancesKm: Record<string, number>
  neighbours: { code: string; sharedM: number; across: Across }[]
}

/** A plot as programs are told of it. Only public neighbours are named. */
export function plotAnswer(land: CatalogueSnapshot, plot: PlotRow, at: At): PlotAnswer {
  const { zone, price } = plot
  const capacity = capacityOn(plot, at.today, at.today)
  return {
    code: plot.code,
    zone: zone.code,
    zoneKind: zone.kind,
    areaM2: plot.areaM2,
    illustrative: plot.illustrative,
    readiness: {
      rung: plot.rung,
      since: plot.rungSince,
      readyBy: plot.readyBy,
      confirmedUntil: plot.rungConfirmedUntil,
      stale: isStale(plot.rungConfirmedUntil, at.today),
    },
    commercial: commercialAt(plot, at.now),
    publication: plot.publication,
    priceUsdPerM2: price && {
      value: price.usdPerM2,
      confirmedUntil: price.confirmedUntil,
      stale: isStale(price.confirmedUntil, at.today),
    },
    termEndYear: plot.termEndYear ?? zone.termEndYear,
    sectors: {
      allowed: sectorsOf(plot),
      excluded: detailsOf(zone).sectorsExcluded ?? [],
      certain: plot.ownSectors.length > 0 || zone.sectorsCertain,
    },
    environmentGroups: detailsOf(zone).environmentGroups ?? [],
    capacity: {
      powerKva: capacity.power,
      waterM3PerDay: capacity.water,
      wastewaterM3PerDay: capacity.wastewater,
      ...capacityHolding(plot.nodes, at.today),
    },
    distancesKm: zone.distancesKm,
    neighbours: neighboursOf(land, plot)
      .filter((other) => isPublicPlot(other.plot))
      .map((other) => ({ code: other.plot.code, sharedM: other.sharedM, across: other.across })),
  }
}
