import { addDays, type Day } from '../time/day'
import type { CapacityEntry, UtilityKind } from './capacity'
import { chance } from './chance'
import { type CommercialState, highestRung, type Rung, rungAt, rungNumber, type ZoneStatus } from './readiness'
import { readyByRange } from './ready-by'
import type { SiteLayout } from './site-layout'

/** The illustrative facts of one plot, each with the day it is confirmed until. */
export interface PlotTerms {
  readinessRung: Rung
  readinessSince: Day
  readinessConfirmedUntil: Day
  readyByEarliest: Day
  readyByLatest: Day
  commercial: CommercialState
  priceUsdPerM2: number | null
  priceConfirmedUntil: Day | null
  powerKva: number
  waterM3PerDay: number
  wastewaterM3PerDay: number
}

export interface NodeSupply {
  /** What the node is designed for: kVA or m³/day. */
  capacity: number
  /** Of a power node, where the source names it first. */
  voltageKv: number | null
  entries: CapacityEntry[]
}

/** Northern parks plan 300 to 400 kVA and 20 to 40 m³ of water a day per hectare; wastewater is 80 % of it. */
const KVA_PER_HA = { from: 300, to: 400 }
const WATER_M3_PER_HA = { from: 20, to: 40 }
const WASTEWATER_SHARE = 0.8

const within = (range: { from: number; to: number }, part: number): number =>
  range.from + (range.to - range.from) * part
const roundTo = (value: number, step: number): number => Math.round(value / step) * step

/** About one fact in twelve has run out, so that stale facts can be seen; the others hold two to seven months. */
const confirmedUntil = (today: Day, code: string, fact: string): Day => {
  const part = chance(code, fact, 'until')
  return part < 1 / 12
    ? addDays(today, -3 - Math.floor(part * 12 * 12))
    : addDays(today, 60 + Math.floor(chance(code, fact, 'days') * 150))
}

const rungOf = (plot: { code: string; block: string; phase: number }, status: ZoneStatus, layout: SiteLayout): Rung => {
  // Land is cleared and built block by block: neighbours stand on the same or the next rung.
  const choice = layout.rungs[plot.phase] ?? ([1] as const)
  const part = (chance(layout.prefix, plot.block, 'rung') + 0.55 * chance(plot.code, 'rung')) % 1
  const number = choice[Math.floor(part * choice.length)] ?? 1
  return rungAt(Math.min(number, rungNumber(highestRung(status))))
}

/** The illustrative terms of a plot as of `today`: never above the rung its zone's status allows. */
export const plotTerms = (
  plot: { code: string; block: string; phase: number; areaM2: number },
  status: ZoneStatus,
  layout: SiteLayout,
  today: Day,
): PlotTerms => {
  const rung = rungOf(plot, status, layout)
  const readyBy = readyByRange(rung, status, today)
  const areaHa = plot.areaM2 / 10_000
  const price = layout.priceUsdPerM2
  const part = 0.5 * (rungNumber(rung) / 8) + 0.5 * chance(plot.code, 'price')
  const water = roundTo(areaHa * within(WATER_M3_PER_HA, chance(plot.code, 'water')), 5)
  return {
    readinessRung: rung,
    readinessSince: addDays(today, -20 - Math.floor(chance(plot.code, 'since') * 240)),
    readinessConfirmedUntil: confirmedUntil(today, plot.code, 'readiness'),
    readyByEarliest: readyBy.earliest,
    readyByLatest: readyBy.latest,
    commercial: layout.commercial,
    priceUsdPerM2: price ? Math.round(within(price, part)) : null,
    priceConfirmedUntil: price ? confirmedUntil(today, plot.code, 'price') : null,
    powerKva: roundTo(areaHa * within(KVA_PER_HA, chance(plot.code, 'power')), 10),
    waterM3PerDay: water,
    wastewaterM3PerDay: roundTo(water * WASTEWATER_SHARE, 4),
  }
}

/** Days from today at which the stages of a node stand, and their shares of it, by the status of the zone. */
const STAGES: Record<ZoneStatus, readonly (readonly [days: number, share: number])[]> = {
  proposed: [],
  planned: [
    [1460, 0.5],
    [2190, 0.5],
  ],
  policy_approved: [
    [1095, 0.5],
    [1825, 0.5],
  ],
  established: [
    [480, 0.5],
    [900, 0.5],
  ],
  under_construction: [
    [-45, 0.4],
    [240, 0.35],
    [600, 0.25],
  ],
  operating: [[-2000, 1]],
}

const STEP: Record<UtilityKind, number> = { power: 500, water: 50, wastewater: 50 }

/**
 * The supply of a node that serves all plots of a zone: sized for their demand and a tenth more (a published
 * figure for water goes first), built in stages by the zone's status, committed where plots are leased.
 */
export const supplyOf = (
  kind: UtilityKind,
  plots: readonly PlotTerms[],
  zone: {
    status: ZoneStatus
    utilities?: { grid?: { vi: string } | null; waterM3Day?: number | null } | null
  },
  today: Day,
): NodeSupply => {
  const demandOf = (plot: PlotTerms): number =>
    kind === 'power' ? plot.powerKva : kind === 'water' ? plot.waterM3PerDay : plot.wastewaterM3PerDay
  const sum = (list: readonly PlotTerms[]): number => list.reduce((total, plot) => total + demandOf(plot), 0)
  const step = STEP[kind]
  const published = kind === 'water' ? zone.utilities?.waterM3Day : null
  const capacity = published ?? Math.ceil((sum(plots) * 1.1) / step) * step
  const stages = STAGES[zone.status]
  let rest = capacity
  const entries = stages.map(([days, share], i): CapacityEntry => {
    const amount = i === stages.length - 1 ? rest : roundTo(capacity * share, step)
    rest -= amount
    return { kind: 'built', amount, from: addDays(today, days) }
  })
  const leased = sum(plots.filter((plot) => plot.commercial === 'leased'))
  if (leased > 0) entries.push({ kind: 'committed', amount: leased, from: addDays(today, -1500) })
  const volts = /(\d+)\s*kV/.exec(zone.utilities?.grid?.vi ?? '')?.[1]
  return {
    capacity,
    voltageKv: kind === 'power' && volts ? Number(volts) : null,
    entries,
  }
}
