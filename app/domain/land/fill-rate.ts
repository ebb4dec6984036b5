import type { At, PlotRow, ZoneRow } from './catalogue'
import { commercialAt, isPublicPlot } from './catalogue'

export interface FillRate {
  /** Which legal definition: clusters (Decree 32/2024 Art. 2(7)) or parks (Decree 35/2022 Art. 2). */
  definition: 'cluster' | 'park'
  percent: number
  /** `plots`: counted from the published plots; `source`: as the source says. */
  basis: 'plots' | 'source'
  asOf: string | null
  illustrative: boolean
}

interface SourcedFillRate {
  value?: number | null
  asOf?: string
}

/**
 * The fill rate of a zone by its legal definition, in percent with one decimal. A cluster counts industrial land
 * that is leased or covered by an approval (leased and reserved plots) over all its industrial land; a park counts
 * leased land only. Land handed over to the developer is neither. Where no plot is published the source's figure
 * stands; null where there is none.
 */
export function fillRateOf(zone: ZoneRow, plots: readonly PlotRow[], at: At): FillRate | null {
  const definition = zone.kind === 'industrial_cluster' ? 'cluster' : 'park'
  const open = plots.filter(isPublicPlot)
  if (open.length === 0) {
    const sourced = zone.details.fillRate as SourcedFillRate | null | undefined
    if (typeof sourced?.value !== 'number') return null
    return { definition, percent: sourced.value, basis: 'source', asOf: sourced.asOf ?? null, illustrative: false }
  }
  const counts = (plot: PlotRow) => {
    const state = commercialAt(plot, at.now)
    return state === 'leased' || (definition === 'cluster' && state === 'reserved')
  }
  const total = zone.industrialLandM2 ?? open.reduce((sum, plot) => sum + plot.areaM2, 0)
  const filled = open.reduce((sum, plot) => sum + (counts(plot) ? plot.areaM2 : 0), 0)
  return {
    definition,
    percent: Math.min(100, Math.round((filled / total) * 1000) / 10),
    basis: 'plots',
    asOf: at.today,
    illustrative: open.some((plot) => plot.illustrative),
  }
}

export const LAND_STAGES = ['planned', 'clearing', 'serviced', 'leased'] as const
export type LandStage = (typeof LAND_STAGES)[number]

/** The area in m² at each stage: leased, else by rung (planned 1–2, being cleared 3–5, serviced 6–8). */
export function landByStage(plots: readonly PlotRow[], at: At): Record<LandStage, number> {
  const sums: Record<LandStage, number> = { planned: 0, clearing: 0, serviced: 0, leased: 0 }
  for (const plot of plots) sums[stageOf(plot, at)] += plot.areaM2
  return sums
}

function stageOf(plot: PlotRow, at: At): LandStage {
  if (commercialAt(plot, at.now) === 'leased') return 'leased'
  if (plot.rung === 'planned' || plot.rung === 'recovery_notice') return 'planned'
  return plot.rung === 'compensation' || plot.rung === 'cleared' || plot.rung === 'levelled' ? 'clearing' : 'serviced'
}
