import { UTILITY_KINDS } from '../land/capacity'
import { BIT, FIRST_DISTANCE_BIT, type Question } from './question'
import { areaFitScore, hundredths } from './scores'
import { bitCount, bitOf, countOnly, keepMiss, NEAREST, type Tally } from './tally'

/** Plots judged between two pauses. */
const STRIDE = 16_384

/**
 * The figure of a plot under a bit, so that less is nearer to passing (negated where more is better), and what the
 * need asks of it in the same way.
 */
export function figureAt(question: Question, bit: number, index: number): number {
  const { land } = question
  if (bit === BIT.areaMin) return -(land.areaM2[index] as number)
  if (bit === BIT.areaMax) return land.areaM2[index] as number
  if (bit === BIT.readyBy) return land.readyLatest[index] as number
  if (bit === BIT.price) return land.priceUsdPerM2[index] as number
  if (bit === BIT.tenure) return -(land.tenureYears[index] as number)
  if (bit >= BIT.power && bit <= BIT.wastewater) {
    return -(question.rests[UTILITY_KINDS[bit - BIT.power] ?? 'power'][land.nodeSet[index] as number] as number)
  }
  if (bit >= FIRST_DISTANCE_BIT) {
    const place = question.caps[bit - FIRST_DISTANCE_BIT] as string
    return land.zones[land.zone[index] as number]?.distancesKm[place] ?? 0
  }
  return 0
}

/** What the need asks under a bit, in the sense of `figureAt`; 0 where there is nothing to measure. */
export function askedAt(question: Question, bit: number): number {
  const { need } = question
  if (bit === BIT.areaMin) return -question.areaMinM2
  if (bit === BIT.areaMax) return question.areaMaxM2
  if (bit === BIT.readyBy) return question.readyBy ?? 0
  if (bit === BIT.price) return need.maxPriceUsdPerM2 ?? 0
  if (bit === BIT.tenure) return -(need.minTenureYears ?? 0)
  if (bit === BIT.power) return -(need.powerKva ?? 0)
  if (bit === BIT.water) return -(need.waterM3PerDay ?? 0)
  if (bit === BIT.wastewater) return -(need.wastewaterM3PerDay ?? 0)
  if (bit >= FIRST_DISTANCE_BIT) return need.maxDistanceKm?.[question.caps[bit - FIRST_DISTANCE_BIT] as string] ?? 0
  return 0
}

/** By how much each zone, list of sectors or set of nodes misses under a bit; 0 where there is nothing to measure. */
function missTables(question: Question, bits: number): Float64Array[] {
  const { land, zoneFails, rests, caps, need } = question
  return Array.from({ length: bits }, (_, bit) => {
    if (bit === BIT.sector) return new Float64Array(land.lists.length)
    if (bit >= BIT.power && bit <= BIT.wastewater) {
      const asked = askedAt(question, bit)
      return rests[UTILITY_KINDS[bit - BIT.power] ?? 'power'].map((rest) => -rest - asked)
    }
    const place = caps[bit - FIRST_DISTANCE_BIT]
    if (place === undefined) return new Float64Array(zoneFails.length)
    const capKm = need.maxDistanceKm?.[place] ?? 0
    return Float64Array.from(land.zones, ({ distancesKm }) => (distancesKm[place] ?? 0) - capKm)
  })
}

/** Counts the plots that fail for their zone, their sectors or their nodes: all plots of one answer alike. */
function countByParts({ land, zoneFails, listFails, nodeFails }: Question, failing: Int32Array): void {
  const parts = [
    [zoneFails, land.plotsOf.zone],
    [listFails, land.plotsOf.list],
    [nodeFails, land.plotsOf.nodeSet],
  ] as const
  for (const [fails, plots] of parts) {
    for (const [id, mask] of fails.entries()) {
      for (let rest = mask; rest !== 0; rest &= rest - 1) {
        const bit = bitOf(rest & -rest)
        failing[bit] = (failing[bit] as number) + (plots[id] as number)
      }
    }
  }
}

