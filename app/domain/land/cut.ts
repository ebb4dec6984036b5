import { ok, refuse, type Verdict } from '../verdict'
import {
  boundingBox,
  type Frame,
  frameAt,
  isInRing,
  type Metres,
  type Position,
  planeAreaM2,
  type Ring,
  toMetres,
} from './geometry'

/** The smallest plot a division may leave, m². */
export const LEAST_PART_M2 = 500

/** Points nearer than this are one point, m. */
const SAME_POINT_M = 0.002

const eight = (degrees: number): number => Math.round(degrees * 1e8) / 1e8

/** A point as a position to about a millimetre, so that a new corner stays on the line it was cut from. */
export const cornerAt = (frame: Frame, [x, y]: Metres): Position => [
  eight(frame.lon + x / frame.mPerLon),
  eight(frame.lat + y / frame.mPerLat),
]

export const middleFrame = (ring: Ring): Frame => {
  const box = boundingBox(ring)
  return frameAt((box.west + box.east) / 2, (box.south + box.north) / 2)
}

const apart = (a: Metres, b: Metres): number => Math.hypot(a[0] - b[0], a[1] - b[1])
const between = (a: Metres, b: Metres, t: number): Metres => [a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t]

/** The distance of a point from a segment, and how far along it the nearest place lies (0 to 1). */
export function fromSegment(p: Metres, a: Metres, b: Metres): { distanceM: number; t: number } {
  const length2 = (b[0] - a[0]) ** 2 + (b[1] - a[1]) ** 2
  const along = length2 === 0 ? 0 : ((p[0] - a[0]) * (b[0] - a[0]) + (p[1] - a[1]) * (b[1] - a[1])) / length2
  const t = Math.min(1, Math.max(0, along))
  return { distanceM: apart(p, between(a, b, t)), t }
}

/** A place on a line: the number of its segment and how far along that segment. */
interface OnLine {
  segment: number
  t: number
  at: Metres
}

const order = (a: OnLine, b: OnLine): number => a.segment - b.segment || a.t - b.t

/** Where a line meets a closed list of corners, in the order of the line; each place once. */
function meetings(line: readonly Metres[], ring: readonly Metres[]): OnLine[] {
  const found: OnLine[] = []
  for (let segment = 0; segment < line.length - 1; segment += 1) {
    const [a, b] = [line[segment] as Metres, line[segment + 1] as Metres]
    for (let edge = 0; edge < ring.length; edge += 1) {
      const [c, d] = [ring[edge] as Metres, ring[(edge + 1) % ring.length] as Metres]
      // A corner on the line is met in itself, so that a line along an edge is met at both of its ends.
      const corner = fromSegment(c, a, b)
      if (corner.distanceM < SAME_POINT_M) found.push({ segment, t: corner.t, at: c })
      const across = (b[0] - a[0]) * (d[1] - c[1]) - (b[1] - a[1]) * (d[0] - c[0])
      if (Math.abs(across) < 1e-9) continue
      const t = ((c[0] - a[0]) * (d[1] - c[1]) - (c[1] - a[1]) * (d[0] - c[0])) / across
      const u = ((c[0] - a[0]) * (b[1] - a[1]) - (c[1] - a[1]) * (b[0] - a[0])) / across
      if (t < 0 || t > 1 || u < 0 || u > 1) continue
      const at = between(a, b, t)
      if (apart(at, c) >= SAME_POINT_M && apart(at, d) >= SAME_POINT_M) found.push({ segment, t, at })
    }
  }
  found.sort(order)
  return found.filter((one, index) => index === 0 || apart(one.at, (found[index - 1] as OnLine).at) >= SAME_POINT_M)
}

const isInside = (p: Metres, ring: readonly Metres[]): boolean => {
  const onEdge = ring.some((a, i) => fromSegment(p, a, ring[(i + 1) % ring.length] as Metres).distanceM < SAME_POINT_M)
  const first = ring[0] as Metres
  return !onEdge && isInRing(p as unknown as Position, [...ring, first] as unknown as Ring)
}

/** The stretches of a line that run inside a ring from edge to edge. */
function chords(line: readonly Metres[], ring: readonly Metres[]): Metres[][] {
  const places = meetings(line, ring)
  return places.slice(1).flatMap((end, index) => {
    const start = places[index] as OnLine
    const path = [start.at, ...line.slice(start.segment + 1, end.segment + 1), end.at].filter(
      (p, i, all) => i === 0 || apart(p, all[i - 1] as Metres) >= SAME_POINT_M,
    )
    const [a, b] = path as [Metres, Metres?]
    return b && isInside(between(a, b, 0.5), ring) ? [path] : []
  })
}

/** Where a point lies on a closed list of corners; -1 where it does not. */
const edgeOf = (p: Metres, ring: readonly Metres[]): number => {
  const distances = ring.map((a, i) => fromSegment(p, a, ring[(i + 1) % ring.length] as Metres).distanceM)
  const least = Math.min(...distances)
  return least < 10 * SAME_POINT_M ? distances.indexOf(least) : -1
}

/** The corners met going forward along a ring from one point on it to another. */
function along(ring: readonly Metres[], from: Metres, to: Metres): Metres[] {
  const [start, end] = [edgeOf(from, ring), edgeOf(to, ring)]
  const position = (p: Metres, edge: number) => apart(p, ring[edge] as Metres)
  const passed: Metres[] = []
  const ahead = start === end && position(to, end) > position(from, start)
  for (let edge = start, turns = 0; turns <= ring.length && !(edge === end && (ahead || turns > 0)); turns += 1) {
    edge = (edge + 1) % ring.length
    passed.push(ring[edge] as Metres)
  }
  return passed
}

