import { ok, refuse, type Verdict } from '../verdict'
import { distanceKm } from './distance'
import {
  type Box,
  crossingOf,
  isClosed,
  isInRing,
  overlapAreaM2,
  type Position,
  type Ring,
  ringAreaM2,
  ringCentroid,
} from './geometry'

/** Land two plots may share by the inaccuracy of a drawing. */
export const OVERLAP_TOLERANCE_M2 = 1
/** How far the drawn area may be from the declared one. */
export const AREA_TOLERANCE = 0.02
export const MOST_CORNERS = 500
/** How far from the published position of its zone land may lie, beside what that position is exact to. */
export const REACH_KM = 5

/** Where land of Lạng Sơn can lie, with some room around it; longitudes and latitudes here never overlap. */
const REACH: Box = { west: 105.8, south: 21.1, east: 107.7, north: 22.6 }
/** No degree is as large; a coordinate in metres of VN-2000 is. */
const LARGEST_DEGREE = 360

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
  /** The published position of the zone, and how far from it its land may lie. */
  zone?: { lon: number; lat: number; reachKm: number }
  neighbours: readonly { code: string; ring: Ring }[]
}

/**
 * Whether a ring can be the boundary of a plot of `areaM2`: in or about Lạng Sơn, closed, not meeting itself, of the
 * declared area within 2 %, inside its zone, and sharing no more than 1 m² with any neighbour.
 * Refuses for the field `ring`: `geometry-open`, `geometry-crossing` (with the edges and the place), what
 * `checkPlace` refuses, `geometry-far` (such as a neighbouring central meridian), `geometry-area`, `geometry-outside`,
 * `geometry-overlap`.
 */
export function checkBoundary(ring: Ring, areaM2: number, around: BoundarySurroundings): Verdict<Ring> {
  const shape = checkShape(ring)
  if (!shape.ok) return shape
  const farKm = kmFromZone(ring, around)
  if (farKm > 0) return refuse('geometry-far', { km: Math.round(farKm) }, 'ring')
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

/** How far land lies from the zone it is said to be of; 0 where that may be. */
function kmFromZone(ring: Ring, { outline, zone }: BoundarySurroundings): number {
  const centre = ringCentroid(ring)
  if (!zone || (outline && isInRing(centre, outline))) return 0
  const km = distanceKm([zone.lon, zone.lat], centre)
  return km > zone.reachKm ? km : 0
}

/**
 * Whether a ring is one at all: its corners in or about Lạng Sơn, closed, and meeting itself nowhere.
 * Refuses `geometry-open`, `geometry-crossing` and what `checkPlace` refuses, for the field `ring`.
 */
export function checkShape(ring: Ring): Verdict<Ring> {
  const place = checkPlace(ring)
  if (!place.ok) return place
  if (!isClosed(ring)) return refuse('geometry-open', undefined, 'ring')
  const crossing = crossingOf(ring)
  if (!crossing) return ok(ring)
  const { edge, other, at } = crossing
  return refuse('geometry-crossing', { edge, other, lon: String(at[0]), lat: String(at[1]) }, 'ring')
}

const isWithin = (lon: number, lat: number): boolean =>
  lon >= REACH.west && lon <= REACH.east && lat >= REACH.south && lat <= REACH.north

/**
 * Whether every corner lies in or about Lạng Sơn, and if not, the likely reason, with the number of the first such
 * corner. Refuses `geometry-metres` (VN-2000 metres typed as degrees), `geometry-swapped` (latitude first),
 * `geometry-elsewhere` (such as a wrong central meridian), for the field `ring`.
 */
export function checkPlace(ring: Ring): Verdict<Ring> {
  // Degrees are given as text: a decimal comma would not be what is to be typed.
  const index = ring.findIndex(([lon, lat]) => !isWithin(lon, lat))
  const wrong = ring[index]
  if (!wrong) return ok(ring)
  const [lon, lat] = wrong
  const corner = index + 1
  if (Math.max(Math.abs(lon), Math.abs(lat)) > LARGEST_DEGREE) return refuse('geometry-metres', { corner }, 'ring')
  if (isWithin(lat, lon)) return refuse('geometry-swapped', { corner, lon: String(lat), lat: String(lon) }, 'ring')
  return refuse('geometry-elsewhere', { corner, lon: String(lon), lat: String(lat) }, 'ring')
}

const isPosition = (value: unknown): value is [number, number] =>
  Array.isArray(value) && value.length >= 2 && Number.isFinite(value[0]) && Number.isFinite(value[1])

const isRingLike = (value: unknown): boolean => Array.isArray(value) && value.every(isPosition)

/** Closes a line of corners, and leaves out a corner given twice in a row. */
const closeRing = (corners: readonly Position[]): Ring => {
  const kept = corners.filter(([lon, lat], index) => {
    const before = corners[index - 1]
    return before === undefined || before[0] !== lon || before[1] !== lat
  })
  const [first, last] = [kept[0], kept.at(-1)]
  return first && last && (first[0] !== last[0] || first[1] !== last[1]) ? [...kept, first] : kept
}

/**
 * A ring as somebody pasted it: a GeoJSON Polygon, a Feature of one, or the bare list of positions in degrees
 * [longitude, latitude]; closed here where the first corner was not repeated. Refuses for the field `ring`:
 * `geometry-invalid` (not that, fewer than three corners), `geometry-hole`, `geometry-corners` (more than 500),
 * and what `checkShape` refuses.
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
    if (!Array.isArray(coordinates) || coordinates.length === 0) return refused
    if (coordinates.length > 1 && coordinates.every(isRingLike)) return refuse('geometry-hole', undefined, 'ring')
    value = coordinates[0]
  }
  if (!Array.isArray(value) || !value.every(isPosition)) return refused
  if (value.length > MOST_CORNERS) return refuse('geometry-corners', { max: MOST_CORNERS }, 'ring')
  const ring = closeRing(value.map(([lon, lat]): Position => [lon, lat]))
  return ring.length < 4 ? refused : checkShape(ring)
}

/** The positions of a GeoJSON LineString, a Feature of one, or a bare list; null where the text is none of these. */
export function positionsOf(text: string): readonly Position[] | null {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return null
  }
  if (typeof value === 'object' && value !== null && 'geometry' in value) value = value.geometry
  if (typeof value === 'object' && value !== null && 'coordinates' in value) value = value.coordinates
  if (!Array.isArray(value) || !value.every(isPosition)) return null
  return value.map(([lon, lat]): Position => [lon, lat])
}
