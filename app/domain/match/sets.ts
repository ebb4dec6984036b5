import { UTILITY_KINDS, type UtilityKind } from '../land/capacity'
import type { NodeRow } from '../land/catalogue'
import type { Joins } from './joins'
import type { OfferedLand } from './offered-land'
import { BIT, bestRest, FIRST_DISTANCE_BIT, headroomOf, type Question } from './question'
import { areaFitScore, hundredths, priceScore, readinessScore } from './scores'
import { bitCount, bitOf, countOnly, keepShort, shortFloor, type Tally } from './tally'

/** Sets grown between two pauses. */
const STRIDE = 4_096

/** The nodes that serve every plot of a set. */
export function commonNodes(question: Question, plots: readonly number[]): readonly NodeRow[] {
  const { nodeSets, nodeSet } = question.land
  const [first = [], ...others] = plots.map((plot) => nodeSets[nodeSet[plot] as number] ?? [])
  return first.filter((node) => others.every((nodes) => nodes.includes(node)))
}

/**
 * What remains for a set at the best single node that serves all its plots: NaN where no node of the kind is published
 * for one of them, 0 where each has one and no node serves all.
 */
export function setRest(question: Question, plots: readonly number[], kind: UtilityKind): number {
  const { nodeSet } = question.land
  const rests = question.rests[kind]
  if (plots.some((plot) => Number.isNaN(rests[nodeSet[plot] as number] as number))) return Number.NaN
  return bestRest(commonNodes(question, plots), kind, question.restOf) ?? 0
}

/** The price of a set, weighted by area; NaN where one part's is not known. */
export function setPriceUsdPerM2(land: OfferedLand, plots: readonly number[]): number {
  let cost = 0
  let area = 0
  for (const plot of plots) {
    cost += (land.areaM2[plot] as number) * (land.priceUsdPerM2[plot] as number)
    area += land.areaM2[plot] as number
  }
  return cost / area
}

/** Whether the plots without one of them still hang together. */
function holdsWithout(joins: Joins, plots: readonly number[], left: number): boolean {
  const rest = plots.filter((plot) => plot !== left)
  const open = rest.splice(0, 1)
  for (let plot = open.pop(); plot !== undefined; plot = open.pop()) {
    const [start, end] = [joins.start[plot] as number, joins.start[plot + 1] as number]
    for (let at = start; at < end; at++) {
      const found = rest.indexOf(joins.to[at] as number)
      if (found >= 0) open.push(...rest.splice(found, 1))
    }
  }
  return rest.length === 0
}

/** Whether no plot can be left out with the rest still connected and at least so large. */
export function isAreaMinimal(question: Question, joins: Joins, plots: readonly number[], areaM2: number): boolean {
  for (const plot of plots) {
    const restM2 = areaM2 - (question.land.areaM2[plot] as number)
    if (restM2 >= question.areaMinM2 && holdsWithout(joins, plots, plot)) return false
  }
  return true
}

/** What fails and what is not known of each plot by itself, as far as it decides about sets too. */
function plotMasks(question: Question): { fails: Int32Array; unknown: Int32Array } {
  const { land, readyBy, minTenureYears, maxPriceUsdPerM2 } = question
  const fails = new Int32Array(land.plots.length)
  const unknown = new Int32Array(land.plots.length)
  for (let index = 0; index < fails.length; index++) {
    const [list, nodes] = [land.list[index] as number, land.nodeSet[index] as number]
    let fail = (question.listFails[list] as number) | (question.nodeFails[nodes] as number)
    let open = (question.listUnknown[list] as number) | (question.nodeUnknown[nodes] as number)
    const ready = land.readyLatest[index] as number
    const tenure = land.tenureYears[index] as number
    if (readyBy !== null) {
      if (ready === 0) open |= 1 << BIT.readyBy
      else if (ready > readyBy) fail |= 1 << BIT.readyBy
    }
    if (minTenureYears !== null) {
      if (tenure < 0) open |= 1 << BIT.tenure
      else if (tenure < minTenureYears) fail |= 1 << BIT.tenure
    }
    if (maxPriceUsdPerM2 !== null && Number.isNaN(land.priceUsdPerM2[index])) open |= 1 << BIT.price
    fails[index] = fail
    unknown[index] = open
  }
  return { fails, unknown }
}

