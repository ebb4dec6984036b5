import { ok, refuse, type Verdict } from '../verdict'
import { cornerAt, fromSegment, middleFrame } from './cut'
import { type Metres, type Position, type Ring, toMetres } from './geometry'

/** Corners this near, in metres, are one corner: neighbours were drawn one after the other. */
const SNAP_M = 0.05
/** A corner this near the straight line of its neighbours is none, m. */
const STRAIGHT_M = 0.005

const signed = (ring: readonly Metres[]): number =>
  ring.reduce((sum, [x, y], i) => {
    const [u, v] = ring[(i + 1) % ring.length] as Metres
    return sum + x * v - u * y
  }, 0)

/**
 * One ring around plots that lie side by side: the edges two of them share, each walked one way by one and back by the
 * other, cancel. Corners within 5 cm count as one, and a corner on a neighbour's edge divides it.
 * Refuses `plots-apart` where they do not hang together by edges, or would close around a hole.
 */
export function joinRings(rings: readonly Ring[]): Verdict<Ring> {
  const apart = refuse('plots-apart')
  const [first] = rings
  if (!first || rings.length < 2) return apart
  const frame = middleFrame(first)
  const corners: Metres[] = []
  const cornerOf = (p: Metres): number => {
    const near = corners.findIndex((q) => Math.hypot(p[0] - q[0], p[1] - q[1]) <= SNAP_M)
    return near >= 0 ? near : corners.push(p) - 1
  }
  const loops = rings.map((ring) => {
    const points = ring.slice(0, -1).map((p) => toMetres(frame, p))
    if (signed(points) < 0) points.reverse()
    return points.map(cornerOf).filter((corner, i, all) => corner !== all[(i + all.length - 1) % all.length])
  })
  const steps = new Map<number, number[]>()
  for (const loop of loops) {
    for (const [from, to] of divided(loop, corners)) {
      const back = steps.get(to)?.indexOf(from) ?? -1
      if (back >= 0) steps.get(to)?.splice(back, 1)
      else steps.set(from, [...(steps.get(from) ?? []), to])
    }
  }
  const left = [...steps].filter(([, to]) => to.length > 0)
  if (left.length < 3 || left.some(([, to]) => to.length > 1)) return apart
  const around: number[] = []
  const start = (left[0] as [number, number[]])[0]
  for (let corner: number | undefined = start; corner !== undefined && around.length <= left.length; ) {
    around.push(corner)
    corner = steps.get(corner)?.[0]
    if (corner === start) break
  }
  // More than one loop: land apart, or land around a hole.
  if (around.length !== left.length) return apart
  const points = straightened(around.map((corner) => corners[corner] as Metres))
  const open = points.map((p): Position => cornerAt(frame, p))
  return ok([...open, open[0] as Position])
}

/** The edges of a loop, each divided by the corners that lie on it. */
function divided(loop: readonly number[], corners: readonly Metres[]): [number, number][] {
  return loop.flatMap((from, i) => {
    const to = loop[(i + 1) % loop.length] as number
    const [a, b] = [corners[from] as Metres, corners[to] as Metres]
    const on = corners
      .map((p, corner) => ({ corner, ...fromSegment(p, a, b) }))
      .filter(({ corner, distanceM, t }) => corner !== from && corner !== to && distanceM <= SNAP_M && t > 0 && t < 1)
      .sort((one, other) => one.t - other.t)
      .map(({ corner }) => corner)
    const path = [from, ...on, to]
    return path.slice(1).map((next, index): [number, number] => [path[index] as number, next])
  })
}

const straightened = (ring: readonly Metres[]): Metres[] =>
  ring.filter((p, i) => {
    const [before, after] = [ring[(i + ring.length - 1) % ring.length] as Metres, ring[(i + 1) % ring.length] as Metres]
    return fromSegment(p, before, after).distanceM > STRAIGHT_M
  })
