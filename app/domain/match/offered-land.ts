import { liveHolds, promisableFrom } from '../land/capacity'
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
  type ZoneRow,
} from '../land/catalogue'
import { priceOn } from '../land/price'
import { detailsOf } from '../land/zone-record'
import { ended, type Steps, sortedSteps } from '../steps'
import type { Day } from '../time/day'
import { type Joins, joinsAmong } from './joins'
import { priceScore, readinessScore } from './scores'
import type { SectorList } from './sector'

/**
 * The land a need is matched against, in columns: published and offered plots of one snapshot at one instant, in the
 * order of their codes, so that a plot's index is its rank. Stale figures stand as not known.
 */
export interface OfferedLand {
  /** Same version, same land: the catalogue's, the day, and what holds have changed since. */
  dataVersion: string
  today: number
  /** What can be promised of a node from a day on, after the holds that live now. */
  restFrom(node: NodeRow, day: Day): number
  plots: readonly PlotRow[]
  zones: readonly ZoneRow[]
  areaM2: Int32Array
  /** NaN: not known. */
  priceUsdPerM2: Float64Array
  /** Place of the price among all prices, cheapest first, from 1 on; 0: not known. */
  priceRank: Int32Array
  /** How many different prices there are up to one: plots of at most that price have no higher rank. */
  rankOfPrice(usdPerM2: number): number
  /** Days since 1970; 0: not known. */
  readyLatest: Int32Array
  /** -1: not known. */
  tenureYears: Int16Array
  zone: Uint16Array
  /** Index into `lists`: plots with the same sectors share one. */
  list: Uint16Array
  lists: readonly SectorList[]
  /** Index into `nodeSets`: plots served by the same nodes share one. */
  nodeSet: Uint32Array
  nodeSets: readonly (readonly NodeRow[])[]
  /** How many plots each zone, list and set of nodes has. */
  plotsOf: { zone: Uint32Array; list: Uint32Array; nodeSet: Uint32Array }
  priceScore: Uint16Array
  readinessScore: Uint16Array
  /** Which offered plots can be joined; measured when first asked for, in steps. */
  joins(): Steps<Joins>
}

const yearOf = (day: string): number => Number(day.slice(0, 4))

/** See `offeredSteps`. */
export const offeredLand = (snapshot: CatalogueSnapshot, at: At): OfferedLand => ended(offeredSteps(snapshot, at))

/** Plots looked at between two pauses. */
const STRIDE = 1024

