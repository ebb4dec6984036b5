import { neighboursOf } from '../land/adjacency'
import { changeDays, liveHolds, promisableFrom, UTILITY_KINDS, type UtilityKind } from '../land/capacity'
import { knownNodes } from '../land/capacity-on'
import {
  type At,
  type CatalogueSnapshot,
  commercialAt,
  dayNumber,
  isPublicPlot,
  isStale,
  type NodeRow,
  type PlotRow,
  sectorsOf,
  type ZoneKind,
  type ZoneRow,
} from '../land/catalogue'
import { priceOn } from '../land/price'
import { detailsOf } from '../land/zone-record'
import type { Day } from '../time/day'
import type { EnvironmentGroup } from './need'
import { groupsOf } from './question'
import type { SectorList } from './sector'

/** What can be promised today, and from each of some later days on (days since 1970, ascending; the first stands as 0). */
export interface RestSteps {
  from: number[]
  rest: number[]
}

/**
 * What saved needs are judged against: one plot, or several as one site, at an instant. Plain JSON, so that it can be
 * kept and compared with what the land becomes. Null: not published, or stale.
 */
export interface Site {
  plots: string[]
  zone: string
  kind: ZoneKind
  /** Every plot of it is published and offered. */
  offered: boolean
  areaM2: number
  priceUsdPerM2: number | null
  /** Days since 1970. */
  readyLatest: number | null
  tenureYears: number | null
  /** One list for each plot; the worst answer counts. */
  lists: SectorList[]
  groups: EnvironmentGroup[] | null
  distancesKm: Record<string, number>
  /** At the best single node that serves every plot; null where one has no node of the kind. */
  rests: Record<UtilityKind, RestSteps | null>
}

/** One plot as a site, with what decides of the sites it can be part of: the nodes that serve it, and its neighbours. */
export interface SeenPlot extends Site {
  nodes: { id: string; kind: UtilityKind; steps: RestSteps }[]
  /** Their codes, ascending. */
  neighbours: string[]
}

/** What can be promised of nodes at an instant, each worked out once. */
export function stepsAt(at: At): (node: NodeRow) => RestSteps {
  const known = new Map<NodeRow, RestSteps>()
  return (node) => {
    const found = known.get(node)
    if (found) return found
    const holds = liveHolds(node.holds, at.now)
    const later = [...new Set(changeDays(node.entries, holds).filter((day) => day > at.today))].sort()
    const restOn = (day: Day) => promisableFrom(day, node.entries, holds)
    const steps = { from: [0, ...later.map(dayNumber)], rest: [at.today, ...later].map(restOn) }
    known.set(node, steps)
    return steps
  }
}

/** One plot at an instant. `neighbours` are the codes of the plots it can be joined with. */
export function seenPlot(
  plot: PlotRow,
  at: At,
  neighbours: readonly string[] = [],
  stepsOf: (node: NodeRow) => RestSteps = stepsAt(at),
): SeenPlot {
  const { zone, readyBy } = plot
  const term = plot.termEndYear ?? zone.termEndYear
  const groups = groupsOf(zone)
  const nodes = knownNodes(plot.nodes, at.today).map((node) => ({ id: node.id, kind: node.kind, steps: stepsOf(node) }))
  return {
    plots: [plot.code],
    zone: zone.code,
    kind: zone.kind,
    offered: isPublicPlot(plot) && commercialAt(plot, at.now) === 'offered',
    areaM2: plot.areaM2,
    priceUsdPerM2: priceOn(plot, at.today),
    readyLatest: readyBy && !isStale(plot.rungConfirmedUntil, at.today) ? dayNumber(readyBy.latest) : null,
    tenureYears: term === null ? null : Math.max(0, term - Number(at.today.slice(0, 4))),
    lists: [
      {
        allowed: sectorsOf(plot),
        excluded: detailsOf(zone).sectorsExcluded ?? [],
        certain: plot.ownSectors.length > 0 || zone.sectorsCertain,
      },
    ],
    groups: groups && [...groups],
    distancesKm: zone.distancesKm,
    rests: restsOf([nodes]),
    nodes,
    neighbours: [...neighbours].sort(),
  }
}

