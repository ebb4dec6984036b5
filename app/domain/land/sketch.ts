import { boundingBox, type Ring, ringCentroid } from './geometry'
import { type MapSize, projectionOf } from './svg-map'

export interface Sketch {
  viewBox: string
  shapes: { label: string; path: string; x: number; y: number; part: boolean }[]
}

/** Rings as shapes of one small picture, north up: what comes out over what is around it. */
export function sketchOf(rings: readonly { label: string; ring: Ring; part: boolean }[], size: MapSize): Sketch {
  const parts = rings.filter(({ part }) => part)
  const projection = projectionOf(
    boundingBox((parts.length > 0 ? parts : rings).flatMap(({ ring }) => [...ring])),
    size,
  )
  return {
    viewBox: projection.viewBox,
    shapes: rings.map(({ label, ring, part }) => {
      const points = ring.slice(0, -1).map((p) => projection.point(p).join(' '))
      const [x, y] = projection.point(ringCentroid(ring))
      return { label, path: `M${points.join('L')}Z`, x, y, part }
    }),
  }
}
