import type { Day } from '../time/day'
import type { Need } from './need'
import type { NeedColumns } from './need-columns'
import { Admissions, siteJudge, unknownJudge, type ZoneFails, zoneFailsOf, zoneMask } from './need-judge'
import { BIT } from './question'
import { type BecameTrue, keysOfFailures } from './saved-needs'
import type { SectorEntry } from './sector'
import { joinedSite, type SeenPlot } from './site'

/** What saved needs are judged by beside the land. */
export interface Judging {
  columns: NeedColumns
  sectors: readonly SectorEntry[]
  today: Day
}

/** Plots of one zone by their codes. */
export type SeenZone = ReadonlyMap<string, SeenPlot>

/** A contiguous set, its codes ascending, and a need it fits. */
export interface FittingSet {
  index: number
  plots: string[]
  areaM2: number
}

/** The needs that join plots and do not fail the zone itself, by their least area. */
function joiningNeeds({ columns }: Judging, zoneFails: ZoneFails): { order: Int32Array; least: Float64Array } {
  const found: number[] = []
  for (let index = 0; index < columns.needs.length; index++) {
    if ((columns.setSize[index] as number) >= 2 && zoneMask(columns, zoneFails, index) === 0) found.push(index)
  }
  const order = Int32Array.from(found).sort(
    (a, b) => (columns.areaMinM2[a] as number) - (columns.areaMinM2[b] as number),
  )
  return { order, least: Float64Array.from(order, (index) => columns.areaMinM2[index] as number) }
}

/** The place of the first of some ascending numbers above one. */
function firstAbove(ascending: Float64Array, value: number): number {
  let [low, high] = [0, ascending.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((ascending[middle] as number) > value) high = middle
    else low = middle + 1
  }
  return low
}

/** Whether some plots hang together, and the largest area that hangs together without one of them; -1 where none does. */
export function partsOf(plots: readonly SeenPlot[]): { whole: boolean; part: number } {
  const links = plots.map(({ neighbours }) =>
    plots.reduce((mask, { plots: [code = ''] }, at) => (neighbours.includes(code) ? mask | (1 << at) : mask), 0),
  )
  const hangs = (members: number): boolean => {
    let reached = members & -members
    for (let open = reached; open !== 0; ) {
      const at = 31 - Math.clz32(open)
      const fresh = (links[at] as number) & members & ~reached
      reached |= fresh
      open = (open & ~(1 << at)) | fresh
    }
    return reached === members
  }
  const all = (1 << plots.length) - 1
  const total = plots.reduce((sum, { areaM2 }) => sum + areaM2, 0)
  let part = -1
  plots.forEach(({ areaM2 }, at) => {
    if (total - areaM2 > part && hangs(all & ~(1 << at))) part = total - areaM2
  })
  return { whole: hangs(all), part }
}

/**
 * Every area-minimal contiguous set of offered plots that has one of some plots in it, with every need it fits, each
 * pair once: the candidates a match of each need would find. A set is looked at once for all needs (Wernicke's ESU from
 * each of the plots, without those before it), and held against those alone whose least area only the whole set
 * reaches. Pauses now and then.
 */
