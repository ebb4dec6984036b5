import { boundingBox, sharedBoundaryM } from './geometry'

interface Drawn {
  code: string
  ring: Parameters<typeof sharedBoundaryM>[0] | null
}

export interface Neighbour<T> {
  plot: T
  /** Length of the boundary both have, in whole metres. */
  sharedM: number
}

/** Boxes this far apart (about 11 m) cannot share a boundary. */
const NEAR_DEGREES = 1e-4
/** A shorter stretch is a corner, not a boundary. */
const LEAST_SHARED_M = 1

/**
 * Which plots of one zone share a boundary, and how much of it: by a sweep from west to east, so that only plots
 * whose boxes meet are measured. Plots without a drawn boundary have no neighbours. Longest boundary first.
 */
export function neighboursIn<T extends Drawn>(plots: readonly T[]): Map<T, Neighbour<T>[]> {
  const result = new Map<T, Neighbour<T>[]>(plots.map((plot) => [plot, []]))
  const boxed = plots
    .flatMap((plot) => (plot.ring ? [{ plot, ring: plot.ring, box: boundingBox(plot.ring) }] : []))
    .sort((a, b) => a.box.west - b.box.west)
  let open: typeof boxed = []
  for (const next of boxed) {
    open = open.filter((other) => other.box.east + NEAR_DEGREES >= next.box.west)
    for (const other of open) {
      if (other.box.south - NEAR_DEGREES > next.box.north || next.box.south - NEAR_DEGREES > other.box.north) continue
      const sharedM = Math.round(sharedBoundaryM(next.ring, other.ring))
      if (sharedM < LEAST_SHARED_M) continue
      result.get(next.plot)?.push({ plot: other.plot, sharedM })
      result.get(other.plot)?.push({ plot: next.plot, sharedM })
    }
    open.push(next)
  }
  for (const list of result.values()) {
    list.sort((a, b) => b.sharedM - a.sharedM || (a.plot.code < b.plot.code ? -1 : 1))
  }
  return result
}
