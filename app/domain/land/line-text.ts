import { ok, refuse, type Verdict } from '../verdict'
import type { Position } from './geometry'

const MOST_POINTS = 100

const isPosition = (value: unknown): value is [number, number] =>
  Array.isArray(value) &&
  value.length >= 2 &&
  typeof value[0] === 'number' &&
  typeof value[1] === 'number' &&
  Math.abs(value[0]) <= 180 &&
  Math.abs(value[1]) <= 90

/**
 * A line as somebody typed or drew it: a GeoJSON LineString or a Feature of one, a bare list of positions, or pairs
 * such as `106.4012, 21.5010; 106.4030, 21.5022`, in degrees [longitude, latitude].
 * Refuses `geometry-invalid` for the field `line`: fewer than two points, more than 100, or anything else.
 */
export function readLine(text: string): Verdict<Position[]> {
  const refused = refuse('geometry-invalid', undefined, 'line')
  const points = /^\s*[[{]/.test(text) ? fromJson(text) : fromPairs(text)
  if (!points || points.length < 2 || points.length > MOST_POINTS || !points.every(isPosition)) return refused
  return ok(points.map(([lon, lat]): Position => [lon, lat]))
}

function fromJson(text: string): unknown[] | null {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return null
  }
  if (typeof value === 'object' && value !== null && 'geometry' in value) value = value.geometry
  if (typeof value === 'object' && value !== null && 'coordinates' in value) value = value.coordinates
  return Array.isArray(value) ? value : null
}

const fromPairs = (text: string): number[][] =>
  text
    .split(/[;\n]/)
    .filter((pair) => pair.trim() !== '')
    .map((pair) =>
      pair
        .trim()
        .split(/\s*,\s*|\s+/)
        .map(Number),
    )
    .map((pair) => (pair.length === 2 && pair.every(Number.isFinite) ? pair : []))
