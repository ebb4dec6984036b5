/** A place as [longitude, latitude] in degrees, WGS84. */
export type Position = readonly [lon: number, lat: number]
/** A place as [metres east, metres north] of a frame's centre. */
export type Metres = readonly [x: number, y: number]
/** A closed ring: the first position is repeated at the end. */
export type Ring = readonly Position[]

export interface Box {
  west: number
  south: number
  east: number
  north: number
}

/**
 * A local metric frame: equirectangular around one place, with the metres of a degree on the WGS84
 * ellipsoid there. Within 10 km of the centre lengths are true to about 0.1 %.
 */
export interface Frame {
  lon: number
  lat: number
  mPerLon: number
  mPerLat: number
}

const RADIANS = Math.PI / 180

/** The metric frame around a place. */
export const frameAt = (lon: number, lat: number): Frame => {
  const a = lat * RADIANS
  return {
    lon,
    lat,
    mPerLon: 111_412.84 * Math.cos(a) - 93.5 * Math.cos(3 * a) + 0.118 * Math.cos(5 * a),
    mPerLat: 111_132.92 - 559.82 * Math.cos(2 * a) + 1.175 * Math.cos(4 * a),
  }
}

/** A position in metres of a frame. */
export const toMetres = (frame: Frame, [lon, lat]: Position): Metres => [
  (lon - frame.lon) * frame.mPerLon,
  (lat - frame.lat) * frame.mPerLat,
]

const seven = (degrees: number): number => Math.round(degrees * 1e7) / 1e7

/** A point of a frame as a position, rounded to seven decimals (about 1 cm). */
export const toPosition = (frame: Frame, [x, y]: Metres): Position => [
  seven(frame.lon + x / frame.mPerLon),
  seven(frame.lat + y / frame.mPerLat),
]

/** The bounding box of any number of positions; an empty list gives a box of zeros. */
export const boundingBox = (positions: readonly Position[]): Box => {
  if (positions.length === 0) return { west: 0, south: 0, east: 0, north: 0 }
  const box = { west: 180, south: 90, east: -180, north: -90 }
  for (const [lon, lat] of positions) {
    box.west = Math.min(box.west, lon)
    box.east = Math.max(box.east, lon)
    box.south = Math.min(box.south, lat)
    box.north = Math.max(box.north, lat)
  }
  return box
}

const frameOf = (ring: Ring): Frame => {
  const box = boundingBox(ring)
  return frameAt((box.west + box.east) / 2, (box.south + box.north) / 2)
}

/** Twice the signed area of a closed or open list of points in m²; positive when counter-clockwise. */
const doubleArea = (points: readonly Metres[]): number => {
  let sum = 0
  for (let i = 0; i < points.length; i++) {
    const [x1, y1] = points[i] as Metres
    const [x2, y2] = points[(i + 1) % points.length] as Metres
    sum += x1 * y2 - x2 * y1
  }
  return sum
}

/** The area of a polygon in metres, m², never negative. */
export const planeAreaM2 = (points: readonly Metres[]): number => Math.abs(doubleArea(points)) / 2

/** The area a ring encloses in m², in the frame of the zone or, without one, its own. */
export const ringAreaM2 = (ring: Ring, frame: Frame = frameOf(ring)): number =>
  planeAreaM2(ring.map((p) => toMetres(frame, p)))

/** The centroid of the area of a ring; of a ring without area, the middle of its box. */
export const ringCentroid = (ring: Ring, frame: Frame = frameOf(ring)): Position => {
  const points = ring.map((p) => toMetres(frame, p))
  const twice = doubleArea(points)
  const box = boundingBox(ring)
  if (Math.abs(twice) < 1e-6) return [seven((box.west + box.east) / 2), seven((box.south + box.north) / 2)]
  let x = 0
  let y = 0
  for (let i = 0; i < points.length; i++) {
    const [x1, y1] = points[i] as Metres
    const [x2, y2] = points[(i + 1) % points.length] as Metres
    const cross = x1 * y2 - x2 * y1
    x += (x1 + x2) * cross
    y += (y1 + y2) * cross
  }
  return toPosition(frame, [x / (3 * twice), y / (3 * twice)])
}

/** Whether a ring has at least three corners and ends where it begins. */
export const isClosed = (ring: Ring): boolean => {
  const first = ring[0]
  const last = ring[ring.length - 1]
  return ring.length >= 4 && first !== undefined && last !== undefined && first[0] === last[0] && first[1] === last[1]
}

const side = (a: Metres, b: Metres, p: Metres): number => (b[0] - a[0]) * (p[1] - a[1]) - (b[1] - a[1]) * (p[0] - a[0])

/** Whether two segments cross in a point inside both; touching ends do not count. */
export const segmentsCross = (a: Metres, b: Metres, c: Metres, d: Metres): boolean =>
  side(a, b, c) * side(a, b, d) < 0 && side(c, d, a) * side(c, d, b) < 0

/** Nearer than this a corner lies on an edge. */
const ON_EDGE_M = 0.001

const isOnEdge = (p: Metres, a: Metres, b: Metres): boolean => {
  const length = Math.hypot(b[0] - a[0], b[1] - a[1])
  if (length === 0 || Math.abs(side(a, b, p)) / length > ON_EDGE_M) return false
  const along = ((p[0] - a[0]) * (b[0] - a[0]) + (p[1] - a[1]) * (b[1] - a[1])) / length
  return along > -ON_EDGE_M && along < length + ON_EDGE_M
}

