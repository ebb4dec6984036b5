import type { Day } from '../time/day'
import type { UtilityKind } from './capacity'
import { chance } from './chance'
import {
  type Frame,
  frameAt,
  isInRing,
  linesMeet,
  type Metres,
  type Position,
  type Ring,
  ringAreaM2,
  ringCentroid,
  segmentsCross,
  toPosition,
} from './geometry'
import type { ZoneStatus } from './readiness'
import { type NodeSupply, type PlotTerms, plotTerms, supplyOf } from './site-facts'
import { type Cell, fitGrid, type SiteGrid, siteShape } from './site-grid'
import { SITE_LAYOUTS, type SiteLayout, type SurroundingLayout } from './site-layout'

/** What a site plan is generated from: a record of the published zone list. */
export interface SiteZone {
  code: string
  status: ZoneStatus
  areaHa: number | null
  industrialLandHa?: number | null
  lat: number
  lon: number
  termEndYear?: number | null
  phases?: readonly { n: number; areaHa: number }[]
  landUse?: { maxDensityPct?: number | null; maxFloors?: number | null }
  utilities?: { grid?: { vi: string } | null; waterM3Day?: number | null } | null
}

export interface SiteRoad {
  kind: 'main' | 'internal'
  line: Position[]
  widthM: number
}

export interface SiteGreen {
  kind: 'buffer' | 'park' | 'pond'
  /** The outer ring, then holes, as in a GeoJSON polygon. */
  rings: Ring[]
}

export interface SitePlot extends PlotTerms {
  code: string
  block: string
  phase: number
  ring: Ring
  areaM2: number
  illustrative: true
  termEndYear: number | null
  maxDensityPct: number | null
  maxFloors: number | null
}

export interface SiteNode extends NodeSupply {
  kind: UtilityKind
  /** Key of its name: `substation`, `waterSource`, `wastewaterPlant`. */
  nameKey: string
  lon: number
  lat: number
  /** The ground it stands on. */
  ring: Ring
  illustrative: true
}

export interface SitePlan {
  zone: string
  prefix: string
  outline: Ring
  phases: { n: number; ring: Ring; areaM2: number }[]
  blocks: { name: string; phase: number; plots: string[] }[]
  roads: SiteRoad[]
  greens: SiteGreen[]
  /** Ground for administration and services. */
  centres: Ring[]
  surroundings: { kind: SurroundingLayout['kind']; line: Position[] }[]
  nodes: SiteNode[]
  plots: SitePlot[]
  /** True where no source gives the industrial land and `INDUSTRIAL_SHARE` of the area was taken. */
  industrialLandAssumed: boolean
  illustrative: true
}

/**
 * Share of a zone that is industrial land where no source says: between Đồng Bành (0.68), Minh Sơn (0.69)
 * and VSIP (0.71).
 */
export const INDUSTRIAL_SHARE = 0.7

const NODE_NAME_KEYS: Record<UtilityKind, string> = {
  power: 'substation',
  water: 'waterSource',
  wastewater: 'wastewaterPlant',
}

/** The industrial land of a zone in ha, and whether it is an assumption; null where the area is unknown. */
export const industrialLandOf = (zone: SiteZone): { areaHa: number; assumed: boolean } | null => {
  if (typeof zone.industrialLandHa === 'number') return { areaHa: zone.industrialLandHa, assumed: false }
  return zone.areaHa === null ? null : { areaHa: zone.areaHa * INDUSTRIAL_SHARE, assumed: true }
}

/** From the turned frame of a layout to positions. */
class Placing {
  readonly frame: Frame
  private readonly cos: number
  private readonly sin: number
  constructor(zone: SiteZone, layout: SiteLayout) {
    this.frame = frameAt(zone.lon, zone.lat)
    const angle = (layout.bearingDeg * Math.PI) / 180
    this.cos = Math.cos(angle)
    this.sin = Math.sin(angle)
  }
  place([x, y]: Metres): Position {
    return toPosition(this.frame, [x * this.cos - y * this.sin, x * this.sin + y * this.cos])
  }
  ring(points: readonly Metres[]): Ring {
    const placed = points.map((p) => this.place(p))
    return [...placed, placed[0] as Position]
  }
}

