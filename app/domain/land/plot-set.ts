import type { Day } from '../time/day'
import { ok, refuse, type Verdict } from '../verdict'
import { isConnected, neighboursOf } from './adjacency'
import { promisableFrom, UTILITY_KINDS, type UtilityKind } from './capacity'
import { knownNodes } from './capacity-on'
import {
  type At,
  type CatalogueSnapshot,
  commercialAt,
  isStale,
  type NodeRow,
  type PlotRow,
  sectorsOf,
} from './catalogue'
import { type CommercialState, type Rung, rungNumber } from './readiness'

/** As many stand side by side on one page. */
export const MOST_COMPARED = 4
/** As many plots make one site at most. */
export const MOST_IN_SET = 6

/**
 * What is to be compared, as it stands in an address: `HL-A1,HL-A2+HL-A3` is a plot and a set of two. A plus sign in
 * an address reads as a blank, so both join. What is named twice counts once. Refuses `compare-too-many` and
 * `set-too-large`.
 */
export function readSets(text: string): Verdict<string[][]> {
  const sets = new Map<string, string[]>()
  for (const part of text.split(',')) {
    const codes = [
      ...new Set(
        part
          .trim()
          .split(/[+\s]+/)
          .filter((code) => code !== ''),
      ),
    ].sort()
    if (codes.length > MOST_IN_SET) return refuse('set-too-large', { max: MOST_IN_SET }, 'plots')
    if (codes.length > 0) sets.set(codes.join('+'), codes)
  }
  if (sets.size > MOST_COMPARED) return refuse('compare-too-many', { max: MOST_COMPARED }, 'plots')
  return ok([...sets.values()])
}

/** Sets as they stand in an address. */
export const writeSets = (sets: readonly (readonly string[])[]): string => sets.map((set) => set.join('+')).join(',')

/** One figure with until when it holds; `stale` once that day has passed. */
export interface Holding<T> {
  value: T
  confirmedUntil: Day | null
  stale: boolean
}

/** A plot, or plots together as one site: areas summed, everything else as good as the worst of them. */
export interface SetFacts {
  codes: string[]
  zones: string[]
  /** Whether the plots hang together over boundaries, or internal roads sites may span. */
  connected: boolean
  areaM2: number
  rung: Holding<Rung>
  /** The latest of the ranges; null where one plot has none. */
  readyBy: { earliest: Day; latest: Day } | null
  /** By area; null where one plot has no published price. */
  priceUsdPerM2: Holding<number> | null
  /** The states of the plots, each once. */
  commercial: CommercialState[]
  /** The least; null where one plot's is not known. */
  termEndYear: number | null
  maxDensityPct: number | null
  maxFloors: number | null
  /** Sectors all of them admit. */
  sectors: string[]
  /** What can be promised from today on at the best single node that serves all of them; null where none does. */
  capacity: Record<UtilityKind, number | null>
  /** The furthest of the plots, by place; a place one of them has no distance to is left out. */
  distancesKm: Record<string, number>
  illustrative: boolean
}

/** The facts of plots as one site, on a day. `plots` is not empty. */
export function setFacts(
  land: Pick<CatalogueSnapshot, 'plotsOfZone'>,
  plots: readonly [PlotRow, ...PlotRow[]],
  at: At,
): SetFacts {
  const [first] = plots
  const areaM2 = plots.reduce((sum, plot) => sum + plot.areaM2, 0)
  const lowest = plots.reduce((worst, plot) => (rungNumber(plot.rung) < rungNumber(worst.rung) ? plot : worst))
  return {
    codes: plots.map((plot) => plot.code),
    zones: [...new Set(plots.map((plot) => plot.zone.code))],
    connected: isConnected(plots, (plot) => neighboursOf(land, plot)),
    areaM2,
    rung: holding(
      lowest.rung,
      plots.map((plot) => plot.rungConfirmedUntil),
      at.today,
    ),
    readyBy: latestRange(plots),
    priceUsdPerM2: priceOf(plots, areaM2, at.today),
    commercial: [...new Set(plots.map((plot) => commercialAt(plot, at.now)))],
    termEndYear: least(plots.map((plot) => plot.termEndYear ?? plot.zone.termEndYear)),
    maxDensityPct: least(plots.map((plot) => plot.maxDensityPct)),
    maxFloors: least(plots.map((plot) => plot.maxFloors)),
    sectors: sectorsOf(first).filter((sector) => plots.every((plot) => sectorsOf(plot).includes(sector))),
    capacity: bestOf(
      knownNodes(first.nodes, at.today).filter((node) => plots.every((plot) => plot.nodes.includes(node))),
      at.today,
    ),
    distancesKm: furthest(plots),
    illustrative: plots.some((plot) => plot.illustrative),
  }
}

