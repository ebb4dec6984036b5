import { changeDays, liveHolds, promisableFrom, UTILITY_KINDS, type UtilityKind } from '../land/capacity'
import {
  type At,
  commercialAt,
  dayNumber,
  isPublicPlot,
  isStale,
  type NodeRow,
  type PlotRow,
  sectorsOf,
  type ZoneKind,
} from '../land/catalogue'
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

/** Some plots of one zone as one site; a single plot is a site of one. */
export function siteOf(plots: readonly PlotRow[], at: At): Site {
  const [first] = plots
  if (!first) throw new Error('a site has plots')
  const { zone } = first
  const year = Number(at.today.slice(0, 4))
  const prices = plots.map(({ price }) => (price && !isStale(price.confirmedUntil, at.today) ? price.usdPerM2 : null))
  const ready = plots.map(({ readyBy, rungConfirmedUntil }) =>
    readyBy && !isStale(rungConfirmedUntil, at.today) ? dayNumber(readyBy.latest) : null,
  )
  const terms = plots.map(({ termEndYear }) => termEndYear ?? zone.termEndYear)
  const areaM2 = plots.reduce((sum, plot) => sum + plot.areaM2, 0)
  const groups = groupsOf(zone)
  return {
    plots: plots.map(({ code }) => code),
    zone: zone.code,
    kind: zone.kind,
    offered: plots.every((plot) => isPublicPlot(plot) && commercialAt(plot, at.now) === 'offered'),
    areaM2,
    priceUsdPerM2: allKnown(prices)
      ? plots.reduce((sum, plot, index) => sum + (prices[index] as number) * plot.areaM2, 0) / areaM2
      : null,
    readyLatest: allKnown(ready) ? Math.max(...ready) : null,
    tenureYears: allKnown(terms) ? Math.max(0, Math.min(...terms) - year) : null,
    lists: plots.map((plot) => ({
      allowed: sectorsOf(plot),
      excluded: detailsOf(zone).sectorsExcluded ?? [],
      certain: plot.ownSectors.length > 0 || zone.sectorsCertain,
    })),
    groups: groups && [...groups],
    distancesKm: zone.distancesKm,
    rests: Object.fromEntries(UTILITY_KINDS.map((kind) => [kind, restSteps(plots, kind, at)])) as Site['rests'],
  }
}

const allKnown = <T>(values: readonly (T | null)[]): values is readonly T[] => !values.includes(null)

function restSteps(plots: readonly PlotRow[], kind: UtilityKind, at: At): RestSteps | null {
  const own = plots.map(({ nodes }) => nodes.filter((node) => node.kind === kind))
  if (own.some((nodes) => nodes.length === 0)) return null
  const common = (own[0] ?? []).filter((node) => own.every((nodes) => nodes.includes(node)))
  if (common.length === 0) return { from: [0], rest: [0] }
  const holds = new Map(common.map((node): [NodeRow, NodeRow['holds']] => [node, liveHolds(node.holds, at.now)]))
  const days = common.flatMap((node) => changeDays(node.entries, holds.get(node)))
  const later = [...new Set(days.filter((day) => day > at.today))].sort()
  const restOn = (day: Day) => Math.max(...common.map((node) => promisableFrom(day, node.entries, holds.get(node))))
  return { from: [0, ...later.map(dayNumber)], rest: [at.today, ...later].map(restOn) }
}

/** What can be promised from a day on. */
export function restFrom(steps: RestSteps, day: number): number {
  let at = steps.from.length - 1
  while (at > 0 && (steps.from[at] as number) > day) at -= 1
  return steps.rest[at] as number
}