/** The first point of the outline met on the way from one point through another. */
const outlet = (outline: readonly Metres[], from: Metres, through: Metres): Metres => {
  const far: Metres = [from[0] + (through[0] - from[0]) * 1000, from[1] + (through[1] - from[1]) * 1000]
  let best = through
  let bestM = Number.POSITIVE_INFINITY
  outline.forEach((a, i) => {
    const b = outline[(i + 1) % outline.length] as Metres
    if (!segmentsCross(from, far, a, b)) return
    const p = linesMeet(from, far, a, b)
    const distance = Math.hypot(p[0] - through[0], p[1] - through[1])
    if (distance < bestM) {
      best = p
      bestM = distance
    }
  })
  return best
}

const roadsOf = (grid: SiteGrid, placing: Placing): SiteRoad[] => {
  const { layout, shape } = grid
  const roads: SiteRoad[] = []
  const add = (kind: SiteRoad['kind'], points: readonly Metres[], widthM: number): void => {
    roads.push({ kind, line: points.map((p) => placing.place(p)), widthM })
  }
  if (layout.sideRoads) {
    const loop = grid.insetRing(grid.bufferM + layout.roadM / 2)
    add('internal', loop.left, layout.roadM)
    add('internal', loop.right, layout.roadM)
  }
  layout.levels.forEach((_, k) => {
    let [l, r] = grid.levelRoad(k)
    const [insideL, insideR] = [l, r]
    for (const entrance of layout.entrances) {
      if (!('level' in entrance) || entrance.level !== k) continue
      if (entrance.side === 'left') l = shape.left[k] as Metres
      else r = shape.right[k] as Metres
    }
    const isMain = l !== insideL || r !== insideR
    add(isMain ? 'main' : 'internal', [l, r], grid.levelRoadM(k))
  })
  layout.crossRoads.forEach((_, i) => {
    let [top, bottom] = grid.crossRoad(i)
    for (const entrance of i === 0 ? layout.entrances : []) {
      if (!('cross' in entrance)) continue
      if (entrance.cross === 'top') top = outlet(shape.outline, bottom, top)
      else bottom = outlet(shape.outline, top, bottom)
    }
    add(i === 0 ? 'main' : 'internal', [top, bottom], grid.crossRoadM(i))
  })
  return roads
}

const widthOf = (corners: readonly Metres[]): number =>
  Math.min((corners[3] as Metres)[0] - (corners[0] as Metres)[0], (corners[2] as Metres)[0] - (corners[1] as Metres)[0])
const depthOf = (corners: readonly Metres[]): number =>
  Math.min((corners[0] as Metres)[1] - (corners[1] as Metres)[1], (corners[3] as Metres)[1] - (corners[2] as Metres)[1])

const POND_ROOM_M = 36
const hasRoom = (corners: readonly Metres[]): boolean => Math.min(widthOf(corners), depthOf(corners)) >= POND_ROOM_M

/** An irregular pond around the middle of a park. */
const pondIn = (corners: readonly Metres[], key: string): Metres[] => {
  const n = corners.length
  const middle = corners.reduce<Metres>((sum, p) => [sum[0] + p[0] / n, sum[1] + p[1] / n], [0, 0])
  const steps = 14
  return Array.from({ length: steps }, (_, i): Metres => {
    const t = (i / steps) * 2 * Math.PI
    const size = 0.3 * (0.85 + 0.3 * chance(key, 'pond', i))
    return [middle[0] + Math.cos(t) * size * widthOf(corners), middle[1] + Math.sin(t) * size * depthOf(corners)]
  })
}

const surroundingsOf = (grid: SiteGrid, placing: Placing): SitePlan['surroundings'] => {
  const { shape, layout } = grid
  const gap = grid.meanWidthM * 0.045
  const first = <T>(list: readonly T[]): T => list[0] as T
  const lastOf = <T>(list: readonly T[]): T => list[list.length - 1] as T
  return layout.surroundings.map(({ kind, side }) => {
    let points: Metres[]
    if (side === 'left') points = shape.left.map(([x, y]) => [x - gap, y])
    else if (side === 'right') points = shape.right.map(([x, y]) => [x + gap, y])
    else {
      const pick = side === 'top' ? first : lastOf
      const [l, r] = [pick(shape.left), pick(shape.right)]
      const dy = side === 'top' ? gap : -gap
      points = [
        [l[0], l[1] + dy],
        [(l[0] + r[0]) / 2, (l[1] + r[1]) / 2 + dy * 1.3],
        [r[0], r[1] + dy],
      ]
    }
    const beyond = (end: Metres, next: Metres): Metres => {
      const length = Math.hypot(end[0] - next[0], end[1] - next[1])
      const by = (grid.meanWidthM * 0.14) / length
      return [end[0] + (end[0] - next[0]) * by, end[1] + (end[1] - next[1]) * by]
    }
    const line = [
      beyond(first(points), points[1] as Metres),
      ...points,
      beyond(lastOf(points), points[points.length - 2] as Metres),
    ]
    return { kind, line: line.map((p) => placing.place(p)) }
  })
}

