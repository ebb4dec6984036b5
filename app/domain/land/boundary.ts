import { ok, refuse, type Verdict } from '../verdict'
import { isClosed, isSelfCrossing, overlapAreaM2, type Position, type Ring, ringAreaM2, ringCentroid } from './geometry'

/** Land two plots may share by the inaccuracy of a drawing. */
export const OVERLAP_TOLERANCE_M2 = 1
/** How far the drawn area may be from the declared one. */
export const AREA_TOLERANCE = 0.02

/**
 * The area in m² two rings of any shape have in common: the second is taken as a fan of triangles around its
 * centroid, those running backwards counted below zero.
 */
export function commonAreaM2(one: Ring, other: Ring): number {
  const centre = ringCentroid(other)
  let sum = 0
  for (let index = 0; index < other.length - 1; index += 1) {
    const [a, b] = [other[index] as Position, other[index + 1] as Position]
    const turn = (a[0] - centre[0]) * (b[1] - centre[1]) - (b[0] - centre[0]) * (a[1] - centre[1])
    if (turn !== 0) sum += Math.sign(turn) * overlapAreaM2(one, [centre, a, b, centre])
  }
  return Math.abs(sum)
}

/** What a boundary is checked against. */
export interface BoundarySurroundings {
  /** The outline of the zone; null where none was drawn. */
  outline: Ring | null
  neighbours: readonly { code: string; ring: Ring }[]
}

/**
 * Whether a ring can be the boundary of a plot of `areaM2`: closed, not crossing itself, of the declared area
 * within 2 %, inside its zone, and sharing no more than 1 m² with any neighbour.
 * Refuses `geometry-invalid`, `geometry-area`, `geometry-outside`, `geometry-overlap`, all for the field `ring`.
 */
export function checkBoundary(ring: Ring, areaM2: number, around: BoundarySurroundings): Verdict<Ring> {
  if (!isClosed(ring) || isSelfCrossing(ring)) return refuse('geometry-invalid', undefined, 'ring')
  const measured = ringAreaM2(ring)
  if (Math.abs(measured - areaM2) > areaM2 * AREA_TOLERANCE) {
    return refuse('geometry-area', { measured: Math.round(measured), declared: areaM2 }, 'ring')
  }
  const { outline, neighbours } = around
  const outside = outline ? measured - commonAreaM2(ring, outline) : 0
  if (outside > OVERLAP_TOLERANCE_M2) return refuse('geometry-outside', { outside: Math.round(outside) }, 'ring')
  for (const neighbour of neighbours) {
    const common = commonAreaM2(ring, neighbour.ring)
    if (common > OVERLAP_TOLERANCE_M2) {
      return refuse('geometry-overlap', { code: neighbour.code, common: Math.round(common) }, 'ring')
    }
  }
  return ok(ring)
}

const isPosition = (value: unknown): value is [number, number] =>
  Array.isArray(value) &&
  value.length >= 2 &&
  typeof value[0] === 'number' &&
  typeof value[1] === 'number' &&
  Math.abs(value[0]) <= 180 &&
  Math.abs(value[1]) <= 90

/**
 * A ring as somebody pasted it: a GeoJSON Polygon, a Feature of one, or the bare list of positions in degrees
 * [longitude, latitude]. A polygon with a hole, or anything else, is refused `geometry-invalid`.
 */
export function readRing(text: string): Verdict<Ring> {
  const refused = refuse('geometry-invalid', undefined, 'ring')
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return refused
  }
  if (typeof value === 'object' && value !== null && 'geometry' in value) value = value.geometry
  if (typeof value === 'object' && value !== null && 'coordinates' in value) {
    const { coordinates } = value
    if (!Array.isArray(coordinates) || coordinates.length !== 1) return refused
    value = coordinates[0]
  }
  if (!Array.isArray(value) || value.length > 500 || !value.every(isPosition)) return refused
  return ok(value.map(([lon, lat]): Position => [lon, lat]))
}
