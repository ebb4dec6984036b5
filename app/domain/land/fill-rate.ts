import type { At, PlotRow, ZoneKind, ZoneRow } from './catalogue'
import { commercialAt, isPublicPlot } from './catalogue'
import { detailsOf } from './zone-record'

/**
 * Which legal definition. `cluster`: industrial land leased, sub-leased or covered by an investment approval or
 * registration over all industrial land (Decree 32/2024 Art. 2(7)). `park`: industrial and service land leased to
 * investors over all industrial and service land (Decree 35/2022 Art. 2). The two are never added together.
 */
export type FillDefinition = 'cluster' | 'park'

export interface FillRate {
  definition: FillDefinition
  /** One decimal. Above 100 where the published plots exceed the declared land: shown, not hidden. */
  percent: number
  /** `plots`: counted from the published plots; `source`: as the source says. */
  basis: 'plots' | 'source'
  /** What counts as filled and what it is held against, in m²; null where a source gives the percentage alone. */
  filledM2: number | null
  totalM2: number | null
  /** `declared`: the zone's own published land; `plots`: only its published plots, since the land is not published. */
  denominator: 'declared' | 'plots' | null
  asOf: string | null
  illustrative: boolean
}

const DEFINITIONS: Record<ZoneKind, FillDefinition | null> = {
  industrial_park: 'park',
  industrial_cluster: 'cluster',
  // Each functional area follows its own rules; the law has no rate for the whole.
  planned_complex: null,
  economic_zone_area: null,
}

/** The definition that holds for a kind of zone; null where the law has none. */
export const fillDefinitionOf = (kind: ZoneKind): FillDefinition | null => DEFINITIONS[kind]

/**
 * The land a definition divides by, in m²; null where it is not published. A park counts its service land too, where
 * its source names it.
 */
function declaredLandM2(zone: ZoneRow, definition: FillDefinition): number | null {
  if (zone.industrialLandM2 === null || zone.industrialLandM2 === 0) return null
  const serviceHa = definition === 'park' ? (detailsOf(zone).landUse?.adminServiceHa ?? 0) : 0
  return zone.industrialLandM2 + Math.round(serviceHa * 10_000)
}

const percentOf = (filledM2: number, totalM2: number): number => Math.round((filledM2 / totalM2) * 1000) / 10

/**
 * The fill rate of a zone by the definition of its kind. A cluster counts leased land and land reserved for an
 * approved project; a park counts leased land only. Land handed over to the developer is neither. Where no plot is
 * published the source's figure stands; null where there is none, or no definition.
 */
export function fillRateOf(zone: ZoneRow, plots: readonly PlotRow[], at: At): FillRate | null {
  const definition = fillDefinitionOf(zone.kind)
  if (definition === null) return null
  const open = plots.filter(isPublicPlot)
  if (open.length === 0) return sourcedRateOf(zone)
  const counts = (plot: PlotRow) => {
    const state = commercialAt(plot, at.now)
    return state === 'leased' || (definition === 'cluster' && state === 'reserved')
  }
  const declaredM2 = declaredLandM2(zone, definition)
  const totalM2 = declaredM2 ?? open.reduce((sum, plot) => sum + plot.areaM2, 0)
  const filledM2 = open.reduce((sum, plot) => sum + (counts(plot) ? plot.areaM2 : 0), 0)
  return {
    definition,
    percent: percentOf(filledM2, totalM2),
    basis: 'plots',
    filledM2,
    totalM2,
    denominator: declaredM2 === null ? 'plots' : 'declared',
    asOf: at.today,
    illustrative: open.some((plot) => plot.illustrative),
  }
}

/** The fill rate a source gives of a zone; null where none does, or the law has no rate for its kind. */
export function sourcedRateOf(zone: ZoneRow): FillRate | null {
  const definition = fillDefinitionOf(zone.kind)
  const sourced = detailsOf(zone).fillRate
  if (definition === null || typeof sourced?.value !== 'number') return null
  const asOf = sourced.asOf ?? null
  const unknown = { filledM2: null, totalM2: null, denominator: null }
  return { definition, percent: sourced.value, basis: 'source', ...unknown, asOf, illustrative: false }
}

/** The fill rate of all zones of one definition, and what it rests on. */
export interface FillOfKind {
  definition: FillDefinition
  /** Filled over total of the zones that could be counted, one decimal; null where none could. */
  percent: number | null
  filledM2: number
  totalM2: number
  counted: number
  /** Zones whose source gives a percentage without areas: they cannot be added. */
  percentOnly: number
  unknown: number
  illustrative: boolean
}

/** The rates of zones put together by definition: areas are summed, percentages never averaged. */
export function fillByKind(rates: readonly { kind: ZoneKind; rate: FillRate | null }[]): FillOfKind[] {
  return (['park', 'cluster'] as const).map((definition) => {
    const own = rates.filter(({ kind }) => fillDefinitionOf(kind) === definition).map(({ rate }) => rate)
    const known = own.filter((rate) => rate !== null)
    const counted = known.filter((rate) => rate.totalM2 !== null)
    const filledM2 = counted.reduce((sum, rate) => sum + (rate.filledM2 ?? 0), 0)
    const totalM2 = counted.reduce((sum, rate) => sum + (rate.totalM2 ?? 0), 0)
    return {
      definition,
      percent: totalM2 > 0 ? percentOf(filledM2, totalM2) : null,
      filledM2,
      totalM2,
      counted: counted.length,
      percentOnly: known.length - counted.length,
      unknown: own.length - known.length,
      illustrative: counted.some((rate) => rate.illustrative),
    }
  })
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