/** Whether plots make one site: each reached from the others over boundaries, or internal roads sites may span. */
export function isOneSite(
  land: Pick<CatalogueSnapshot, 'plotsOfZone' | 'plotByCode'>,
  codes: readonly string[],
): boolean {
  const plots = codes.flatMap((code) => land.plotByCode.get(code) ?? [])
  return codes.length < 2 || (plots.length === codes.length && isConnected(plots, (plot) => neighboursOf(land, plot)))
}

/** A figure of several plots holds no longer than the first of them. */
function holding<T>(value: T, untils: readonly (Day | null)[], today: Day): Holding<T> {
  const confirmedUntil = untils.filter((day) => day !== null).sort()[0] ?? null
  return { value, confirmedUntil, stale: isStale(confirmedUntil, today) }
}

const least = (values: readonly (number | null)[]): number | null =>
  values.reduce((lowest, value) => (lowest === null || value === null ? null : Math.min(lowest, value)))

function latestRange(plots: readonly PlotRow[]): SetFacts['readyBy'] {
  const ranges = plots.flatMap(({ readyBy }) => readyBy ?? [])
  if (ranges.length < plots.length) return null
  const last = (days: Day[]) => days.sort().at(-1) as Day
  return { earliest: last(ranges.map((range) => range.earliest)), latest: last(ranges.map((range) => range.latest)) }
}

function priceOf(plots: readonly PlotRow[], areaM2: number, today: Day): SetFacts['priceUsdPerM2'] {
  let total = 0
  for (const { price, areaM2: own } of plots) {
    if (price === null) return null
    total += price.usdPerM2 * own
  }
  return holding(
    Math.round((total / areaM2) * 100) / 100,
    plots.map(({ price }) => price?.confirmedUntil ?? null),
    today,
  )
}

function bestOf(nodes: readonly NodeRow[], today: Day): SetFacts['capacity'] {
  const best: SetFacts['capacity'] = { power: null, water: null, wastewater: null }
  for (const kind of UTILITY_KINDS) {
    const rests = nodes
      .filter((node) => node.kind === kind)
      .map((node) => promisableFrom(today, node.entries, node.holds))
    if (rests.length > 0) best[kind] = Math.max(...rests)
  }
  return best
}

function furthest(plots: readonly PlotRow[]): Record<string, number> {
  const found: Record<string, number> = {}
  for (const key of Object.keys(plots[0]?.zone.distancesKm ?? {})) {
    const distances = plots.map((plot) => plot.zone.distancesKm[key])
    if (distances.every((km) => km !== undefined)) found[key] = Math.max(...(distances as number[]))
  }
  return found
}

/** Which of several figures is best: the indexes of the lowest or highest; none where fewer than two are known or all are equal. */
export function bestAmong(values: readonly (number | null)[], wanted: 'lowest' | 'highest'): number[] {
  const known = values.filter((value) => value !== null)
  const best = wanted === 'lowest' ? Math.min(...known) : Math.max(...known)
  if (known.length < 2 || known.every((value) => value === best)) return []
  return values.flatMap((value, index) => (value === best ? [index] : []))
}
