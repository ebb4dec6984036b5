import proj4 from 'proj4'
import type { Position } from '~/domain/land/geometry'
import { type PlaneZone, TO_WGS84, type ToWgs84, type Vertex } from '~/domain/land/vn2000'

// proj4 turns by the position-vector formula, the published parameters by the coordinate-frame one: the angles change sign.
const SHIFT = [
  TO_WGS84.dxM,
  TO_WGS84.dyM,
  TO_WGS84.dzM,
  -TO_WGS84.rxSec,
  -TO_WGS84.rySec,
  -TO_WGS84.rzSec,
  TO_WGS84.scalePpm,
].join(',')

const converters = new Map<string, proj4.Converter>()

function converterOf({ centralMeridianDeg, scale }: PlaneZone): proj4.Converter {
  const definition = `+proj=tmerc +lat_0=0 +lon_0=${centralMeridianDeg} +k=${scale} +x_0=500000 +y_0=0 +ellps=WGS84 +towgs84=${SHIFT} +units=m +no_defs`
  const known = converters.get(definition) ?? proj4(definition, 'EPSG:4326')
  converters.set(definition, known)
  return known
}

/** To the ninth decimal of a degree, about 0.1 mm. */
const nine = (degrees: number): number => Math.round(degrees * 1e9) / 1e9

/** Vertices of a VN-2000 plane zone as positions in WGS84. */
export const toWgs84: ToWgs84 = (zone, vertices) =>
  vertices.map(({ x, y }): Position => {
    const [lon, lat] = converterOf(zone).forward([y, x]) as [number, number]
    return [nine(lon), nine(lat)]
  })

/** Positions in WGS84 as vertices of a VN-2000 plane zone, to the millimetre. */
export const toVn2000 = (zone: PlaneZone, positions: readonly Position[]): Vertex[] =>
  positions.map((position) => {
    const [y, x] = converterOf(zone).inverse([...position]) as [number, number]
    return { x: Math.round(x * 1000) / 1000, y: Math.round(y * 1000) / 1000 }
  })