const plotsOf = (
  cells: readonly Cell[],
  zone: SiteZone,
  layout: SiteLayout,
  placing: Placing,
  today: Day,
): SitePlot[] => {
  const counts = new Map<number, number>()
  return cells
    .filter((cell) => cell.use === 'plot')
    .sort((a, b) => a.row - b.row)
    .map((cell) => {
      const number = (counts.get(cell.row) ?? 0) + 1
      counts.set(cell.row, number)
      const code = `${layout.prefix}-${String.fromCharCode(65 + cell.row)}${number}`
      const ring = placing.ring(cell.corners)
      const areaM2 = Math.round(ringAreaM2(ring, placing.frame))
      const block = `K${cell.block + 1}`
      return {
        code,
        block,
        phase: cell.phase,
        ring,
        areaM2,
        illustrative: true,
        termEndYear: zone.termEndYear ?? null,
        maxDensityPct: zone.landUse?.maxDensityPct ?? null,
        maxFloors: zone.landUse?.maxFloors ?? null,
        ...plotTerms({ code, block, phase: cell.phase, areaM2 }, zone.status, layout, today),
      }
    })
}

/**
 * The illustrative site plan of a zone as of `today`: outline of exactly its area, roads, green, utility
 * nodes and plots that add up to its industrial land. Invented geometry, the same on every run, marked
 * illustrative throughout. Null for a zone without a layout or without a published area.
 */
export const sitePlanOf = (zone: SiteZone, today: Day): SitePlan | null => {
  const layout = SITE_LAYOUTS[zone.code]
  const industrial = industrialLandOf(zone)
  if (!layout || zone.areaHa === null || industrial === null) return null
  const placing = new Placing(zone, layout)
  const phaseAreas = Object.fromEntries((zone.phases ?? []).map((phase) => [phase.n, phase.areaHa * 10_000]))
  const shape = siteShape(layout, zone.areaHa * 10_000, phaseAreas, zone.code)
  const grid = fitGrid(layout, shape, industrial.areaHa * 10_000, zone.code)
  const cells = grid.cells()
  const plots = plotsOf(cells, zone, layout, placing, today)
  const outline = placing.ring(shape.outline)
  const parks = cells.filter((cell) => cell.use === 'park')
  const greens: SiteGreen[] = [
    { kind: 'buffer', rings: [outline, placing.ring(grid.insetRing(grid.bufferM).ring)] },
    ...parks.map((cell): SiteGreen => ({ kind: 'park', rings: [placing.ring(cell.corners)] })),
    ...parks
      .filter((cell) => hasRoom(cell.corners))
      .slice(-1)
      .map((cell): SiteGreen => ({ kind: 'pond', rings: [placing.ring(pondIn(cell.corners, zone.code))] })),
  ]
  const nodes = cells.flatMap((cell): SiteNode[] => {
    if (cell.use === 'plot' || cell.use === 'centre' || cell.use === 'park') return []
    const ring = placing.ring(cell.corners)
    const [lon, lat] = ringCentroid(ring, placing.frame)
    const nameKey = NODE_NAME_KEYS[cell.use]
    return [{ kind: cell.use, nameKey, lon, lat, ring, illustrative: true, ...supplyOf(cell.use, plots, zone, today) }]
  })
  const blockNames = [...new Set(plots.map((plot) => plot.block))]
  return {
    zone: zone.code,
    prefix: layout.prefix,
    outline,
    phases: shape.phases.map((phase) => {
      const ring = placing.ring(phase.outline)
      return { n: phase.n, ring, areaM2: Math.round(ringAreaM2(ring, placing.frame)) }
    }),
    blocks: blockNames.map((name) => {
      const inside = plots.filter((plot) => plot.block === name)
      return { name, phase: inside[0]?.phase ?? 1, plots: inside.map((plot) => plot.code) }
    }),
    roads: roadsOf(grid, placing),
    greens,
    centres: cells.filter((cell) => cell.use === 'centre').map((cell) => placing.ring(cell.corners)),
    surroundings: surroundingsOf(grid, placing),
    nodes,
    plots,
    industrialLandAssumed: industrial.assumed,
    illustrative: true,
  }
}

/** The plots of a plan whose ground holds a position. */
export const plotsAt = (plan: SitePlan, position: Position): SitePlot[] =>
  plan.plots.filter((plot) => isInRing(position, plot.ring))
