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
  /** The largest areas below the least that is asked, each once, of what fails nothing else. */
  shortAreas: number[]
  /** Candidates that fail the least area alone, at least those of the areas above. */
  short: Sized[]
  /** Feasible sets that a lower least area may break up or cap, as far as those areas reach. */
  held: Sized[]
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
    shortAreas: [],
    short: [],
    held: [],
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
    if (bit === BIT.areaMin) keepShort(tally, { area: -figure, part: -1, capped: false })
    const known = tally.onlyFigure[bit] as number
    if (figure < known) {
      tally.onlyFigure[bit] = figure
      tally.onlyCount[bit] = 1
    } else if (figure === known) (tally.onlyCount[bit] as number)++
  }
}

/** A candidate by its area, as far as a change of the least area moves it. */
export interface Sized {
  area: number
  /** The largest connected part of it; -1 for a single plot. */
  part: number
  /** May have half as much again as the least area at most. */
  capped: boolean
}

/** So many areas below the least are tried for a relaxation. */
const SHORT = 6

/** Areas below this are not worth looking for. */
export const shortFloor = (tally: Tally): number => tally.shortAreas[SHORT - 1] ?? 0

/** Keeps a candidate that is only too small where it is among the nearest to large enough. */
export function keepShort(tally: Tally, one: Sized): void {
  if (one.area < shortFloor(tally)) return
  tally.short.push(one)
  const { shortAreas } = tally
  if (shortAreas.includes(one.area)) return
  shortAreas.push(one.area)
  shortAreas.sort((a, b) => b - a)
  if (shortAreas.length > SHORT) shortAreas.pop()
}

/** How many bits a mask has. */
export function bitCount(mask: number): number {
  let rest = mask - ((mask >>> 1) & 0x55555555)
  rest = (rest & 0x33333333) + ((rest >>> 2) & 0x33333333)
  return Math.imul((rest + (rest >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
}

/** The number of the only bit of a mask. */
export const bitOf = (mask: number): number => 31 - Math.clz32(mask)
