import type { Joins } from './joins'
import type { OfferedLand } from './offered-land'

/** The price of a set, weighted by area; NaN where one part's is not known. Plots ascending: sums are the same for the same set. */
export function setPriceUsdPerM2(land: OfferedLand, plots: ArrayLike<number>, size = plots.length): number {
  let cost = 0
  let area = 0
  for (let at = 0; at < size; at++) {
    const plot = plots[at] as number
    cost += (land.areaM2[plot] as number) * (land.priceUsdPerM2[plot] as number)
    area += land.areaM2[plot] as number
  }
  return cost / area
}

const links = new Int32Array(8)

/**
 * The largest area that is left when one plot of a connected set is left out and the rest still hangs together, of
 * those of at least `from` m²; -1 where there is none. A set is area-minimal for a least area above it.
 */
export function largestConnectedPart(
  { areaM2 }: OfferedLand,
  joins: Joins,
  plots: ArrayLike<number>,
  size = plots.length,
  from = 0,
): number {
  let total = 0
  let smallest = Number.POSITIVE_INFINITY
  for (let at = 0; at < size; at++) {
    const area = areaM2[plots[at] as number] as number
    total += area
    if (area < smallest) smallest = area
  }
  if (total - smallest < from) return -1
  for (let at = 0; at < size; at++) {
    const plot = plots[at] as number
    let mask = 0
    for (let edge = joins.start[plot] as number; edge < (joins.start[plot + 1] as number); edge++) {
      for (let other = 0; other < size; other++) if (joins.to[edge] === plots[other]) mask |= 1 << other
    }
    links[at] = mask
  }
  let largest = -1
  for (let left = 0; left < size; left++) {
    const rest = total - (areaM2[plots[left] as number] as number)
    if (rest >= from && rest > largest && holdsTogether(((1 << size) - 1) & ~(1 << left))) largest = rest
  }
  return largest
}

/** Whether the members of a mask hang together over `links`. */
function holdsTogether(members: number): boolean {
  let reached = members & -members
  for (let open = reached; open !== 0; ) {
    const at = 31 - Math.clz32(open)
    open &= ~(1 << at)
    const fresh = (links[at] as number) & members & ~reached
    reached |= fresh
    open |= fresh
  }
  return reached === members
}
