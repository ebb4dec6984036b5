import { ok, refuse, type Verdict } from '../verdict'
import { checkPlace, positionsOf } from './boundary'
import type { Position } from './geometry'

const MOST_POINTS = 100

/**
 * A line as somebody typed or drew it: a GeoJSON LineString or a Feature of one, a bare list of positions, or pairs
 * such as `106.4012, 21.5010; 106.4030, 21.5022`, in degrees [longitude, latitude].
 * Refuses for the field `line`: `geometry-invalid` (fewer than two points, or anything else), `geometry-corners`, and
 * what `checkPlace` refuses.
 */
export function readLine(text: string): Verdict<Position[]> {
  const refused = refuse('geometry-invalid', undefined, 'line')
  const points = /^\s*[[{]/.test(text) ? positionsOf(text) : fromPairs(text)
  if (!points || points.length < 2) return refused
  if (points.length > MOST_POINTS) return refuse('geometry-corners', { max: MOST_POINTS }, 'line')
  const place = checkPlace(points)
  return place.ok ? ok([...points]) : refuse(place.refusal.code, place.refusal.values, 'line')
}

function fromPairs(text: string): Position[] | null {
  const pairs = text.split(/[;\n]/).filter((pair) => pair.trim() !== '')
  const points = pairs.map((pair) =>
    pair
      .trim()
      .split(/\s*,\s*|\s+/)
      .map(Number),
  )
  const isPair = (point: number[]): point is [number, number] => point.length === 2 && point.every(Number.isFinite)
  return points.every(isPair) ? points : null
}