export function* fittingSets(
  judging: Judging,
  zone: SeenZone,
  through: readonly string[],
): Generator<FittingSet | undefined, void> {
  const [some] = zone.values()
  if (!some) return
  const { columns, today } = judging
  const zoneFails = zoneFailsOf(columns, some)
  const { order, least } = joiningNeeds(judging, zoneFails)
  if (order.length === 0) return
  const admissions = new Admissions(columns, judging.sectors)
  const sizes = Array.from(order, (index) => columns.setSize[index] as number)
  const largest = Math.max(...sizes)
  // A set that reaches the least area of every need that may have one plot more is not grown.
  const growBelow = Array.from({ length: largest }, (_, size) =>
    order.reduce(
      (most, index, at) => ((sizes[at] as number) > size ? Math.max(most, columns.areaMinM2[index] as number) : most),
      0,
    ),
  )
  const blocked = new Set<string>()
  const marked = new Set<string>()
  const members: SeenPlot[] = []
  let found: FittingSet[] = []

  function judge(area: number): void {
    const until = firstAbove(least, area)
    // Without its smallest plot a set has less than this, hence no part of it reaches a larger least area.
    const plots = [...members].sort((a, b) => ((a.plots[0] as string) < (b.plots[0] as string) ? -1 : 1))
    const { part } = partsOf(plots)
    const from = firstAbove(least, part)
    if (from >= until) return
    const fails = siteJudge(columns, joinedSite(plots), admissions, today, zoneFails)
    const codes = plots.map((plot) => plot.plots[0] as string)
    for (let at = from; at < until; at++) {
      const index = order[at] as number
      if (fails(index) === 0) found.push({ index, plots: codes, areaM2: area })
    }
  }

  function grow(area: number, reach: string[]): void {
    const size = members.length
    for (let next = reach.pop(); next !== undefined; next = reach.pop()) {
      const plot = zone.get(next) as SeenPlot
      members.push(plot)
      judge(area + plot.areaM2)
      if (size + 1 < largest && area + plot.areaM2 < (growBelow[size + 1] as number)) {
        const fresh = reachOf(plot)
        grow(area + plot.areaM2, [...reach, ...fresh])
        for (const code of fresh) marked.delete(code)
      }
      members.pop()
    }
  }

  function reachOf(plot: SeenPlot): string[] {
    const fresh = plot.neighbours.filter(
      (code) => !marked.has(code) && !blocked.has(code) && zone.get(code)?.offered === true,
    )
    for (const code of fresh) marked.add(code)
    return fresh
  }

  for (const root of through) {
    const plot = zone.get(root)
    blocked.add(root)
    if (!plot?.offered || plot.areaM2 >= (growBelow[1] as number)) continue
    members.push(plot)
    const reach = reachOf(plot)
    for (let first = reach.pop(); first !== undefined; first = reach.pop()) {
      // One neighbour at a time, with the others still to come: the same sets, with a pause between.
      const others = [...reach]
      const next = zone.get(first) as SeenPlot
      members.push(next)
      judge(plot.areaM2 + next.areaM2)
      if (largest > 2 && plot.areaM2 + next.areaM2 < (growBelow[2] as number)) {
        const fresh = reachOf(next)
        grow(plot.areaM2 + next.areaM2, [...others, ...fresh])
        for (const code of fresh) marked.delete(code)
      }
      members.pop()
      yield* found
      found = []
      yield
    }
    members.pop()
    marked.clear()
  }
}

/** A set that has come to fit a need, and what of it became true. */
export interface NewSet extends FittingSet {
  became: BecameTrue[]
}

/** A set as it was seen, where all of it was seen and offered. */
interface Was {
  whole: boolean
  part: number
  failsOf(index: number): number
}

/**
 * The contiguous sets that fit a need now and did not before, because of the plots that changed, with what became true:
 * that all of it is offered, that it hangs together, or what of the need's tests it had failed and is known to pass. `before` is the zone as
 * it was seen; a plot that is not in it had not been seen.
 */
export function* newlyFittingSets(
  judging: Judging,
  before: SeenZone,
  after: SeenZone,
  changed: readonly string[],
): Generator<NewSet | undefined, void> {
  const { columns, sectors, today } = judging
  const admissions = new Admissions(columns, sectors)
  let last: { plots: string[]; was: Was | null; unknownOf: (index: number) => number } | undefined
  for (const found of fittingSets(judging, after, changed)) {
    if (!found) {
      yield
      continue
    }
    if (last?.plots !== found.plots) {
      const now = joinedSite(found.plots.flatMap((code) => after.get(code) ?? []))
      last = { plots: found.plots, was: wasOf(found.plots), unknownOf: unknownJudge(columns, now, admissions) }
    }
    const became = becameOf(last.was, found.index, last.unknownOf(found.index))
    if (became.length > 0) yield { ...found, became }
  }

  function wasOf(codes: readonly string[]): Was | null {
    const plots = codes.flatMap((code) => before.get(code) ?? [])
    if (plots.length < codes.length || plots.some(({ offered }) => !offered)) return null
    return { ...partsOf(plots), failsOf: siteJudge(columns, joinedSite(plots), admissions, today) }
  }

  function becameOf(was: Was | null, index: number, unknown: number): BecameTrue[] {
    if (was === null) return ['offered']
    let mask = was.failsOf(index)
    // A smaller part of it was enough: the whole was no candidate.
    if (was.whole && was.part >= (columns.areaMinM2[index] as number)) mask |= 1 << BIT.areaMin
    const failed = keysOfFailures(mask & ~unknown, columns.needs[index] as Need)
    return was.whole ? failed : ['joined', ...failed]
  }
}