const withoutRepeats = (ring: readonly Metres[]): Metres[] =>
  ring.filter((p, i) => apart(p, ring[(i + ring.length - 1) % ring.length] as Metres) >= SAME_POINT_M)

/** A ring cut along a chord: what lies on either side. */
const halves = (ring: readonly Metres[], chord: readonly Metres[]): [Metres[], Metres[]] => {
  const [first, last] = [chord[0] as Metres, chord[chord.length - 1] as Metres]
  return [
    withoutRepeats([...along(ring, first, last), ...[...chord].reverse()]),
    withoutRepeats([...along(ring, last, first), ...chord]),
  ]
}

/** Both ends of a line drawn on straight ahead, so that it need not be drawn to the very edge. */
function lengthened(line: readonly Metres[], byM: number): Metres[] {
  const [a, b] = [line[0] as Metres, line[1] as Metres]
  const [y, z] = [line[line.length - 2] as Metres, line[line.length - 1] as Metres]
  const on = (from: Metres, to: Metres): Metres => between(from, to, 1 + byM / apart(from, to))
  return [on(b, a), ...line.slice(1, -1), on(y, z)]
}

/**
 * A plot's ring cut by a line of two or more points, drawn on straight beyond its ends. Gives the parts, the one that
 * holds the ring's first corner first. A line that runs along an edge or only touches cuts nothing.
 * Refuses `line-cuts-nothing`; `part-too-small` below `LEAST_PART_M2`, both for the field `line`.
 */
export function cutRing(ring: Ring, line: readonly Position[]): Verdict<Ring[]> {
  const frame = middleFrame(ring)
  const corners = withoutRepeats(ring.slice(0, -1).map((p) => toMetres(frame, p)))
  const drawn = line
    .map((p) => toMetres(frame, p))
    .filter((p, i, all) => i === 0 || apart(p, all[i - 1] as Metres) > 0.01)
  if (drawn.length < 2) return refuse('line-cuts-nothing', undefined, 'line')
  const box = boundingBox([...ring, ...line])
  const reachM = 10 + (box.east - box.west) * frame.mPerLon + (box.north - box.south) * frame.mPerLat
  let parts: Metres[][] = [corners]
  for (const chord of chords(lengthened(drawn, reachM), corners)) {
    const middle = between(chord[0] as Metres, chord[1] as Metres, 0.5)
    parts = parts.flatMap((part) => (isInside(middle, part) ? halves(part, chord) : [part]))
  }
  if (parts.length < 2) return refuse('line-cuts-nothing', undefined, 'line')
  const least = Math.min(...parts.map(planeAreaM2))
  if (least < LEAST_PART_M2) {
    return refuse('part-too-small', { area: Math.round(least), least: LEAST_PART_M2 }, 'line')
  }
  return ok(parts.map((part) => closed(part.map((p) => cornerAt(frame, p)))))
}

const closed = (open: Position[]): Ring => [...open, open[0] as Position]

/** Whole numbers in the proportion of the parts whose sum is exactly the total: the largest remainders are rounded up. */
export function shareArea(totalM2: number, parts: readonly number[]): number[] {
  const sum = parts.reduce((a, b) => a + b, 0)
  const exact = parts.map((part) => (totalM2 * part) / sum)
  const shares = exact.map(Math.floor)
  const missing = totalM2 - shares.reduce((a, b) => a + b, 0)
  const byRemainder = exact.map((value, i) => ({ i, rest: value - Math.floor(value) })).sort((a, b) => b.rest - a.rest)
  for (const { i } of byRemainder.slice(0, missing)) shares[i] = (shares[i] as number) + 1
  return shares
}

/** `across` the longest edge, or `along` it. */
export type CutDirection = 'across' | 'along'

/**
 * The straight line that leaves a share (0 to 1) of a ring's area on its first side, square to its longest edge or
 * parallel to it; found by halving, to about a square metre.
 */
export function lineAtShare(ring: Ring, direction: CutDirection, share: number): Position[] {
  const frame = middleFrame(ring)
  const corners = ring.slice(0, -1).map((p) => toMetres(frame, p))
  const longest = corners
    .map((a, i): [Metres, Metres] => [a, corners[(i + 1) % corners.length] as Metres])
    .sort((one, other) => apart(...other) - apart(...one))[0] as [Metres, Metres]
  const length = apart(...longest)
  const edge: Metres = [(longest[1][0] - longest[0][0]) / length, (longest[1][1] - longest[0][1]) / length]
  const axis: Metres = direction === 'across' ? edge : [-edge[1], edge[0]]
  const depth = (p: Metres): number => p[0] * axis[0] + p[1] * axis[1]
  const depths = corners.map(depth)
  let [low, high] = [Math.min(...depths), Math.max(...depths)]
  const wanted = planeAreaM2(corners) * share
  for (let round = 0; round < 50; round += 1) {
    const middle = (low + high) / 2
    if (planeAreaM2(below(corners, depth, middle)) < wanted) low = middle
    else high = middle
  }
  const reach = corners.reduce((most, p) => Math.max(most, Math.hypot(...p)), 0) + 1
  const foot: Metres = [axis[0] * low, axis[1] * low]
  const end = (sign: number): Metres => [foot[0] - axis[1] * reach * sign, foot[1] + axis[0] * reach * sign]
  return [cornerAt(frame, end(-1)), cornerAt(frame, end(1))]
}

/** What of a ring lies below a depth. */
function below(corners: readonly Metres[], depth: (p: Metres) => number, limit: number): Metres[] {
  return corners.flatMap((p, i) => {
    const q = corners[(i + 1) % corners.length] as Metres
    const [a, b] = [depth(p), depth(q)]
    const kept: Metres[] = a <= limit ? [p] : []
    return a <= limit === b <= limit ? kept : [...kept, between(p, q, (limit - a) / (b - a))]
  })
}
