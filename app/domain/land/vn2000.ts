import { ok, refuse, type Verdict } from '../verdict'
import { AREA_TOLERANCE } from './boundary'
import {
  boundingBox,
  frameAt,
  isInRing,
  type Metres,
  type Position,
  planeAreaM2,
  type Ring,
  toMetres,
} from './geometry'

/** A plane zone of VN-2000: transverse Mercator, 500,000 m false easting, no false northing. */
export interface PlaneZone {
  /** Degrees east: 107.25 is 107°15′. */
  centralMeridianDeg: number
  widthDeg: 3 | 6
  /** On the central meridian: 0.9999 in 3° zones, 0.9996 in 6° zones. */
  scale: number
}

const threeDegrees = (centralMeridianDeg: number): PlaneZone => ({ centralMeridianDeg, widthDeg: 3, scale: 0.9999 })
const sixDegrees = (centralMeridianDeg: number): PlaneZone => ({ centralMeridianDeg, widthDeg: 6, scale: 0.9996 })

/** The zones papers in and around the province are drawn in, Lạng Sơn's own first (EPSG:9215). */
export const PLANE_ZONES = {
  'tm3-107-15': threeDegrees(107.25),
  'tm3-107-00': threeDegrees(107),
  'tm3-106-30': threeDegrees(106.5),
  'tm3-105-00': threeDegrees(105),
  'tm3-108-00': threeDegrees(108),
  'utm-105-00': sixDegrees(105),
  'utm-111-00': sixDegrees(111),
} satisfies Record<string, PlaneZone>
export type PlaneZoneKey = keyof typeof PLANE_ZONES
export const PLANE_ZONE_KEYS = Object.keys(PLANE_ZONES) as PlaneZoneKey[]

const degreesText = (degrees: number): string =>
  `${Math.floor(degrees)}°${String(Math.round((degrees % 1) * 60)).padStart(2, '0')}′`

/** A plane zone in the same signs in every language: central meridian and width. */
export const planeZoneText = (key: PlaneZoneKey): string => {
  const { centralMeridianDeg, widthDeg } = PLANE_ZONES[key]
  return `${degreesText(centralMeridianDeg)} (${widthDeg}°)`
}

/**
 * The published parameters from VN-2000 to WGS84 (decision 05/2007/QĐ-BTNMT; EPSG:6960), for the coordinate-frame
 * formula (EPSG:9607): metres, seconds of arc, parts per million. Software that takes rotations by the position-vector
 * formula needs the three angles with the other sign; as they stand they move a point of Lạng Sơn by 0.76 m.
 */
export const TO_WGS84 = {
  dxM: -191.90441429,
  dyM: -39.30318279,
  dzM: -111.45032835,
  rxSec: -0.00928836,
  rySec: 0.01975479,
  rzSec: -0.00427372,
  scalePpm: 0.252906278,
} as const

/** A vertex as Vietnamese papers name it: X is metres north, Y metres east. */
export interface Vertex {
  x: number
  y: number
}

/** The legal vertices of a plot, as its paper lists them; the first is not repeated at the end. */
export interface Vn2000Boundary {
  zone: PlaneZoneKey
  vertices: Vertex[]
  /** The paper they stand in. */
  source: string
}

/** From the plane to degrees, by somebody who can. */
export type ToWgs84 = (zone: PlaneZone, vertices: readonly Vertex[]) => Position[]

export const MAX_VERTICES = 500

const numberOf = (text: string): number => Number(text.replaceAll(' ', '').replace(',', '.'))

/**
 * Vertices as pasted from a paper: a line each, `X;Y` or `name;X;Y` (tab or blanks do as well), decimals after a
 * point or a comma. A vertex repeated at the end is the first one. Refuses `vertices-line` naming the line that
 * cannot be read, `vertices-few`, `vertices-many`; all for the field `vertices`.
 */
export function readVertices(text: string): Verdict<Vertex[]> {
  const vertices: Vertex[] = []
  for (const [index, raw] of text.split(/\r?\n/).entries()) {
    const line = raw.trim()
    if (line === '') continue
    const numbers = numbersOf(line)
    if (!numbers) return refuse('vertices-line', { line: index + 1, text: line.slice(0, 60) }, 'vertices')
    vertices.push({ x: numbers[0], y: numbers[1] })
  }
  const [first, last] = [vertices[0], vertices.at(-1)]
  if (first && last && vertices.length > 1 && first.x === last.x && first.y === last.y) vertices.pop()
  if (vertices.length < 3) return refuse('vertices-few', { count: vertices.length }, 'vertices')
  if (vertices.length > MAX_VERTICES) return refuse('vertices-many', { max: MAX_VERTICES }, 'vertices')
  return ok(vertices)
}

