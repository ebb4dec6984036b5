import { UTILITY_KINDS } from '../land/capacity'
import { BIT, FIRST_DISTANCE_BIT, type Question } from './question'
import { areaFitScore, FULL, hundredths } from './scores'
import { bitCount, bitOf, countOnly, keepMiss, type Miss, NEAREST, type Tally } from './tally'

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

/** The masks of the zones, lists of sectors or sets of nodes a bit belongs to. */
const partsUnder = ({ zoneFails, listFails, nodeFails }: Question, bit: number): Int32Array =>
  bit === BIT.sector ? listFails : bit >= BIT.power && bit <= BIT.wastewater ? nodeFails : zoneFails

/** The nearest miss there can be under a bit, and how little else can fail with it. */
function leastOf(question: Question, misses: Float64Array, bit: number): { miss: number; fails: number } {
  const least = { miss: Number.POSITIVE_INFINITY, fails: 32 }
  for (const [id, mask] of partsUnder(question, bit).entries()) {
    if ((mask & (1 << bit)) === 0) continue
    const [miss, fails] = [misses[id] as number, bitCount(mask)]
    if (miss > least.miss || (miss === least.miss && fails >= least.fails)) continue
    least.miss = miss
    least.fails = fails
  }
  return least
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

const MOST = 0x7fff_ffff

/** 1 where a whole number is below zero, else 0. */
const below = (difference: number): number => difference >>> 31

/**
 * Judges, counts and ranks the plots from one index up to another. Which tests a plot fails is random, and a processor
 * that guesses wrong waits: so the tests are sums of sign bits and not branches, and the few plots that matter, feasible,
 * nearly so or among the nearest misses, are looked at again.
 */
function singlesJudge(question: Question, tally: Tally, onlyCounts: boolean): (from: number, end: number) => void {
  const { land, areaMinM2, zoneFails, listFails, nodeFails, zoneScore, listScore, nodeScore } = question
  const { areaM2, readyLatest, priceRank, tenureYears, zone, list, nodeSet } = land
  const least = Math.ceil(areaMinM2)
  const most = Math.min(MOST, Math.floor(question.areaMaxM2))
  const readyBy = question.readyBy ?? MOST
  const dearest = question.maxPriceUsdPerM2 === null ? MOST : land.rankOfPrice(question.maxPriceUsdPerM2)
  const minTenure = Math.ceil(question.minTenureYears ?? -1)
  const [wPrice = 0, wReady = 0, wDistance = 0, wArea = 0, wHeadroom = 0, wSector = 0] = question.weights
  const { totalWeight } = question
  const { priceScore: priceScores, readinessScore: readinessScores } = land
  const fullArea = wArea * FULL
  const { best, feasibleIn, failing, nearest } = tally
  const near = new NearMisses(question, nearest)
  if (!onlyCounts) countByParts(question, failing)

  function unknownsOf(index: number): number {
    const parts =
      (question.zoneUnknown[zone[index] as number] as number) |
      (question.listUnknown[list[index] as number] as number) |
      (question.nodeUnknown[nodeSet[index] as number] as number)
    let unknowns = bitCount(parts)
    if (question.readyBy !== null && readyLatest[index] === 0) unknowns++
    if (question.maxPriceUsdPerM2 !== null && priceRank[index] === 0) unknowns++
    if (question.minTenureYears !== null && (tenureYears[index] as number) < 0) unknowns++
    return unknowns
  }

  function rank(index: number): void {
    const z = zone[index] as number
    tally.feasible++
    feasibleIn[z] = (feasibleIn[z] as number) + 1
    if (onlyCounts) return
    const price = wPrice * (priceScores[index] as number)
    const ready = wReady * (readinessScores[index] as number)
    const distance = wDistance * (zoneScore[z] as number)
    const headroom = wHeadroom * (nodeScore[nodeSet[index] as number] as number)
    const sector = wSector * (listScore[list[index] as number] as number)
    // Below the worst that is kept by a whole hundredth even with the best area there is: no need to divide.
    if (price + ready + distance + fullArea + headroom + sector < (best.floor - 1) * totalWeight) return
    const weighted =
      price + ready + distance + wArea * areaFitScore(areaMinM2, areaM2[index] as number) + headroom + sector
    if (hundredths(weighted, totalWeight, 0) < best.floor) return
    const score = hundredths(weighted, totalWeight, unknownsOf(index))
    if (score >= best.floor) best.offer({ score, plots: [index] })
  }

  return (from, end) => {
    // Names of this function's own, as far as the loop reads them: those of the one around it are fetched each time.
    const [areas, latests, ranks, tenures] = [areaM2, readyLatest, priceRank, tenureYears]
    const [zoneIds, listIds, nodeIds] = [zone, list, nodeSet]
    const [byZone, byList, byNodes] = [zoneFails, listFails, nodeFails]
    const [min, max, latestDay, dearestRank, fewestYears] = [least, most, readyBy, dearest, minTenure]
    let { open, smallFrom, largeTo, lateTo, dearTo, shortFrom } = near
    let smalls = 0
    let larges = 0
    let lates = 0
    let dears = 0
    let shorts = 0
    for (let index = from; index < end; index++) {
      const area = areas[index] as number
      const ready = latests[index] as number
      const price = ranks[index] as number
      const tenure = tenures[index] as number
      const parts =
        (byZone[zoneIds[index] as number] as number) |
        (byList[listIds[index] as number] as number) |
        (byNodes[nodeIds[index] as number] as number)
      const isSmall = below(area - min)
      const isLarge = below(max - area)
      const isLate = below(latestDay - ready)
      const isDear = below(dearestRank - price)
      const isShort = below(tenure - fewestYears) & ~below(tenure)
      smalls += isSmall
      larges += isLarge
      lates += isLate
      dears += isDear
      shorts += isShort
      const mask = parts | isSmall | (isLarge << 1) | (isLate << 2) | (isDear << 3) | (isShort << 4)
      if ((mask & (mask - 1)) === 0) {
        if (mask === 0) rank(index)
        else countOnly(tally, bitOf(mask), zoneIds[index] as number, figureAt(question, bitOf(mask), index))
      }
      if (onlyCounts) continue
      const isNear =
        (parts & open) |
        (isSmall & ~below(area - smallFrom)) |
        ((isLarge & ~below(largeTo - area)) << 1) |
        ((isLate & ~below(lateTo - ready)) << 2) |
        ((isDear & ~below(dearTo - price)) << 3) |
        ((isShort & ~below(tenure - shortFrom)) << 4)
      if (isNear === 0) continue
      near.look(index, mask, isNear)
      ;({ open, smallFrom, largeTo, lateTo, dearTo, shortFrom } = near)
    }
    const own = [smalls, larges, lates, dears, shorts]
    for (const [bit, count] of own.entries()) failing[bit] = (failing[bit] as number) + count
  }
}

/** The nearest misses by criterion, and figures that tell at a glance that a plot is not among them. */
class NearMisses {
  readonly #question: Question
  readonly #nearest: Miss[][]
  readonly #misses: Float64Array[]
  readonly #least: { miss: number; fails: number }[]
  /** Bits of zones, sectors and nodes under which a later plot may still be among the nearest. */
  open = -1
  smallFrom = 0
  largeTo = MOST
  lateTo = MOST
  dearTo = MOST
  shortFrom = 0

  constructor(question: Question, nearest: Miss[][]) {
    this.#question = question
    this.#nearest = nearest
    this.#misses = missTables(question, nearest.length)
    this.#least = this.#misses.map((misses, bit) => leastOf(question, misses, bit))
  }

  /** Keeps a plot that fails a mask under some bits of it, where it is among the nearest. */
  look(index: number, mask: number, under: number): void {
    const { land } = this.#question
    const fails = bitCount(mask)
    for (let rest = under; rest !== 0; rest &= rest - 1) {
      const bit = bitOf(rest & -rest)
      const kept = this.#nearest[bit]
      if (!kept) continue
      if (bit <= BIT.tenure) {
        keepMiss(kept, index, figureAt(this.#question, bit, index) - askedAt(this.#question, bit), fails)
      } else {
        const parts = bit === BIT.sector ? land.list : bit <= BIT.wastewater ? land.nodeSet : land.zone
        keepMiss(kept, index, this.#misses[bit]?.[parts[index] as number] ?? 0, fails)
      }
      const last = kept[NEAREST - 1]
      if (last) this.#close(bit, last)
    }
  }

  #close(bit: number, last: Miss): void {
    const { land } = this.#question
    // As near as one that fails nothing else comes after it: only nearer ones go before it.
    const tie = last.fails === 1 ? 1 : 0
    if (bit === BIT.areaMin) this.smallFrom = (land.areaM2[last.index] as number) + tie
    else if (bit === BIT.areaMax) this.largeTo = (land.areaM2[last.index] as number) - tie
    else if (bit === BIT.readyBy) this.lateTo = (land.readyLatest[last.index] as number) - tie
    else if (bit === BIT.price) this.dearTo = (land.priceRank[last.index] as number) - tie
    else if (bit === BIT.tenure) this.shortFrom = (land.tenureYears[last.index] as number) + tie
    else {
      const least = this.#least[bit]
      if (last.miss === least?.miss && last.fails <= least.fails) this.open &= ~(1 << bit)
    }
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
