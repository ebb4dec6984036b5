import type { Position } from './geometry'

const EARTH_RADIUS_KM = 6371.0088
const RADIANS = Math.PI / 180

/** The straight distance in km between two positions (haversine on the mean sphere), not along roads. */
export const distanceKm = ([lonA, latA]: Position, [lonB, latB]: Position): number => {
  const half =
    Math.sin(((latB - latA) * RADIANS) / 2) ** 2 +
    Math.cos(latA * RADIANS) * Math.cos(latB * RADIANS) * Math.sin(((lonB - lonA) * RADIANS) / 2) ** 2
  return 2 * EARTH_RADIUS_KM * Math.asin(Math.min(1, Math.sqrt(half)))
}

/** Straight distances in km, one decimal, from a position to each named place. */
export const distancesKm = (
  from: Position,
  places: Readonly<Record<string, { lon: number; lat: number }>>,
): Record<string, number> =>
  Object.fromEntries(
    Object.entries(places).map(([key, place]) => [key, Math.round(distanceKm(from, [place.lon, place.lat]) * 10) / 10]),
  )