/** Judges, counts and ranks the plots from one index up to another: plain loops over columns, nothing made on the way. */
function singlesJudge(question: Question, tally: Tally, onlyCounts: boolean): (from: number, end: number) => void {
  const { land, areaMinM2, areaMaxM2, zoneFails, listFails, nodeFails, zoneScore, listScore, nodeScore } = question
  const { areaM2, readyLatest, priceUsdPerM2, tenureYears, zone, list, nodeSet } = land
  const asksReady = question.readyBy !== null
  const readyBy = question.readyBy ?? 0
  const asksPrice = question.maxPriceUsdPerM2 !== null
  const maxPrice = question.maxPriceUsdPerM2 ?? 0
  const asksTenure = question.minTenureYears !== null
  const minTenure = question.minTenureYears ?? 0
  const [wPrice = 0, wReady = 0, wDistance = 0, wArea = 0, wHeadroom = 0, wSector = 0] = question.weights
  const { totalWeight } = question
  const zoneUnknowns = Int32Array.from(question.zoneUnknown, bitCount)
  const listUnknowns = Int32Array.from(question.listUnknown, bitCount)
  const nodeUnknowns = Int32Array.from(question.nodeUnknown, bitCount)
  const { best, feasibleIn, failing, nearest } = tally
  const misses = missTables(question, failing.length)
  const least = misses.map((table) => table.reduce((min, miss) => (miss > 0 && miss < min ? miss : min), Infinity))
  const worst = new Float64Array(failing.length).fill(Number.POSITIVE_INFINITY)
  const worstFails = new Int32Array(failing.length).fill(32)
  /** Bits under which a later plot may still be among the nearest; those of single plots always are. */
  let open = -1
  if (!onlyCounts) countByParts(question, failing)

  function keep(bit: number, index: number, miss: number, fails: number): void {
    const kept = nearest[bit]
    if (!kept) return
    keepMiss(kept, index, miss, fails)
    const last = kept[NEAREST - 1]
    if (!last) return
    worst[bit] = last.miss
    worstFails[bit] = last.fails
    const nearestThereIs = least[bit] === Number.POSITIVE_INFINITY ? 0 : least[bit]
    if (bit > BIT.tenure && last.fails === 1 && last.miss === nearestThereIs) open &= ~(1 << bit)
  }

  return (from, end) => {
    let feasible = 0
    let tooSmall = 0
    let tooLarge = 0
    let tooLate = 0
    let tooDear = 0
    let tooShort = 0
    for (let index = from; index < end; index++) {
      const z = zone[index] as number
      const l = list[index] as number
      const n = nodeSet[index] as number
      const area = areaM2[index] as number
      const ready = readyLatest[index] as number
      const price = priceUsdPerM2[index] as number
      const tenure = tenureYears[index] as number
      let mask = (zoneFails[z] as number) | (listFails[l] as number) | (nodeFails[n] as number)
      let unknowns = (zoneUnknowns[z] as number) + (listUnknowns[l] as number) + (nodeUnknowns[n] as number)
      // Bits of the plot's own figures under which it is as near as those that are kept.
      let near = mask & open
      if (area < areaMinM2) {
        mask |= 1 << BIT.areaMin
        tooSmall++
        if (areaMinM2 - area <= (worst[BIT.areaMin] as number)) near |= 1 << BIT.areaMin
      } else if (area > areaMaxM2) {
        mask |= 1 << BIT.areaMax
        tooLarge++
        if (area - areaMaxM2 <= (worst[BIT.areaMax] as number)) near |= 1 << BIT.areaMax
      }
      if (asksReady) {
        if (ready === 0) unknowns++
        else if (ready > readyBy) {
          mask |= 1 << BIT.readyBy
          tooLate++
          if (ready - readyBy <= (worst[BIT.readyBy] as number)) near |= 1 << BIT.readyBy
        }
      }
      if (asksPrice) {
        if (price > maxPrice) {
          mask |= 1 << BIT.price
          tooDear++
          if (price - maxPrice <= (worst[BIT.price] as number)) near |= 1 << BIT.price
        } else if (!(price <= maxPrice)) unknowns++
      }
      if (asksTenure) {
        if (tenure < 0) unknowns++
        else if (tenure < minTenure) {
          mask |= 1 << BIT.tenure
          tooShort++
          if (minTenure - tenure <= (worst[BIT.tenure] as number)) near |= 1 << BIT.tenure
        }
      }
      if (mask === 0) {
        feasible++
        feasibleIn[z] = (feasibleIn[z] as number) + 1
        if (onlyCounts) continue
        const weighted =
          wPrice * (land.priceScore[index] as number) +
          wReady * (land.readinessScore[index] as number) +
          wDistance * (zoneScore[z] as number) +
          wArea * areaFitScore(areaMinM2, area) +
          wHeadroom * (nodeScore[n] as number) +
          wSector * (listScore[l] as number)
        const score = hundredths(weighted, totalWeight, unknowns)
        if (score >= best.floor) best.offer({ score, plots: [index] })
        continue
      }
      if ((mask & (mask - 1)) === 0) {
        const bit = bitOf(mask)
        countOnly(tally, bit, z, figureAt(question, bit, index))
      }
      if (near === 0 || onlyCounts) continue
      const fails = bitCount(mask)
      for (let rest = near; rest !== 0; rest &= rest - 1) {
        const bit = bitOf(rest & -rest)
        let miss = 0
        if (bit <= BIT.tenure) miss = figureAt(question, bit, index) - askedAt(question, bit)
        else {
          const id = bit === BIT.sector ? l : bit <= BIT.wastewater ? n : z
          miss = (misses[bit] as Float64Array)[id] as number
        }
        const far = worst[bit] as number
        if (miss < far || (miss === far && fails < (worstFails[bit] as number))) keep(bit, index, miss, fails)
      }
    }
    const own = [tooSmall, tooLarge, tooLate, tooDear, tooShort]
    for (const [bit, count] of own.entries()) failing[bit] = (failing[bit] as number) + count
    tally.feasible += feasible
  }
}

/**
 * Judges, counts and ranks every single plot in one pass over the columns, pausing now and then so that whoever runs
 * it can let others in. With `onlyCounts` nothing is ranked and no misses are kept.
 */
export function* tallySingles(question: Question, tally: Tally, onlyCounts = false): Generator<void, void> {
  const judge = singlesJudge(question, tally, onlyCounts)
  const count = question.land.areaM2.length
  for (let from = 0; from < count; from += STRIDE) {
    judge(from, Math.min(count, from + STRIDE))
    yield
  }
}