/** Columns of the plots that are offered at an instant, in steps. */
export function* offeredSteps(snapshot: CatalogueSnapshot, at: At): Steps<OfferedLand> {
  const offered: PlotRow[] = []
  for (const [index, plot] of snapshot.plots.entries()) {
    if (index % STRIDE === STRIDE - 1) yield
    if (isPublicPlot(plot) && commercialAt(plot, at.now) === 'offered') offered.push(plot)
  }
  const plots = yield* sortedSteps(offered, (one, other) =>
    one.code < other.code ? -1 : one.code > other.code ? 1 : 0,
  )
  const count = plots.length
  const today = dayNumber(at.today)
  const year = yearOf(at.today)
  const zoneIndex = new Map(snapshot.zones.map((zone, index) => [zone, index]))
  const lists = interning<SectorList>()
  const nodeSets = interning<readonly NodeRow[]>()
  const nodeNumber = new Map(snapshot.zones.flatMap((zone) => zone.nodes).map((node, index) => [node, index]))
  const zoneList = snapshot.zones.map((zone) => lists.indexOf(zone.code, listOf(zone.sectors, zone)))
  const land = {
    dataVersion: '',
    today,
    restFrom: (node: NodeRow, day: Day) => promisableFrom(day, node.entries, liveHolds(node.holds, at.now)),
    plots,
    zones: snapshot.zones,
    areaM2: new Int32Array(count),
    priceUsdPerM2: new Float64Array(count),
    readyLatest: new Int32Array(count),
    tenureYears: new Int16Array(count),
    zone: new Uint16Array(count),
    list: new Uint16Array(count),
    lists: lists.values,
    nodeSet: new Uint32Array(count),
    nodeSets: nodeSets.values,
    priceScore: new Uint16Array(count),
    readinessScore: new Uint16Array(count),
  }
  for (const [index, plot] of plots.entries()) {
    if (index % STRIDE === STRIDE - 1) yield
    const zone = zoneIndex.get(plot.zone) ?? 0
    const termEndYear = plot.termEndYear ?? plot.zone.termEndYear
    const price = priceOn(plot, at.today) ?? Number.NaN
    const ready = plot.readyBy && !isStale(plot.rungConfirmedUntil, at.today) ? dayNumber(plot.readyBy.latest) : 0
    land.areaM2[index] = plot.areaM2
    land.priceUsdPerM2[index] = price
    land.readyLatest[index] = ready
    land.tenureYears[index] = termEndYear === null ? -1 : Math.max(0, termEndYear - year)
    land.zone[index] = zone
    land.list[index] =
      plot.ownSectors.length > 0
        ? lists.indexOf(`${plot.zone.code} ${plot.ownSectors.join()}`, listOf(sectorsOf(plot), plot.zone, true))
        : (zoneList[zone] as number)
    const nodes = knownNodes(plot.nodes, at.today)
    const numbers = nodes.map((node) => nodeNumber.get(node) ?? 0).sort((a, b) => a - b)
    land.nodeSet[index] = nodeSets.indexOf(numbers.join(), nodes)
    land.priceScore[index] = priceScore(price)
    land.readinessScore[index] = ready === 0 ? 0 : readinessScore(ready - today)
  }
  const plotsOf = {
    zone: countBy(land.zone, land.zones.length),
    list: countBy(land.list, land.lists.length),
    nodeSet: countBy(land.nodeSet, land.nodeSets.length),
  }
  yield
  land.dataVersion = [snapshot.version, at.today, checksum(plots, snapshot, at.now)].join('.')
  yield
  let joins: Joins | undefined
  const prices = Float64Array.from(new Set(land.priceUsdPerM2.filter((price) => !Number.isNaN(price)))).sort()
  return Object.assign(land, {
    plotsOf,
    priceRank: Int32Array.from(land.priceUsdPerM2, (price) => (Number.isNaN(price) ? 0 : countUpTo(prices, price))),
    rankOfPrice: (usdPerM2: number) => countUpTo(prices, usdPerM2),
    *joins() {
      joins ??= yield* joinsAmong(snapshot, plots)
      return joins
    },
  })
}

/** How many of some ascending numbers are not above one. */
function countUpTo(ascending: Float64Array, most: number): number {
  let [low, high] = [0, ascending.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((ascending[middle] as number) <= most) low = middle + 1
    else high = middle
  }
  return low
}

function countBy(ids: Uint16Array | Uint32Array, many: number): Uint32Array {
  const counts = new Uint32Array(many)
  for (const id of ids) counts[id] = (counts[id] as number) + 1
  return counts
}

/** Values by key, each once, in the order in which they were met. */
function interning<T>(): { values: T[]; indexOf(key: string, value: T): number } {
  const values: T[] = []
  const known = new Map<string, number>()
  return {
    values,
    indexOf: (key, value) => {
      const found = known.get(key)
      if (found !== undefined) return found
      known.set(key, values.length)
      return values.push(value) - 1
    },
  }
}

const listOf = (allowed: readonly string[], zone: ZoneRow, own = false): SectorList => ({
  allowed,
  excluded: detailsOf(zone).sectorsExcluded ?? [],
  certain: own || zone.sectorsCertain,
})

/**
 * FNV-1a over what time alone changes within a catalogue version: which plots are offered, which holds live, in whatever
 * order they were read.
 */
function checksum(plots: readonly PlotRow[], snapshot: CatalogueSnapshot, now: Date): string {
  let hash = 0x811c9dc5
  const add = (text: string) => {
    for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
  }
  for (const plot of plots) add(plot.code)
  const nodes = snapshot.zones.flatMap((zone) => zone.nodes)
  const holds = nodes.flatMap(({ id, holds }) =>
    liveHolds(holds, now).map(({ amount, from, until, neededOn }) => `${id} ${amount} ${+from} ${+until} ${neededOn}`),
  )
  for (const hold of holds.sort()) add(hold)
  return (hash >>> 0).toString(36)
}
