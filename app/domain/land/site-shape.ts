import { chance } from './chance'
import { type Metres, planeAreaM2 } from './geometry'
import type { BandLayout, SiteLayout } from './site-layout'

/** The bare shape of a site in metres, in its turned frame: the outline and the ends of its levels. */
export interface SiteShape {
  /** Counter-clockwise, not closed. */
  outline: Metres[]
  left: Metres[]
  right: Metres[]
  phases: { n: number; outline: Metres[] }[]
}

const at = <T>(list: readonly T[], index: number): T => list[index] as T

/** Points of a swelling edge after its first end, first end and last end excluded. */
const swell = (from: Metres, to: Metres, out: Metres, by: number, key: string): Metres[] =>
  [0.32, 0.7].map((t, i) => {
    const size = by * (0.35 + 0.65 * chance(key, i)) * (i === 0 ? 1 : 0.85)
    return [from[0] + t * (to[0] - from[0]) + out[0] * size, from[1] + t * (to[1] - from[1]) + out[1] * size]
  })

const shapeOf = (layout: SiteLayout, heights: readonly number[], key: string): SiteShape => {
  const top = heights.reduce((sum, h) => sum + h, 0) / 2
  let y = top
  const ys = [top, ...heights.map((h) => (y -= h))]
  const last = layout.levels.length - 1
  const tilt = (k: number): number => (k === 0 ? layout.tilt.top : k === last ? layout.tilt.bottom : 0) / 2
  const left = layout.levels.map((level, k): Metres => [level.left, at(ys, k) + tilt(k)])
  const right = layout.levels.map((level, k): Metres => [level.right, at(ys, k) - tilt(k)])
  const leftEdge = (k: number): Metres[] => swell(at(left, k), at(left, k + 1), [-1, 0], layout.bulge, `${key}|l${k}`)
  const rightEdge = (k: number): Metres[] => swell(at(right, k + 1), at(right, k), [1, 0], layout.bulge, `${key}|r${k}`)
  const lid = swell(at(right, 0), at(left, 0), [0, 1], layout.bulge, `${key}|t`)
  const floor = swell(at(left, last), at(right, last), [0, -1], layout.bulge, `${key}|b`)
  const between = (from: number, to: number): Metres[] => {
    const points: Metres[] = [at(left, from)]
    for (let k = from; k < to; k++) points.push(...leftEdge(k), at(left, k + 1))
    if (to === last) points.push(...floor)
    points.push(at(right, to))
    for (let k = to - 1; k >= from; k--) points.push(...rightEdge(k), at(right, k))
    if (from === 0) points.push(...lid)
    return points
  }
  const numbers = [...new Set(layout.bands.map((band) => band.phase))]
  return {
    outline: between(0, last),
    left,
    right,
    phases: numbers.map((n) => {
      const from = layout.bands.findIndex((band) => band.phase === n)
      const to = from + layout.bands.filter((band) => band.phase === n).length
      return { n, outline: between(from, to) }
    }),
  }
}

/**
 * The shape of a site with exactly `areaM2`, its phases with their shares of it (`phaseAreasM2`, in the
 * order of the bands) within 0.1 %. Heights of bands are found by repeated correction.
 */
export const siteShape = (
  layout: SiteLayout,
  areaM2: number,
  phaseAreasM2: Readonly<Record<number, number>>,
  key: string,
): SiteShape => {
  const share = (band: BandLayout): number => (band.share * (phaseAreasM2[band.phase] ?? areaM2)) / areaM2
  let heights = layout.bands.map((band) => share(band) / layout.aspect)
  let shape = shapeOf(layout, heights, key)
  for (let round = 0; round < 12; round++) {
    const whole = planeAreaM2(shape.outline)
    const off = new Map(
      shape.phases.map((phase) => [
        phase.n,
        (phaseAreasM2[phase.n] ?? areaM2) / areaM2 / (planeAreaM2(phase.outline) / whole),
      ]),
    )
    heights = heights.map((h, j) => h * (off.get(at(layout.bands, j).phase) ?? 1))
    shape = shapeOf(layout, heights, key)
  }
  const size = Math.sqrt(areaM2 / planeAreaM2(shape.outline))
  const grow = (points: readonly Metres[]): Metres[] => points.map(([x, y]): Metres => [x * size, y * size])
  return {
    outline: grow(shape.outline),
    left: grow(shape.left),
    right: grow(shape.right),
    phases: shape.phases.map((phase) => ({ n: phase.n, outline: grow(phase.outline) })),
  }
}
