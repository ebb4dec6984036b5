import { ok, refuse, type Verdict } from '../verdict'
import { checkPlace, MOST_CORNERS, positionsOf } from './boundary'
import type { Position } from './geometry'

/**
 * A line as somebody pasted or drew it: a GeoJSON LineString, a Feature of one, or the bare list of positions in
 * degrees [longitude, latitude]. Refuses for the field `line`: `geometry-invalid` (not that, fewer than two places),
 * `geometry-corners`, and what `checkPlace` refuses.
 */
export function readLine(text: string): Verdict<readonly Position[]> {
  const positions = positionsOf(text)
  if (positions === null || positions.length < 2) return refuse('geometry-invalid', undefined, 'line')
  if (positions.length > MOST_CORNERS) return refuse('geometry-corners', { max: MOST_CORNERS }, 'line')
  const place = checkPlace(positions)
  return place.ok ? ok(positions) : refuse(place.refusal.code, place.refusal.values, 'line')
}
