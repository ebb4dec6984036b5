import { Best } from './best'
import { BIT, FIRST_DISTANCE_BIT, type Question } from './question'

/** So many misses are kept for each criterion. */
export const NEAREST = 3

/** A plot that fails a criterion, and by how much; nothing to measure counts as 0. */
export interface Miss {
  index: number
  miss: number
  /** How many hard criteria the plot fails in all. */
  fails: number
}

/** What a run over candidates adds up. Arrays run by bit. */
export interface Tally {
  feasible: number
  best: Best
  failing: Int32Array
  nearest: Miss[][]
  /** By zone: the feasible, and those that fail nothing but the environment group, the zone, its kind. */
  feasibleIn: Int32Array
  onlyGroupIn: Int32Array
  onlyZoneIn: Int32Array
  onlyKindIn: Int32Array
  /**
   * Of the candidates that fail this one bit alone: the figure nearest to passing (negated where more is better), and
   * how many have exactly that.
   */
  onlyFigure: Float64Array
  onlyCount: Int32Array
  /** The largest areas, each once, of plots and connected plots that only miss the least area, as far as is sure. */
  short: number[]
}

export function newTally(question: Question, limit: number): Tally {
  const bits = FIRST_DISTANCE_BIT + question.caps.length
  const zones = question.land.zones.length
  return {
    feasible: 0,
    best: new Best(limit),
    failing: new Int32Array(bits),
    nearest: Array.from({ length: bits }, () => []),
    feasibleIn: new Int32Array(zones),
    onlyGroupIn: new Int32Array(zones),
    onlyZoneIn: new Int32Array(zones),
    onlyKindIn: new Int32Array(zones),
    onlyFigure: new Float64Array(bits).fill(Number.POSITIVE_INFINITY),
    onlyCount: new Int32Array(bits),
    short: [],
  }
}

/** Keeps a miss where it is among the three nearest: by how much, then by how little else fails, then by code. */
export function keepMiss(kept: Miss[], index: number, miss: number, fails: number): void {
  const last = kept[NEAREST - 1]
  if (last && (miss > last.miss || (miss === last.miss && fails >= last.fails))) return
  let at = kept.length
  while (at > 0) {
    const before = kept[at - 1] as Miss
    if (before.miss < miss || (before.miss === miss && before.fails <= fails)) break
    at -= 1
  }
  kept.splice(at, 0, { index, miss, fails })
  if (kept.length > NEAREST) kept.pop()
}

/** Counts a candidate that fails one bit alone, with the figure that would have had to be better. */
export function countOnly(tally: Tally, bit: number, zone: number, figure: number): void {
  if (bit === BIT.zone) (tally.onlyZoneIn[zone] as number)++
  else if (bit === BIT.kind) (tally.onlyKindIn[zone] as number)++
  else if (bit === BIT.environmentGroup) (tally.onlyGroupIn[zone] as number)++
  else if (bit !== BIT.sector) {
    if (bit === BIT.areaMin) keepShort(tally, -figure)
    const known = tally.onlyFigure[bit] as number
    if (figure < known) {
      tally.onlyFigure[bit] = figure
      tally.onlyCount[bit] = 1
    } else if (figure === known) (tally.onlyCount[bit] as number)++
  }
}

const SHORT = 3

/** The area a shorter one is not worth looking for: the smallest that is kept, once all are. */
export const shortFloor = (tally: Tally): number => tally.short[SHORT - 1] ?? 0

/** Keeps an area that is too small where it is among the largest. */
export function keepShort(tally: Tally, areaM2: number): void {
  const { short } = tally
  if (areaM2 <= shortFloor(tally) || short.includes(areaM2)) return
  short.push(areaM2)
  short.sort((a, b) => b - a)
  if (short.length > SHORT) short.pop()
}

/** How many bits a mask has. */
export function bitCount(mask: number): number {
  let rest = mask - ((mask >>> 1) & 0x55555555)
  rest = (rest & 0x33333333) + ((rest >>> 2) & 0x33333333)
  return Math.imul((rest + (rest >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
}

/** The number of the only bit of a mask. */
export const bitOf = (mask: number): number => 31 - Math.clz32(mask)
