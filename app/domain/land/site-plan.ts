import type { Day } from '../time/day'
import type { UtilityKind } from './capacity'
import { chance } from './chance'
import { isInRing, type Metres, type Position, type Ring, ringAreaM2, ringCentroid } from './geometry'
import type { ZoneStatus } from './readiness'
import { type NodeSupply, type PlotTerms, plotTerms, supplyOf } from './site-facts'
import { type Cell, fitGrid } from './site-grid'
import type { SiteLayout } from './site-layout'
import { CLUSTER_LAYOUTS } from './site-layout-clusters'
import { PARK_LAYOUTS } from './site-layout-parks'
import { Placing } from './site-placing'
import { roadsOf, type SiteRoad, type SiteSurrounding, surroundingsOf } from './site-roads'
import { siteShape } from './site-shape'

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
  surroundings: SiteSurrounding[]
  nodes: SiteNode[]
  plots: SitePlot[]
  /** True where no source gives the industrial land and `INDUSTRIAL_SHARE` of the area was taken. */
  industrialLandAssumed: boolean
  illustrative: true
}

/** The zones that have an illustrative site plan, by zone code. */
export const SITE_LAYOUTS: Readonly<Record<string, SiteLayout>> = { ...PARK_LAYOUTS, ...CLUSTER_LAYOUTS }

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
