import type { Position, Ring } from './geometry'

/** The ring running counter-clockwise, as RFC 7946 asks of an outer ring. */
export function counterClockwise(ring: Ring): Position[] {
  let doubled = 0
  for (let i = 0; i < ring.length - 1; i += 1) {
    const [x1, y1] = ring[i] as Position
    const [x2, y2] = ring[i + 1] as Position
    doubled += x1 * y2 - x2 * y1
  }
  return doubled < 0 ? [...ring].reverse() : [...ring]
}
