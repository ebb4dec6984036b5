// The rules of a match once more, written from their definitions and as simply as can be: every subset of plots is
// looked at, nothing is kept in columns, nothing is pruned. What is under test is not used here.
import type { NodeRow, PlotRow } from '../land/catalogue'
import { AT, type Land, type Placed, TODAY } from './land.fixture'
import type { Need } from './need'

type Answer = 'pass' | 'fail' | 'unknown'

export interface Judged {
  plots: string[]
  areaM2: number
  hard: Record<string, Answer>
  /** By how much it passes each hard criterion, null where nothing is measured or known. */
  margins: Record<string, number | null>
  soft: Record<string, number>
  score: number
}

const isOffered = (plot: PlotRow): boolean =>
  plot.publication === 'published' &&
  plot.zone.publication === 'published' &&
  plot.commercial === 'offered' &&
  !plot.holds.some((hold) => hold.from <= AT.now && AT.now < hold.until)

/** Whether the road after a zone's first column, if it has one, keeps its two sides apart. */
const isCut = ({ drawing, details }: PlotRow['zone']): boolean =>
  drawing !== null && !(drawing.roads[0]?.kind === 'internal' && details.sitesSpanRoads === true)

function adjoins(one: Placed, other: Placed): boolean {
  const { zone } = one.plot
  if (zone !== other.plot.zone) return false
  if (Math.abs(one.row - other.row) + Math.abs(one.column - other.column) !== 1) return false
  return !(isCut(zone) && Math.min(one.column, other.column) === 0 && one.column !== other.column)
}

function hangsTogether(set: readonly Placed[]): boolean {
  if (set.length === 0) return false
  const reached = new Set([set[0] as Placed])
  for (let grew = true; grew; ) {
    grew = false
    for (const next of set) {
      if (!reached.has(next) && [...reached].some((one) => adjoins(one, next))) {
        reached.add(next)
        grew = true
      }
    }
  }
  return reached.size === set.length
}

const areaOf = (set: readonly Placed[]): number => set.reduce((sum, { plot }) => sum + plot.areaM2, 0)

/** An area-minimal connected set within the need's range. */
export function isMinimalSet(set: readonly Placed[], need: Need): boolean {
  const area = areaOf(set)
  if (!hangsTogether(set) || area < need.areaMinM2 || area > (need.areaMaxM2 ?? 1.5 * need.areaMinM2)) return false
  return set.every(
    (left) =>
      !isEnough(
        set.filter((one) => one !== left),
        need,
      ),
  )
}

function subsets(all: readonly Placed[], size: number): Placed[][] {
  if (size === 0) return [[]]
  return all.flatMap((first, at) => subsets(all.slice(at + 1), size - 1).map((rest) => [first, ...rest]))
}

/** Every single plot, and with sets allowed every minimal set. */
function candidates({ placed }: Land, need: Need): Placed[][] {
  const offered = placed.filter(({ plot }) => isOffered(plot))
  const found = offered.map((one) => [one])
  if (!need.allowSets) return found
  for (const zone of new Set(offered.map(({ plot }) => plot.zone))) {
    const here = offered.filter(({ plot }) => plot.zone === zone)
    for (let size = 2; size <= (need.maxSetSize ?? 4); size++) {
      found.push(...subsets(here, size).filter((set) => isMinimalSet(set, need)))
    }
  }
  return found
}

/** What can be promised of a node from a day on: the least of that day and all later ones, live holds lasting. */
function promised(node: NodeRow, day: string): number {
  const live = node.holds.filter((hold) => hold.from <= AT.now && AT.now < hold.until)
  const rows = [
    ...node.entries.map(({ kind, amount, from }) => ({ from, amount: kind === 'built' ? amount : -amount })),
    ...live.map(({ amount, neededOn }) => ({ from: neededOn ?? '2000-01-01', amount: -amount })),
  ]
  const days = [day, ...rows.map(({ from }) => from).filter((from) => from > day)]
  return Math.min(
    ...days.map((on) => rows.filter(({ from }) => from <= on).reduce((sum, { amount }) => sum + amount, 0)),
  )
}

/** What is left for some plots at the best single node that serves them all; null where one has none known of the kind. */
export function restOf(plots: readonly PlotRow[], kind: string, need: Pick<Need, 'readyBy'>): number | null {
  const known = (plot: PlotRow) =>
    plot.nodes.filter((node) => node.kind === kind && !isStale(node.confirmedUntil ?? null))
  if (plots.some((plot) => known(plot).length === 0)) return null
  const serving = known(plots[0] as PlotRow).filter((node) => plots.every((plot) => plot.nodes.includes(node)))
  if (serving.length === 0) return 0
  return Math.max(...serving.map((node) => promised(node, need.readyBy ?? TODAY)))
}

const isStale = (until: string | null): boolean => until !== null && until < TODAY