/** Plots looked at between two pauses. */
const STRIDE = 64

/** The plots of a zone at an instant by their codes: those visitors see, or as the caller says. Pauses now and then. */
export function* seenZone(
  land: CatalogueSnapshot,
  zone: ZoneRow,
  at: At,
  isSeen: (plot: PlotRow) => boolean = isPublicPlot,
): Generator<void, Map<string, SeenPlot>> {
  const stepsOf = stepsAt(at)
  const plots = new Map<string, SeenPlot>()
  for (const [index, plot] of (land.plotsOfZone.get(zone) ?? []).entries()) {
    if (index % STRIDE === 0) yield
    if (!isSeen(plot)) continue
    const neighbours = neighboursOf(land, plot).map((one) => one.plot.code)
    plots.set(plot.code, seenPlot(plot, at, neighbours, stepsOf))
  }
  return plots
}

/** Plots of one zone, in the order of their codes, as one site. */
export function joinedSite(plots: readonly SeenPlot[]): Site {
  const [first] = plots
  if (!first) throw new Error('a site has plots')
  const ready = plots.map(({ readyLatest }) => readyLatest)
  const tenures = plots.map(({ tenureYears }) => tenureYears)
  const { zone, kind, groups, distancesKm } = first
  return {
    plots: plots.flatMap((plot) => plot.plots),
    zone,
    kind,
    offered: plots.every(({ offered }) => offered),
    areaM2: plots.reduce((sum, { areaM2 }) => sum + areaM2, 0),
    priceUsdPerM2: plots.length === 1 ? first.priceUsdPerM2 : joinedPrice(plots),
    readyLatest: allKnown(ready) ? Math.max(...ready) : null,
    tenureYears: allKnown(tenures) ? Math.min(...tenures) : null,
    lists: plots.flatMap(({ lists }) => lists),
    groups,
    distancesKm,
    rests: restsOf(plots.map(({ nodes }) => nodes)),
  }
}

/** Some plots of one zone as one site; a single plot is a site of one. */
export const siteOf = (plots: readonly PlotRow[], at: At): Site => joinedSite(plots.map((plot) => seenPlot(plot, at)))

const allKnown = <T>(values: readonly (T | null)[]): values is readonly T[] => !values.includes(null)

/** Weighted by area; null where one part's is not known. */
function joinedPrice(plots: readonly SeenPlot[]): number | null {
  let cost = 0
  let area = 0
  for (const { areaM2, priceUsdPerM2 } of plots) {
    if (priceUsdPerM2 === null) return null
    cost += areaM2 * priceUsdPerM2
    area += areaM2
  }
  return cost / area
}

const restsOf = (own: readonly SeenPlot['nodes'][]): Site['rests'] =>
  Object.fromEntries(UTILITY_KINDS.map((kind) => [kind, restOf(own, kind)])) as Site['rests']

function restOf(own: readonly SeenPlot['nodes'][], kind: UtilityKind): RestSteps | null {
  if (own.some((nodes) => !nodes.some((node) => node.kind === kind))) return null
  const [first = [], ...others] = own
  const serving = first.filter(
    (node) => node.kind === kind && others.every((nodes) => nodes.some(({ id }) => id === node.id)),
  )
  const [only, another] = serving
  if (!only) return { from: [0], rest: [0] }
  if (!another) return only.steps
  const from = [...new Set(serving.flatMap(({ steps }) => steps.from))].sort((a, b) => a - b)
  return { from, rest: from.map((day) => Math.max(...serving.map(({ steps }) => restFrom(steps, day)))) }
}

/** What can be promised from a day on. */
export function restFrom(steps: RestSteps, day: number): number {
  let at = steps.from.length - 1
  while (at > 0 && (steps.from[at] as number) > day) at -= 1
  return steps.rest[at] as number
}