/** Where two edges of a ring meet that should not; edges are counted from 1, edge 1 begins at the first corner. */
export interface Crossing {
  edge: number
  other: number
  at: Position
}

/**
 * The first place where a ring meets itself: two edges that cross, a corner that lies on another edge, or an edge
 * that runs back on the one before it. Null for a simple ring.
 */
export const crossingOf = (ring: Ring): Crossing | null => {
  const frame = frameOf(ring)
  const points = ring.map((p) => toMetres(frame, p))
  const count = points.length - 1
  for (let i = 0; i < count; i++) {
    const [a, b] = [points[i] as Metres, points[i + 1] as Metres]
    for (let j = i + 1; j < count; j++) {
      const [c, d] = [points[j] as Metres, points[j + 1] as Metres]
      const at = meetingOf([a, b], [c, d], { follows: j === i + 1, precedes: i === 0 && j === count - 1 })
      if (at) return { edge: i + 1, other: j + 1, at: toPosition(frame, at) }
    }
  }
  return null
}

/** Where two edges meet; the corner that neighbouring edges share does not count. */
const meetingOf = (
  [a, b]: readonly [Metres, Metres],
  [c, d]: readonly [Metres, Metres],
  { follows, precedes }: { follows: boolean; precedes: boolean },
): Metres | null => {
  if (!follows && !precedes && segmentsCross(a, b, c, d)) return linesMeet(a, b, c, d)
  if (!follows && isOnEdge(c, a, b)) return c
  if (!follows && isOnEdge(b, c, d)) return b
  if (!precedes && isOnEdge(d, a, b)) return d
  if (!precedes && isOnEdge(a, c, d)) return a
  return null
}

/** Whether a ring meets itself. */
export const isSelfCrossing = (ring: Ring): boolean => crossingOf(ring) !== null

/** Whether a position lies inside a ring (even-odd rule); on the edge either answer is possible. */
export const isInRing = ([lon, lat]: Position, ring: Ring): boolean => {
  let inside = false
  for (let i = 0; i < ring.length - 1; i++) {
    const [x1, y1] = ring[i] as Position
    const [x2, y2] = ring[i + 1] as Position
    if (y1 > lat !== y2 > lat && lon < ((x2 - x1) * (lat - y1)) / (y2 - y1) + x1) inside = !inside
  }
  return inside
}

/**
 * The length in metres two closed lines of one frame share. Edges count as one when they run along the same line
 * within the tolerance (5 cm); corners that only touch share nothing.
 */
export const sharedLengthM = (a: readonly Metres[], b: readonly Metres[], toleranceM = 0.05): number => {
  let sum = 0
  for (let i = 0; i < a.length - 1; i++) {
    const [x, y] = a[i] as Metres
    const [endX, endY] = a[i + 1] as Metres
    const length = Math.sqrt((endX - x) ** 2 + (endY - y) ** 2)
    if (length < toleranceM) continue
    const [east, north] = [(endX - x) / length, (endY - y) / length]
    for (let j = 0; j < b.length - 1; j++) {
      const [cx, cy] = b[j] as Metres
      if (Math.abs(east * (cy - y) - north * (cx - x)) > toleranceM) continue
      const [dx, dy] = b[j + 1] as Metres
      if (Math.abs(east * (dy - y) - north * (dx - x)) > toleranceM) continue
      const [s, t] = [east * (cx - x) + north * (cy - y), east * (dx - x) + north * (dy - y)]
      const shared = Math.min(length, Math.max(s, t)) - Math.max(0, Math.min(s, t))
      if (shared > toleranceM) sum += shared
    }
  }
  return sum
}

/** The length in metres of the boundary two rings share, see `sharedLengthM`. */
export const sharedBoundaryM = (one: Ring, other: Ring, toleranceM = 0.05): number => {
  const frame = frameOf(one)
  return sharedLengthM(
    one.map((p) => toMetres(frame, p)),
    other.map((p) => toMetres(frame, p)),
    toleranceM,
  )
}

/** The point where the line through a and b meets the line through c and d; parallel lines give b. */
export const linesMeet = (a: Metres, b: Metres, c: Metres, d: Metres): Metres => {
  const across = (b[0] - a[0]) * (d[1] - c[1]) - (b[1] - a[1]) * (d[0] - c[0])
  if (Math.abs(across) < 1e-12) return b
  const t = ((c[0] - a[0]) * (d[1] - c[1]) - (c[1] - a[1]) * (d[0] - c[0])) / across
  return [a[0] + t * (b[0] - a[0]), a[1] + t * (b[1] - a[1])]
}

/** The area in m² two rings have in common; the second must be convex. */
export const overlapAreaM2 = (one: Ring, convex: Ring): number => {
  const frame = frameOf(one)
  let clip = convex.slice(0, -1).map((p) => toMetres(frame, p))
  if (doubleArea(clip) < 0) clip = clip.reverse()
  let rest: Metres[] = one.slice(0, -1).map((p) => toMetres(frame, p))
  for (let i = 0; i < clip.length; i++) {
    const a = clip[i] as Metres
    const b = clip[(i + 1) % clip.length] as Metres
    const kept: Metres[] = []
    for (let j = 0; j < rest.length; j++) {
      const p = rest[j] as Metres
      const q = rest[(j + 1) % rest.length] as Metres
      const [pIn, qIn] = [side(a, b, p) >= 0, side(a, b, q) >= 0]
      if (pIn) kept.push(p)
      if (pIn !== qIn) kept.push(linesMeet(p, q, a, b))
    }
    rest = kept
  }
  return planeAreaM2(rest)
}
