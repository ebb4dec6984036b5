import { UTILITY_KINDS } from '../land/capacity'
import type { Joins } from './joins'
import { nodeGroups, setRest } from './node-groups'
import { BIT, FIRST_DISTANCE_BIT, type Question } from './question'
import { areaFitScore, hundredths, priceScore, readinessScore } from './scores'
import { largestConnectedPart, setPriceUsdPerM2 } from './set-figures'
import { bitCount, bitOf, countOnly, keepShort, shortFloor, type Tally } from './tally'

/** Sets grown between two pauses. */
const STRIDE = 4_096

const isOne = (mask: number): boolean => (mask & (mask - 1)) === 0

interface Masks {
  fails: Int32Array
  unknown: Int32Array
  /** Fails whatever is joined to it: no unknown part of its zone can turn the fail into an unknown. */
  surely: Int32Array
  /** 1: smaller than what is asked, and surely fails one criterion at most. */
  grows: Uint8Array
  /** The largest plot of a zone that grows. */
  largestIn: Float64Array
}

/** What fails and what is not known of each plot by itself that is too small alone. Price is a matter of the set. */
function plotMasks(question: Question): Masks {
  const { land, readyBy, minTenureYears, maxPriceUsdPerM2, areaMinM2, zoneFails } = question
  const count = land.plots.length
  const fails = new Int32Array(count)
  const unknown = new Int32Array(count)
  const surely = new Int32Array(count)
  const grows = new Uint8Array(count)
  const unknownIn = new Int32Array(land.zones.length)
  const largestIn = new Float64Array(land.zones.length)
  for (let index = 0; index < count; index++) {
    const z = land.zone[index] as number
    if ((land.areaM2[index] as number) >= areaMinM2 || !isOne(zoneFails[z] as number)) continue
    const [list, nodes] = [land.list[index] as number, land.nodeSet[index] as number]
    let fail = question.listFails[list] as number
    let open = question.listUnknown[list] as number
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
    surely[index] = fail | (question.nodeFails[nodes] as number)
    grows[index] = 1
    unknownIn[z] = (unknownIn[z] as number) | open | (question.nodeUnknown[nodes] as number)
  }
  for (let index = 0; index < count; index++) {
    if (grows[index] === 0) continue
    const z = land.zone[index] as number
    const mask = ((surely[index] as number) & ~(unknownIn[z] as number)) | (zoneFails[z] as number)
    surely[index] = mask
    if (!isOne(mask)) grows[index] = 0
    else largestIn[z] = Math.max(largestIn[z] as number, land.areaM2[index] as number)
  }
  return { fails, unknown, surely, grows, largestIn }
}

/**
 * Judges, counts and ranks every area-minimal connected set of 2 to `setSize` plots. A set that reaches the least area
 * has no larger minimal set around it, and a plot that reaches it alone is in none; so sets are grown, each once
 * (Wernicke's ESU), over smaller plots only until they reach it. Sets that will surely fail two hard criteria are not
 * grown. Pauses now and then.
 */
