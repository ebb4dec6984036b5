import { type Box, boundingBox, frameAt, type Position, type Ring, ringCentroid, toMetres } from './geometry'
import type { SitePlan } from './site-plan'

export interface MapSize {
  widthPx: number
  heightPx: number
  paddingPx: number
}

/** North-up projection of a box into a picture: equirectangular, the same scale both ways, centred. */
export interface Projection {
  viewBox: string
  pxPerM: number
  point(position: Position): readonly [x: number, y: number]
}

const tenth = (value: number): number => Math.round(value * 10) / 10

/** The projection that fits a box into a picture inside its padding. */
export const projectionOf = (box: Box, size: MapSize): Projection => {
  const frame = frameAt((box.west + box.east) / 2, (box.south + box.north) / 2)
  const widthM = Math.max(1, (box.east - box.west) * frame.mPerLon)
  const heightM = Math.max(1, (box.north - box.south) * frame.mPerLat)
  const pxPerM = Math.min(
    Math.max(1, size.widthPx - 2 * size.paddingPx) / widthM,
    Math.max(1, size.heightPx - 2 * size.paddingPx) / heightM,
  )
  return {
    viewBox: `0 0 ${size.widthPx} ${size.heightPx}`,
    pxPerM,
    point: (position) => {
      const [x, y] = toMetres(frame, position)
      return [tenth(size.widthPx / 2 + x * pxPerM), tenth(size.heightPx / 2 - y * pxPerM)]
    },
  }
}

const linePath = (line: readonly Position[], projection: Projection): string =>
  line.map((p, i) => `${i === 0 ? 'M' : 'L'}${projection.point(p).join(' ')}`).join('')

const ringPath = (ring: Ring, projection: Projection): string => `${linePath(ring.slice(0, -1), projection)}Z`

export interface DrawnPlot {
  code: string
  /** The code without the zone's prefix, as it stands on the plot. */
  label: string
  path: string
  labelX: number
  labelY: number
  /** A text size that fits the plot. */
  labelPx: number
}

export interface DrawnSite {
  viewBox: string
  widthPx: number
  heightPx: number
  outlinePath: string
  phases: { n: number; path: string }[]
  /** Paths to stroke with `widthPx`; main roads last, so they lie on top. */
  roads: { kind: 'main' | 'internal'; path: string; widthPx: number }[]
  /** Paths to fill with the even-odd rule. */
  greens: { kind: 'buffer' | 'park' | 'pond'; path: string }[]
  centres: { path: string; labelX: number; labelY: number }[]
  surroundings: { kind: string; path: string; labelX: number; labelY: number; angleDeg: number }[]
  nodes: { kind: string; nameKey: string; path: string; x: number; y: number }[]
  plots: DrawnPlot[]
  /** A round length for a scale bar and its length in the picture. */
  scale: { metres: number; px: number }
}

const SCALE_STEPS = [50, 100, 200, 250, 500, 1000, 2000]

/** Readable whichever way a line was drawn: the label never stands on its head. */
const middleOf = (
  line: readonly Position[],
  projection: Projection,
): { labelX: number; labelY: number; angleDeg: number } => {
  const i = Math.max(0, Math.floor((line.length - 1) / 2))
  const [x1, y1] = projection.point(line[i] ?? [0, 0])
  const [x2, y2] = projection.point(line[i + 1] ?? line[i] ?? [0, 0])
  let angle = (Math.atan2(y2 - y1, x2 - x1) * 180) / Math.PI
  if (angle > 90) angle -= 180
  if (angle < -90) angle += 180
  return { labelX: tenth((x1 + x2) / 2), labelY: tenth((y1 + y2) / 2), angleDeg: tenth(angle) }
}

/** A site plan in picture coordinates (px, one decimal), north up, outline inside the padding. */
export const projectSitePlan = (plan: SitePlan, size: MapSize): DrawnSite => {
  const projection = projectionOf(boundingBox(plan.outline), size)
  const { pxPerM } = projection
  const centre = (ring: Ring): { labelX: number; labelY: number } => {
    const [labelX, labelY] = projection.point(ringCentroid(ring))
    return { labelX, labelY }
  }
  const metres = SCALE_STEPS.findLast((step) => step * pxPerM <= size.widthPx / 5) ?? 50
  return {
    viewBox: projection.viewBox,
    widthPx: size.widthPx,
    heightPx: size.heightPx,
    outlinePath: ringPath(plan.outline, projection),
    phases: plan.phases.map((phase) => ({ n: phase.n, path: ringPath(phase.ring, projection) })),
    roads: [...plan.roads]
      .sort((a, b) => Number(a.kind === 'main') - Number(b.kind === 'main'))
      .map((road) => ({
        kind: road.kind,
        path: linePath(road.line, projection),
        widthPx: tenth(road.widthM * pxPerM),
      })),
    greens: plan.greens.map((green) => ({
      kind: green.kind,
      path: green.rings.map((ring) => ringPath(ring, projection)).join(''),
    })),
    centres: plan.centres.map((ring) => ({ path: ringPath(ring, projection), ...centre(ring) })),
    surroundings: plan.surroundings.map(({ kind, line }) => ({
      kind,
      path: linePath(line, projection),
      ...middleOf(line, projection),
    })),
    nodes: plan.nodes.map((node) => {
      const [x, y] = projection.point([node.lon, node.lat])
      return { kind: node.kind, nameKey: node.nameKey, path: ringPath(node.ring, projection), x, y }
    }),
    plots: plan.plots.map((plot) => ({
      code: plot.code,
      label: plot.code.slice(plan.prefix.length + 1),
      path: ringPath(plot.ring, projection),
      ...centre(plot.ring),
      labelPx: tenth(Math.min(15, Math.max(8, Math.sqrt(plot.areaM2) * pxPerM * 0.26))),
    })),
    scale: { metres, px: tenth(metres * pxPerM) },
  }
}

export interface ProvincePoint {
  key: string
  lon: number
  lat: number
}

/** Points of the province (zones, communes, gates) in picture coordinates; those outside the box are left out. */
export const projectProvince = <T extends ProvincePoint>(
  points: readonly T[],
  bounds: Box,
  size: MapSize,
): { viewBox: string; pxPerKm: number; points: (T & { x: number; y: number })[] } => {
  const projection = projectionOf(bounds, size)
  return {
    viewBox: projection.viewBox,
    pxPerKm: projection.pxPerM * 1000,
    points: points
      .filter((p) => p.lon >= bounds.west && p.lon <= bounds.east && p.lat >= bounds.south && p.lat <= bounds.north)
      .map((p) => {
        const [x, y] = projection.point([p.lon, p.lat])
        return { ...p, x, y }
      }),
  }
}
