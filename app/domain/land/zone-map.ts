import type { Lang } from '../text'
import { promisableFrom, type UtilityKind } from './capacity'
import { knownNodes } from './capacity-on'
import { type At, commercialAt, isPublicPlot, type NodeRow, type PlotRow, type ZoneRow } from './catalogue'
import { type Box, frameAt, type Ring, toPosition } from './geometry'
import type { CommercialState, Rung } from './readiness'
import { BASE_INTERCHANGES, BASE_LINES, BASE_TOWNS, type BaseLineKind } from './schematic-base'
import { shortName } from './short-name'
import type { SitePlan } from './site-plan'
import { type DrawnSite, type MapSize, projectionOf, projectSitePlan } from './svg-map'

export const NODE_NAME_KEYS: Record<UtilityKind, string> = {
  power: 'substation',
  water: 'waterSource',
  wastewater: 'wastewaterPlant',
}
const NODE_GROUND_M = 16

/** The ground of a node, which rows keep as a point: a square around it. */
function groundOf(node: { lon: number; lat: number }): Ring {
  const frame = frameAt(node.lon, node.lat)
  const half = NODE_GROUND_M / 2
  const corners = [
    [-half, -half],
    [half, -half],
    [half, half],
    [-half, half],
    [-half, -half],
  ] as const
  return corners.map(([x, y]) => toPosition(frame, [x, y]))
}

const placed = (node: NodeRow): node is NodeRow & { lon: number; lat: number } => node.lon !== null && node.lat !== null

export interface SiteMapPlot {
  code: string
  areaM2: number
  rung: Rung
  commercial: CommercialState
}

export interface SiteMapData {
  kind: 'site'
  zone: { code: string; name: string }
  site: DrawnSite
  /** The plots of the selection; the others are drawn pale. */
  plots: SiteMapPlot[]
  /** What remains today at the nodes of a kind, by the key of their name. */
  remaining: { nameKey: string; kind: UtilityKind; amount: number }[]
}

/** The plan of a zone with its public plots, those of the selection coloured; null where nobody drew the zone. */
export function siteMapOf(
  zone: ZoneRow,
  plots: readonly PlotRow[],
  selection: readonly PlotRow[],
  { at, lang, size }: { at: At; lang: Lang; size: MapSize },
): SiteMapData | null {
  if (!zone.drawing) return null
  const drawn = plots.filter((plot) => isPublicPlot(plot) || selection.includes(plot))
  const plan = {
    ...zone.drawing,
    plots: drawn.flatMap(({ code, ring, areaM2 }) => (ring ? [{ code, ring, areaM2 }] : [])),
    nodes: zone.nodes.filter(placed).map((node) => ({
      kind: node.kind,
      nameKey: NODE_NAME_KEYS[node.kind],
      lon: node.lon,
      lat: node.lat,
      ring: groundOf(node),
    })),
  }
  return {
    kind: 'site',
    zone: { code: zone.code, name: shortName(zone.name, lang) },
    site: projectSitePlan(plan as unknown as SitePlan, size),
    plots: selection.map((plot) => ({
      code: plot.code,
      areaM2: plot.areaM2,
      rung: plot.rung,
      commercial: commercialAt(plot, at.now),
    })),
    remaining: knownNodes(zone.nodes, at.today).map((node) => ({
      nameKey: NODE_NAME_KEYS[node.kind],
      kind: node.kind,
      amount: promisableFrom(at.today, node.entries, node.holds),
    })),
  }
}

export interface ProvincePointData {
  key: string
  kind: 'zone' | 'gate' | 'town' | 'interchange'
  label: string
  x: number
  y: number
  /** The zone it stands for. */
  zone?: string
  weight?: 1 | 2 | 3
  /** How much of the selection lies there; on the mark of a zone. */
  plots?: number
  offeredM2?: number
}

export interface ProvinceMapData {
  kind: 'province'
  viewBox: string
  points: ProvincePointData[]
  corridors: { key: string; kind: BaseLineKind; points: (readonly [number, number])[] }[]
}

/** Lạng Sơn and its approaches. */
export const PROVINCE_BOX: Box = { west: 106.02, south: 21.3, east: 107.42, north: 22.36 }

/** Two marks with a count are readable this far from each other. */
const MARKS_APART_PX = 34
const SPREADING_ROUNDS = 40

/** Moves marks apart that would cover each other, each as little as it takes; the map is a schematic. */
export function spreadMarks<T extends { x: number; y: number }>(marks: readonly T[]): T[] {
  const moved = marks.map((mark) => ({ ...mark }))
  for (let round = 0; round < SPREADING_ROUNDS; round += 1) {
    let still = true
    for (const [index, one] of moved.entries()) {
      for (let next = index + 1; next < moved.length; next += 1) {
        const other = moved[next] as T
        const [dx, dy] = [other.x - one.x, other.y - one.y]
        if (Math.abs(dx) >= MARKS_APART_PX || Math.abs(dy) >= MARKS_APART_PX) continue
        const apart = Math.sqrt(dx * dx + dy * dy)
        if (apart >= MARKS_APART_PX) continue
        still = false
        // Marks in one place leave in a direction of their own.
        const angle = apart > 0 ? Math.atan2(dy, dx) : (next - 1) * 2.4
        const push = (MARKS_APART_PX - apart) / 2
        one.x -= Math.cos(angle) * push
        one.y -= Math.sin(angle) * push
        other.x += Math.cos(angle) * push
        other.y += Math.sin(angle) * push
      }
    }
    if (still) break
  }
  return moved.map((mark) => ({ ...mark, x: Math.round(mark.x), y: Math.round(mark.y) }))
}

/** The schematic of the province with zones, each with how many plots of the selection lie in it. */
export function provinceMapOf(
  zones: readonly { zone: ZoneRow; label: string; weight: 1 | 2 | 3; plots?: number; offeredM2?: number }[],
  gates: readonly { key: string; label: string; lon: number; lat: number }[],
  { lang, size }: { lang: Lang; size: MapSize },
): ProvinceMapData {
  const projection = projectionOf(PROVINCE_BOX, size)
  const point = (lon: number, lat: number) => {
    const [x, y] = projection.point([lon, lat])
    return { x, y }
  }
  const marks = zones.map(({ zone, label, weight, plots, offeredM2 }) => ({
    key: zone.code,
    kind: 'zone' as const,
    label,
    zone: zone.code,
    weight,
    plots,
    offeredM2,
    ...point(zone.lon, zone.lat),
  }))
  return {
    kind: 'province',
    viewBox: projection.viewBox,
    corridors: BASE_LINES.map(({ key, kind, line }) => ({
      key,
      kind,
      points: line.map((place) => projection.point(place)),
    })),
    points: [
      ...(zones.some(({ plots }) => plots) ? spreadMarks(marks) : marks),
      ...gates.map((gate) => ({
        key: gate.key,
        kind: 'gate' as const,
        label: gate.label,
        ...point(gate.lon, gate.lat),
      })),
      ...BASE_TOWNS.map((town) => ({
        key: town.key,
        kind: 'town' as const,
        label: town.name[lang],
        ...point(...town.place),
      })),
      ...BASE_INTERCHANGES.map((interchange) => ({
        key: interchange.key,
        kind: 'interchange' as const,
        label: interchange.name[lang],
        ...point(...interchange.place),
      })),
    ],
  }
}