/** The last two numbers of a line; what goes before them names the vertex. */
function numbersOf(line: string): [number, number] | null {
  const parts = /[;\t]/.test(line) ? line.split(/[;\t]/) : line.split(/\s+|,\s+/)
  const cells = parts.map((part) => part.trim()).filter((part) => part !== '')
  if (cells.length < 2 || cells.length > 3) return null
  const pair = cells.slice(-2)
  if (!pair.every((cell) => /^\d{1,3}(?: ?\d{3})*(?:[.,]\d{1,6})?$/.test(cell))) return null
  return [numberOf(pair[0] as string), numberOf(pair[1] as string)]
}

/** The area in m² the vertices enclose in their plane: the figure land papers state. */
export const vertexAreaM2 = (vertices: readonly Vertex[]): number =>
  planeAreaM2(vertices.map(({ x, y }): Metres => [y, x]))

/** Lengths of the sides in metres, each from its vertex to the next. */
export const sideLengthsM = (vertices: readonly Vertex[]): number[] =>
  vertices.map(({ x, y }, i) => {
    const next = vertices[(i + 1) % vertices.length] as Vertex
    return Math.hypot(next.x - x, next.y - y)
  })

/** A closed ring in degrees. */
export function ringOf(boundary: Pick<Vn2000Boundary, 'zone' | 'vertices'>, toWgs84: ToWgs84): Ring {
  const ring = toWgs84(PLANE_ZONES[boundary.zone], boundary.vertices)
  return [...ring, ring[0] as Position]
}

/** Where the land of the plot has to be. */
export interface Whereabouts {
  lon: number
  lat: number
  /** How far from there land of the zone may lie. */
  reachKm: number
  outline: Ring | null
}

function kmFrom(ring: readonly Position[], { lon, lat, outline }: Whereabouts): number {
  const box = boundingBox(ring)
  const middle: Position = [(box.west + box.east) / 2, (box.south + box.north) / 2]
  if (outline && isInRing(middle, outline)) return 0
  return Math.hypot(...toMetres(frameAt(lon, lat), middle)) / 1000
}

/**
 * The ring of vertices drawn in a plane zone, if it lies where the plot's zone is. A mistake is named: X and Y
 * swapped (`vertices-swapped`), another plane zone that would fit (`vertices-zone`, with its key), else how far away
 * the land would be (`vertices-elsewhere`). All for the field `vertices`.
 */
export function placeVertices(
  zone: PlaneZoneKey,
  vertices: Vertex[],
  where: Whereabouts,
  toWgs84: ToWgs84,
): Verdict<Ring> {
  const place = (key: PlaneZoneKey, points: Vertex[]) => {
    const ring = ringOf({ zone: key, vertices: points }, toWgs84)
    return { key, ring, km: kmFrom(ring, where) }
  }
  const asTyped = place(zone, vertices)
  const fits = ({ km }: { km: number }) => (where.outline ? km === 0 : km <= where.reachKm)
  if (fits(asTyped)) return ok(asTyped.ring)
  const turned = vertices.map(({ x, y }) => ({ x: y, y: x }))
  if (PLANE_ZONE_KEYS.some((key) => fits(place(key, turned)))) return refuse('vertices-swapped', undefined, 'vertices')
  const better = PLANE_ZONE_KEYS.map((key) => place(key, vertices)).find(fits)
  if (better) return refuse('vertices-zone', { zone: better.key, typed: zone }, 'vertices')
  if (asTyped.km <= where.reachKm) return ok(asTyped.ring)
  const km = Number.isFinite(asTyped.km) ? Math.round(asTyped.km) : 9999
  return refuse('vertices-elsewhere', { km }, 'vertices')
}

/** A declared area beside the one computed from the boundary. */
export interface AreaCheck {
  declaredM2: number
  computedM2: number
  /** Whether the two differ by no more than the tolerance of 2 %. */
  agrees: boolean
}

/** Declared against computed area, m². */
export const checkArea = (declaredM2: number, computedM2: number): AreaCheck => ({
  declaredM2,
  computedM2: Math.round(computedM2),
  agrees: Math.abs(computedM2 - declaredM2) <= declaredM2 * AREA_TOLERANCE,
})