/** Named, open to all, unknown or no, written for the few sectors of the fixture. */
function admission(plot: PlotRow, need: Need): 'named' | 'open' | 'unknown' | 'no' {
  const own = plot.ownSectors.length > 0
  const allowed = own ? plot.ownSectors : plot.zone.sectors
  const certain = own || plot.zone.sectorsCertain
  const excluded = plot.zone.details.sectorsExcluded as string[]
  const never = certain ? 'no' : 'unknown'
  if (typeof need.sector === 'string') {
    const asked = need.sector
    if (excluded.includes(asked)) return never
    if (asked === 'tanning' && excluded.includes('1511')) return 'unknown'
    if (asked === 'recycling' && excluded.includes('38')) return 'unknown'
    if (allowed.includes(asked)) return 'named'
    if (allowed.includes('multi_sector')) return 'open'
    return never
  }
  const { vsicVersion, code } = need.sector
  if (code === '15') {
    if (excluded.includes('tanning')) return never
    if (excluded.includes('1511')) return 'unknown'
    if (allowed.includes('tanning')) return 'named'
  } else if (code === '1520') {
    if (excluded.includes('tanning')) return never
    if (allowed.includes('tanning')) return 'named'
  } else if (vsicVersion === '2025') {
    if (allowed.includes('multi_sector')) return 'open'
    return allowed.includes('wood') ? 'unknown' : never
  }
  return allowed.includes('multi_sector') ? 'open' : never
}

/** By its price, else by what its rent in VND comes to over the years that are left, in whole cents. */
function pricedAt({ price, rent, termEndYear, zone }: PlotRow): number | null {
  if (price) return isStale(price.confirmedUntil) ? null : price.usdPerM2
  const end = termEndYear ?? zone.termEndYear
  if (!rent?.vndPerUsd || end === null || isStale(rent.confirmedUntil)) return null
  return Math.round((100 * rent.vndPerM2Year * Math.max(0, end - 2026)) / rent.vndPerUsd) / 100
}

const tenths = (share: number): number => Math.round(10_000 * Math.max(0, Math.min(1, share)))
const daysTo = (day: string): number => (Date.parse(day) - Date.parse(TODAY)) / 86_400_000

function judge(set: readonly Placed[], need: Need): Judged {
  const plots = set.map(({ plot }) => plot).sort((a, b) => (a.code < b.code ? -1 : 1))
  const { zone } = plots[0] as PlotRow
  const areaM2 = areaOf(set)
  const hard: Record<string, Answer> = {}
  const margins: Record<string, number | null> = {}
  const soft: Record<string, number> = {}
  const held = (passes: boolean): Answer => (passes ? 'pass' : 'fail')
  const atMost = (key: string, value: number | null, cap: number): void => {
    hard[key] = value === null ? 'unknown' : held(value <= cap)
    margins[key] = value === null ? null : cap - value
  }
  const atLeast = (key: string, value: number | null, least: number): void => {
    hard[key] = value === null ? 'unknown' : held(value >= least)
    margins[key] = value === null ? null : value - least
  }

  const admissions = plots.map((plot) => admission(plot, need))
  hard.sector = admissions.includes('unknown') ? 'unknown' : held(!admissions.includes('no'))
  soft.sectorPriority = admissions.every((one) => one === 'named')
    ? 1
    : admissions.some((one) => one === 'unknown' || one === 'no')
      ? 0
      : 0.5

  const max = need.areaMaxM2 ?? (plots.length > 1 ? 1.5 * need.areaMinM2 : Number.POSITIVE_INFINITY)
  hard.area = held(areaM2 >= need.areaMinM2 && areaM2 <= max)
  margins.area = Math.min(areaM2 - need.areaMinM2, max - areaM2)
  soft.areaFit = tenths(need.areaMinM2 / areaM2) / 10_000

  const latest = plots.map((plot) => (plot.readyBy && !isStale(plot.rungConfirmedUntil) ? plot.readyBy.latest : null))
  const worst = latest.includes(null) ? null : ((latest as string[]).sort().at(-1) as string)
  if (need.readyBy !== undefined) atMost('readyBy', worst === null ? null : daysTo(worst), daysTo(need.readyBy))
  soft.readiness = worst === null ? 0 : tenths(1 - daysTo(worst) / 1_095) / 10_000

  const asked = { power: need.powerKva, water: need.waterM3PerDay, wastewater: need.wastewaterM3PerDay }
  const named = (Object.keys(asked) as (keyof typeof asked)[]).filter((kind) => asked[kind] !== undefined)
  for (const kind of named) atLeast(kind, restOf(plots, kind, need), asked[kind] as number)
  const scored = (named.length > 0 ? named : (['power', 'water', 'wastewater'] as const)).map((kind) => {
    const rest = restOf(plots, kind, need)
    return rest === null ? null : rest > 0 ? Math.max(0, 1 - (asked[kind] ?? 0) / rest) : 0
  })
  soft.headroom = scored.includes(null)
    ? 0
    : tenths((scored as number[]).reduce((sum, one) => sum + one, 0) / scored.length) / 10_000

  const priced = plots.map(pricedAt)
  const price = priced.includes(null)
    ? null
    : plots.reduce((sum, plot, at) => sum + plot.areaM2 * (priced[at] as number), 0) / areaM2
  if (need.maxPriceUsdPerM2 !== undefined) atMost('price', price, need.maxPriceUsdPerM2)
  soft.price = price === null ? 0 : tenths((140 - price) / 100) / 10_000

  const years = plots.map((plot) => plot.termEndYear ?? zone.termEndYear)
  if (need.minTenureYears !== undefined) {
    atLeast('tenure', years.includes(null) ? null : Math.min(...(years as number[])) - 2026, need.minTenureYears)
  }
  if (need.environmentGroup !== undefined) {
    const groups = zone.details.environmentGroups as string[] | undefined
    hard.environmentGroup = groups === undefined ? 'unknown' : held(groups.includes(need.environmentGroup))
  }
  if (need.zones?.length) hard.zone = held(need.zones.includes(zone.code))
  if (need.zoneKinds?.length) hard.kind = held(need.zoneKinds.includes(zone.kind))
  for (const [place, cap] of Object.entries(need.maxDistanceKm ?? {})) {
    atMost(`distance.${place}`, zone.distancesKm[place] ?? null, cap)
  }
  const places = Object.keys(need.maxDistanceKm ?? { huu_nghi: 0 })
  const near = places
    .map((place) => zone.distancesKm[place])
    .map((km) => (km === undefined ? null : Math.max(0, 1 - km / 200)))
  soft.distance = near.includes(null) ? 0 : tenths((near as number[]).reduce((a, b) => a + b, 0) / near.length) / 10_000

  return { plots: plots.map(({ code }) => code), areaM2, hard, margins, soft, score: scoreOf(need, hard, soft) }
}

