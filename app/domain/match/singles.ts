import { UTILITY_KINDS } from '../land/capacity'
import { BIT, FIRST_DISTANCE_BIT, type Question } from './question'
import { areaFitScore, hundredths } from './scores'
import { bitCount, bitOf, countOnly, keepMiss, type Tally } from './tally'

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

/**
 * Judges, counts and ranks every single plot in one pass over the columns, pausing now and then so that whoever runs
 * it can let others in. With `counts` alone nothing is ranked and no misses are kept.
 */
export function* tallySingles(question: Question, tally: Tally, onlyCounts = false): Generator<void, void> {
  const { land, areaMinM2, areaMaxM2, zoneFails, listFails, nodeFails, zoneScore, listScore, nodeScore } = question
  const { areaM2, readyLatest, priceUsdPerM2, tenureYears, zone, list, nodeSet } = land
  const readyBy = question.readyBy ?? -1
  const maxPrice = question.maxPriceUsdPerM2 ?? Number.NaN
  const minTenure = question.minTenureYears ?? -1
  const asksPrice = !Number.isNaN(maxPrice)
  const [wPrice, wReady, wDistance, wArea, wHeadroom, wSector] = question.weights as unknown as number[] as [
    number,
    number,
    number,
    number,
    number,
    number,
  ]
  const zoneUnknowns = Int32Array.from(question.zoneUnknown, bitCount)
  const listUnknowns = Int32Array.from(question.listUnknown, bitCount)
  const nodeUnknowns = Int32Array.from(question.nodeUnknown, bitCount)
  const { best, feasibleIn, failing, nearest } = tally
  const asked = Float64Array.from(failing, (_, bit) => askedAt(question, bit))
  for (let from = 0; from < areaM2.length; from += STRIDE) {
    const end = Math.min(areaM2.length, from + STRIDE)
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
      if (area < areaMinM2) mask |= 1 << BIT.areaMin
      else if (area > areaMaxM2) mask |= 1 << BIT.areaMax
      if (readyBy >= 0) {
        if (ready === 0) unknowns++
        else if (ready > readyBy) mask |= 1 << BIT.readyBy
      }
      if (asksPrice) {
        if (price > maxPrice) mask |= 1 << BIT.price
        else if (!(price <= maxPrice)) unknowns++
      }
      if (minTenure >= 0) {
        if (tenure < 0) unknowns++
        else if (tenure < minTenure) mask |= 1 << BIT.tenure
      }
      if (mask === 0) {
        tally.feasible++
        ;(feasibleIn[z] as number)++
        if (onlyCounts) continue
        const weighted =
          wPrice * (land.priceScore[index] as number) +
          wReady * (land.readinessScore[index] as number) +
          wDistance * (zoneScore[z] as number) +
          wArea * areaFitScore(areaMinM2, area) +
          wHeadroom * (nodeScore[n] as number) +
          wSector * (listScore[l] as number)
        const score = hundredths(weighted, question.totalWeight, unknowns)
        // Plots come in the order of their codes: one with the score of the worst kept single comes after it.
        if (score >= best.floor) best.offer({ score, plots: [index] })
        continue
      }
      if ((mask & (mask - 1)) === 0) {
        const bit = bitOf(mask)
        countOnly(tally, bit, z, figureAt(question, bit, index))
      }
      if (onlyCounts) continue
      const fails = bitCount(mask)
      for (let rest = mask; rest !== 0; rest &= rest - 1) {
        const bit = bitOf(rest & -rest)
        ;(failing[bit] as number)++
        keepMiss(nearest[bit] as [], index, figureAt(question, bit, index) - (asked[bit] as number), fails)
      }
    }
    yield
  }
}