/**
 * Judges, counts and ranks every area-minimal connected set of 2 to `setSize` plots. A set that reaches the least area
 * has no larger minimal set around it, and a plot that reaches it alone is in none; so sets are grown, each once
 * (Wernicke's ESU), over smaller plots only until they reach it. Sets that will surely fail two hard criteria are not
 * grown. Pauses now and then.
 */
export function* tallySets(question: Question, tally: Tally, onlyCounts = false): Generator<void, void> {
  const { land, areaMinM2, setMaxM2, setSize, zoneFails } = question
  if (setSize < 2) return
  const { areaM2, zone } = land
  const joins = land.joins()
  const { start, to } = joins
  const masks = plotMasks(question)
  const count = areaM2.length
  const unknownIn = new Int32Array(land.zones.length)
  const largestIn = new Float64Array(land.zones.length)
  for (let index = 0; index < count; index++) {
    if ((areaM2[index] as number) >= areaMinM2) continue
    const z = zone[index] as number
    unknownIn[z] = (unknownIn[z] as number) | (masks.unknown[index] as number)
    largestIn[z] = Math.max(largestIn[z] as number, areaM2[index] as number)
  }
  // Surely fails whatever is joined to it: a fail that no unknown part of the zone can turn into an unknown.
  const surely = new Int32Array(count)
  const grows = new Uint8Array(count)
  for (let index = 0; index < count; index++) {
    const z = zone[index] as number
    const mask = ((masks.fails[index] as number) & ~(unknownIn[z] as number)) | (zoneFails[z] as number)
    surely[index] = mask
    grows[index] = (areaM2[index] as number) < areaMinM2 && (mask & (mask - 1)) === 0 ? 1 : 0
  }
  const members = new Int32Array(setSize)
  const marked = new Uint8Array(count)
  const stack: number[] = []
  const judge = setJudge(question, tally, joins, masks, onlyCounts)
  let grown = 0

  function grow(root: number, size: number, total: number, mask: number, from: number, largest: number): void {
    const end = stack.length
    for (let at = end - 1; at >= from; at--) {
      const next = stack[at] as number
      const area = total + (areaM2[next] as number)
      const fails = mask | (surely[next] as number)
      if ((fails & (fails - 1)) !== 0) continue
      members[size] = next
      if (area >= areaMinM2) {
        grown++
        if (area <= setMaxM2 || question.need.areaMaxM2 !== undefined) judge(members, size + 1, area)
        continue
      }
      if (fails === 0) keepShort(tally, area)
      const left = setSize - size - 1
      const most = area + left * largest
      if (left === 0 || (most < areaMinM2 && most <= shortFloor(tally))) continue
      grown++
      for (let copy = from; copy < at; copy++) stack.push(stack[copy] as number)
      const own = stack.length
      for (let edge = start[next] as number; edge < (start[next + 1] as number); edge++) {
        const other = to[edge] as number
        if (other <= root || marked[other] === 1 || grows[other] === 0) continue
        marked[other] = 1
        stack.push(other)
      }
      const ownEnd = stack.length
      grow(root, size + 1, area, fails, end, largest)
      for (let reached = own; reached < ownEnd; reached++) marked[stack[reached] as number] = 0
      stack.length = end
    }
  }

  for (let root = 0; root < count; root++) {
    if (grows[root] === 0) continue
    const z = zone[root] as number
    const area = areaM2[root] as number
    const most = area + (setSize - 1) * (largestIn[z] as number)
    if (most < areaMinM2 && most <= shortFloor(tally)) continue
    members[0] = root
    marked[root] = 1
    stack.length = 0
    for (let edge = start[root] as number; edge < (start[root + 1] as number); edge++) {
      const other = to[edge] as number
      if (other <= root || grows[other] === 0) continue
      marked[other] = 1
      stack.push(other)
    }
    grow(root, 1, area, surely[root] as number, 0, largestIn[z] as number)
    marked[root] = 0
    for (const other of stack) marked[other] = 0
    if (grown > STRIDE) {
      grown = 0
      yield
    }
  }
}

type Masks = ReturnType<typeof plotMasks>