export function* tallySets(question: Question, tally: Tally, onlyCounts = false): Generator<void, void> {
  const { land, areaMinM2, setMaxM2, setSize } = question
  if (setSize < 2) return
  const { areaM2, zone } = land
  const joins = yield* land.joins()
  const { start, to } = joins
  const masks = plotMasks(question)
  const { surely, grows, largestIn } = masks
  const members = new Int32Array(setSize)
  const marked = new Uint8Array(areaM2.length)
  // Each level of growth copies what is left of the one below it and adds a plot's neighbours.
  const stack: number[] = []
  const judge = setJudge(question, tally, joins, masks, onlyCounts)
  const largestMaxM2 = question.need.areaMaxM2 === undefined ? setMaxM2 : Number.POSITIVE_INFINITY
  let grown = 0

  function grow(root: number, size: number, total: number, mask: number, from: number, largest: number): void {
    const end = stack.length
    for (let at = end - 1; at >= from; at--) {
      const next = stack[at] as number
      const area = total + (areaM2[next] as number)
      const fails = mask | (surely[next] as number)
      if (!isOne(fails)) continue
      members[size] = next
      if (area >= areaMinM2) {
        grown++
        if (area <= largestMaxM2) judge(members, size + 1, area)
        continue
      }
      if (!onlyCounts && fails === 0 && area >= shortFloor(tally)) judge(members, size + 1, area)
      const left = setSize - size - 1
      const most = area + left * largest
      if (left === 0 || (most < areaMinM2 && (onlyCounts || most < shortFloor(tally)))) continue
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

  for (let root = 0; root < areaM2.length; root++) {
    if (grows[root] === 0) continue
    const area = areaM2[root] as number
    const largest = largestIn[zone[root] as number] as number
    const most = area + (setSize - 1) * largest
    if (most < areaMinM2 && (onlyCounts || most < shortFloor(tally))) continue
    members[0] = root
    marked[root] = 1
    for (let edge = start[root] as number; edge < (start[root + 1] as number); edge++) {
      const other = to[edge] as number
      if (other <= root || grows[other] === 0) continue
      marked[other] = 1
      stack.push(other)
    }
    grow(root, 1, area, surely[root] as number, 0, largest)
    marked[root] = 0
    for (const other of stack) marked[other] = 0
    stack.length = 0
    if (grown > STRIDE) {
      grown = 0
      yield
    }
  }
}

/** Judges one grown set: what fails, minimal or not, its score. One that is too small is kept where it nearly reaches. */
function setJudge(question: Question, tally: Tally, joins: Joins, masks: Masks, onlyCounts: boolean) {
  const { land, areaMinM2, setMaxM2, zoneFails, zoneUnknown, zoneScore, listScore, maxPriceUsdPerM2 } = question
  const [wPrice = 0, wReady = 0, wDistance = 0, wArea = 0, wHeadroom = 0, wSector = 0] = question.weights
  const groups = nodeGroups(question)
  const capped = question.need.areaMaxM2 === undefined
  const plots = new Int32Array(question.setSize)

  return (members: Int32Array, size: number, area: number): void => {
    const z = land.zone[members[0] as number] as number
    let fails = zoneFails[z] as number
    let unknown = zoneUnknown[z] as number
    let latest = 0
    let readyKnown = true
    let sectorPart = Number.POSITIVE_INFINITY
    let nodes = land.nodeSet[members[0] as number] as number
    for (let at = 0; at < size; at++) {
      const plot = members[at] as number
      fails |= masks.fails[plot] as number
      unknown |= masks.unknown[plot] as number
      const own = land.nodeSet[plot] as number
      if (own !== nodes) nodes = groups.join(nodes, own)
      const ready = land.readyLatest[plot] as number
      if (ready === 0) readyKnown = false
      else if (ready > latest) latest = ready
      const score = listScore[land.list[plot] as number] as number
      if (score < sectorPart) sectorPart = score
      let slot = at
      for (; slot > 0 && (plots[slot - 1] as number) > plot; slot--) plots[slot] = plots[slot - 1] as number
      plots[slot] = plot
    }
    fails |= groups.fails[nodes] as number
    unknown |= groups.unknown[nodes] as number
    if (area > setMaxM2) fails |= 1 << BIT.areaMax
    const price = setPriceUsdPerM2(land, plots, size)
    if (maxPriceUsdPerM2 !== null && price > maxPriceUsdPerM2) fails |= 1 << BIT.price
    fails &= ~unknown
    if (!isOne(fails)) return
    const isShort = area < areaMinM2
    if (isShort && fails !== 0) return
    // Parts below the areas that are nearly enough move nothing.
    const part = largestConnectedPart(land, joins, plots, size, onlyCounts ? areaMinM2 : shortFloor(tally))
    if (isShort) {
      keepShort(tally, { area, part, capped })
      return
    }
    if (part >= areaMinM2) return
    if (fails !== 0) {
      countOnly(tally, bitOf(fails), z, setFigure(question, bitOf(fails), Array.from(plots.subarray(0, size)), price))
      return
    }
    tally.feasible++
    tally.feasibleIn[z] = (tally.feasibleIn[z] as number) + 1
    if (onlyCounts) return
    if (Math.max(part, capped ? area / 1.5 : -1) >= shortFloor(tally)) tally.held.push({ area, part, capped })
    const weighted =
      wPrice * priceScore(price) +
      wReady * (readyKnown ? readinessScore(latest - land.today) : 0) +
      wDistance * (zoneScore[z] as number) +
      wArea * areaFitScore(areaMinM2, area) +
      wHeadroom * (groups.score[nodes] as number) +
      wSector * sectorPart
    const score = hundredths(weighted, question.totalWeight, bitCount(unknown))
    if (score >= tally.best.floor) tally.best.offer({ score, plots: Array.from(plots.subarray(0, size)) })
  }
}

/** The figure of a set under the only bit it fails, in the sense of `figureAt`. */
function setFigure(question: Question, bit: number, plots: readonly number[], price: number): number {
  const { land } = question
  if (bit === BIT.areaMax) return plots.reduce((sum, plot) => sum + (land.areaM2[plot] as number), 0)
  if (bit === BIT.readyBy) return Math.max(...plots.map((plot) => land.readyLatest[plot] as number))
  if (bit === BIT.price) return price
  if (bit === BIT.tenure) return -Math.min(...plots.map((plot) => land.tenureYears[plot] as number))
  if (bit >= BIT.power && bit <= BIT.wastewater) {
    return -setRest(question, plots, UTILITY_KINDS[bit - BIT.power] ?? 'power')
  }
  if (bit < FIRST_DISTANCE_BIT) return 0
  const place = question.caps[bit - FIRST_DISTANCE_BIT] as string
  return land.zones[land.zone[plots[0] as number] as number]?.distancesKm[place] ?? 0
}