function scoreOf(need: Need, hard: Record<string, Answer>, soft: Record<string, number>): number {
  let sum = 0
  let total = 0
  for (const key of ['price', 'readiness', 'distance', 'areaFit', 'headroom', 'sectorPriority'] as const) {
    const weight = need.weights?.[key] ?? 1
    sum += weight * Math.round(10_000 * (soft[key] as number))
    total += weight
  }
  const unknowns = Object.values(hard).filter((one) => one === 'unknown').length
  return Math.round((sum / total) * 0.9 ** unknowns) / 100
}

export interface BruteAnswer {
  feasible: Judged[]
  /** Single plots by the criteria they fail. */
  failing: Record<string, Judged[]>
}

/** All feasible candidates in order, and which single plots fail each criterion, the nearest first. */
export function bruteMatch(land: Land, need: Need): BruteAnswer {
  const judged = candidates(land, need).map((set) => judge(set, need))
  const failing: Record<string, Judged[]> = {}
  for (const one of judged) {
    if (one.plots.length > 1) continue
    for (const [key, answer] of Object.entries(one.hard)) {
      if (answer === 'fail') failing[key] = [...(failing[key] ?? []), one]
    }
  }
  const fails = ({ hard }: Judged) => Object.values(hard).filter((answer) => answer === 'fail').length
  for (const [key, plots] of Object.entries(failing)) {
    const by = (one: Judged) => one.margins[key] ?? 0
    plots.sort((a, b) => by(b) - by(a) || fails(a) - fails(b) || compareLists(a.plots, b.plots))
  }
  const feasible = judged.filter(({ hard }) => !Object.values(hard).includes('fail'))
  feasible.sort((a, b) => b.score - a.score || compareLists(a.plots, b.plots))
  return { feasible, failing }
}

function compareLists(one: readonly string[], other: readonly string[]): number {
  for (let at = 0; at < Math.min(one.length, other.length); at++) {
    const [a, b] = [one[at] as string, other[at] as string]
    if (a !== b) return a < b ? -1 : 1
  }
  return one.length - other.length
}

/** What plots fail as a set, its hanging together and being no larger than it has to be among it; null: not all offered. */
export function bruteFailures(land: Land, need: Need, codes: readonly string[]): string[] | null {
  const set = land.placed.filter(({ plot }) => codes.includes(plot.code) && isOffered(plot))
  if (set.length < codes.length) return null
  const failed = Object.entries(judge(set, need).hard).flatMap(([key, answer]) => (answer === 'fail' ? [key] : []))
  if (!hangsTogether(set)) failed.push('joined')
  else if (
    set.some((left) =>
      isEnough(
        set.filter((one) => one !== left),
        need,
      ),
    )
  )
    failed.push('area')
  return [...new Set(failed)].sort()
}

/** What nobody knows of plots as a set. */
export function bruteUnknown(land: Land, need: Need, codes: readonly string[]): string[] {
  const set = land.placed.filter(({ plot }) => codes.includes(plot.code))
  return Object.entries(judge(set, need).hard).flatMap(([key, answer]) => (answer === 'unknown' ? [key] : []))
}

const isEnough = (set: readonly Placed[], need: Need): boolean => hangsTogether(set) && areaOf(set) >= need.areaMinM2