/** Judges one grown set: minimal or not, what fails, its score. */
function setJudge(question: Question, tally: Tally, joins: Joins, masks: Masks, onlyCounts: boolean) {
  const { land, setMaxM2, zoneFails, zoneUnknown, zoneScore, listScore, nodeScore, weights, need } = question
  const [wPrice, wReady, wDistance, wArea, wHeadroom, wSector] = [...weights] as [
    number,
    number,
    number,
    number,
    number,
    number,
  ]
  const utilityBits = UTILITY_KINDS.reduce((sum, kind) => sum | (1 << BIT[kind]), 0)
  return (members: Int32Array, size: number, area: number): void => {
    const plots = Array.from(members.subarray(0, size)).sort((a, b) => a - b)
    if (!isAreaMinimal(question, joins, plots, area)) return
    const first = plots[0] as number
    const z = land.zone[first] as number
    let fails = zoneFails[z] as number
    let unknown = zoneUnknown[z] as number
    let latest = 0
    let oneNodeSet = true
    let listPart = Number.POSITIVE_INFINITY
    let readyKnown = true
    for (const plot of plots) {
      fails |= masks.fails[plot] as number
      unknown |= masks.unknown[plot] as number
      const ready = land.readyLatest[plot] as number
      if (ready === 0) readyKnown = false
      else if (ready > latest) latest = ready
      if (land.nodeSet[plot] !== land.nodeSet[first]) oneNodeSet = false
      listPart = Math.min(listPart, listScore[land.list[plot] as number] as number)
    }
    if (!oneNodeSet) fails = (fails & ~utilityBits) | utilityFails(question, plots)
    const price = setPriceUsdPerM2(land, plots)
    if (question.maxPriceUsdPerM2 !== null && price > question.maxPriceUsdPerM2) fails |= 1 << BIT.price
    if (area > setMaxM2) fails |= 1 << BIT.areaMax
    fails &= ~unknown
    if (fails !== 0) {
      if ((fails & (fails - 1)) === 0) {
        const bit = bitOf(fails)
        countOnly(tally, bit, z, setFigure(question, bit, plots, area, price, latest))
      }
      return
    }
    tally.feasible++
    tally.feasibleIn[z] = (tally.feasibleIn[z] as number) + 1
    if (onlyCounts) return
    const nodePart = oneNodeSet
      ? (nodeScore[land.nodeSet[first] as number] as number)
      : headroomOf(
          need,
          question.utilities.map((kind) => [kind, setRest(question, plots, kind)]),
        )
    const weighted =
      wPrice * priceScore(price) +
      wReady * (readyKnown ? readinessScore(latest - land.today) : 0) +
      wDistance * (zoneScore[z] as number) +
      wArea * areaFitScore(question.areaMinM2, area) +
      wHeadroom * nodePart +
      wSector * listPart
    const score = hundredths(weighted, question.totalWeight, bitCount(unknown))
    if (score >= tally.best.floor) tally.best.offer({ score, plots })
  }
}

function utilityFails(question: Question, plots: readonly number[]): number {
  let fails = 0
  for (const kind of UTILITY_KINDS) {
    const needed = { power: 'powerKva', water: 'waterM3PerDay', wastewater: 'wastewaterM3PerDay' } as const
    const asked = question.need[needed[kind]]
    if (asked !== undefined && setRest(question, plots, kind) < asked) fails |= 1 << BIT[kind]
  }
  return fails
}

/** The figure of a set under the only bit it fails, in the sense of `figureAt`. */
function setFigure(
  question: Question,
  bit: number,
  plots: readonly number[],
  area: number,
  price: number,
  latest: number,
): number {
  const { land } = question
  if (bit === BIT.areaMax) return area
  if (bit === BIT.readyBy) return latest
  if (bit === BIT.price) return price
  if (bit === BIT.tenure) return -Math.min(...plots.map((plot) => land.tenureYears[plot] as number))
  if (bit >= BIT.power && bit <= BIT.wastewater) {
    return -setRest(question, plots, UTILITY_KINDS[bit - BIT.power] ?? 'power')
  }
  if (bit < FIRST_DISTANCE_BIT) return 0
  const place = question.caps[bit - FIRST_DISTANCE_BIT] as string
  return land.zones[land.zone[plots[0] as number] as number]?.distancesKm[place] ?? 0
}
