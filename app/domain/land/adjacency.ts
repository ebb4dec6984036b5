import type { CatalogueSnapshot, PlotRow, ZoneRow } from './catalogue'
import { frameAt, type Metres, type Position, type Ring, sharedLengthM, toMetres } from './geometry'
import { detailsOf } from './zone-record'

/** What lies between two plots that can make one site: their common boundary, or an internal road. */
export type Across = 'boundary' | 'internal_road'

export interface Neighbour<T> {
  plot: T
  /** Length of the boundary both have or, across a road, of the stretch on which they face each other; whole metres. */
  sharedM: number
  across: Across
}

interface Drawn {
  code: string
  ring: Ring | null
}

export interface RoadLine {
  kind: 'main' | 'internal'
  line: readonly Position[]
  widthM: number
}

/** A shorter stretch of boundary is a corner. */
const LEAST_SHARED_M = 1
/** A shorter stretch along a road gives no room for a crossing of one's own. */
const LEAST_FACING_M = 10
/** Pavement and verge, both sides together, that a drawing may leave between a road and the plots. */
const VERGE_M = 6
/** Edges along a road may differ by this much in direction (sine of about 10°). */
const PARALLEL = 0.17

interface Placed<T> {
  plot: T
  ring: Metres[]
  west: number
  south: number
  east: number
  north: number
}

interface Segment {
  a: Metres
  b: Metres
  widthM: number
}

/**
 * Which plots of one zone can be joined with which: those that share at least 1 m of boundary and, given the internal
 * roads sites may span, those that face each other over at least 10 m of one. Main roads are never spanned. A grid over
 * the zone finds who lies near, so that the work grows with the number of plots. Plots without a drawn boundary have no
 * neighbours. Longest stretch first, then by code.
 */
export function adjacencyIn<T extends Drawn>(
  plots: readonly T[],
  spanned: readonly RoadLine[] = [],
): Map<T, Neighbour<T>[]> {
  const result = new Map<T, Neighbour<T>[]>(plots.map((plot) => [plot, []]))
  const first = plots.find((plot) => plot.ring)?.ring?.[0]
  if (!first) return result
  const frame = frameAt(...first)
  const placed = plots.flatMap((plot) =>
    plot.ring
      ? [
          place(
            plot,
            plot.ring.map((p) => toMetres(frame, p)),
          ),
        ]
      : [],
  )
  const roads = spanned
    .filter((road) => road.kind === 'internal')
    .flatMap(({ line, widthM }) =>
      line.slice(1).map((end, i): Segment => {
        return { a: toMetres(frame, line[i] as Position), b: toMetres(frame, end), widthM }
      }),
    )
  const reachM = roads.reduce((most, { widthM }) => Math.max(most, widthM + VERGE_M), LEAST_SHARED_M)
  for (const [one, other] of nearPairs(placed, reachM)) {
    const boundaryM = sharedLengthM(one.ring, other.ring)
    const across: Across = boundaryM >= LEAST_SHARED_M ? 'boundary' : 'internal_road'
    const stretchM = across === 'boundary' ? boundaryM : facingM(one.ring, other.ring, roads)
    if (across === 'internal_road' && stretchM < LEAST_FACING_M) continue
    const sharedM = Math.round(stretchM)
    result.get(one.plot)?.push({ plot: other.plot, sharedM, across })
    result.get(other.plot)?.push({ plot: one.plot, sharedM, across })
  }
  for (const list of result.values()) {
    list.sort((a, b) => b.sharedM - a.sharedM || (a.plot.code < b.plot.code ? -1 : 1))
  }
  return result
}

function place<T>(plot: T, ring: Metres[]): Placed<T> {
  const box: Placed<T> = { plot, ring, west: Infinity, south: Infinity, east: -Infinity, north: -Infinity }
  for (const [x, y] of ring) {
    box.west = Math.min(box.west, x)
    box.east = Math.max(box.east, x)
    box.south = Math.min(box.south, y)
    box.north = Math.max(box.north, y)
  }
  return box
}

/** Each pair whose boxes come within reach of each other, once. */
function* nearPairs<T>(placed: readonly Placed<T>[], reachM: number): Generator<[Placed<T>, Placed<T>]> {
  const sizes = placed.map(({ west, south, east, north }) => Math.max(east - west, north - south)).sort((a, b) => a - b)
  const cellM = Math.max(20, (sizes[sizes.length >> 1] ?? 0) + reachM)
  const cells = new Map<string, Placed<T>[]>()
  const cellOf = (metres: number) => Math.floor(metres / cellM)
  for (const next of placed) {
    const [left, right] = [cellOf(next.west - reachM), cellOf(next.east)]
    const [low, high] = [cellOf(next.south - reachM), cellOf(next.north)]
    const seen = new Set<Placed<T>>()
    for (let column = left; column <= right; column++) {
      for (let row = low; row <= high; row++) {
        const key = `${column},${row}`
        const there = cells.get(key)
        for (const other of there ?? []) {
          if (seen.has(other)) continue
          seen.add(other)
          const apart =
            Math.max(next.west - other.east, other.west - next.east) > reachM ||
            Math.max(next.south - other.north, other.south - next.north) > reachM
          if (!apart) yield [other, next]
        }
        if (there) there.push(next)
        else cells.set(key, [next])
      }
    }
  }
}

const alongAndAside = (a: Metres, b: Metres, p: Metres): readonly [along: number, aside: number] => {
  const [dx, dy] = [b[0] - a[0], b[1] - a[1]]
  const length = Math.hypot(dx, dy)
  const [px, py] = [p[0] - a[0], p[1] - a[1]]
  return [(px * dx + py * dy) / length, (dx * py - dy * px) / length]
}

const isParallel = (a: Metres, b: Metres, c: Metres, d: Metres): boolean => {
  const cross = (b[0] - a[0]) * (d[1] - c[1]) - (b[1] - a[1]) * (d[0] - c[0])
  return Math.abs(cross) <= PARALLEL * Math.hypot(b[0] - a[0], b[1] - a[1]) * Math.hypot(d[0] - c[0], d[1] - c[1])
}

/** The longest stretch in metres on which two rings face each other with one of the roads between; 0 where none is. */
function facingM(one: readonly Metres[], other: readonly Metres[], roads: readonly Segment[]): number {
  let longest = 0
  for (const { a: from, b: to, widthM } of roads) {
    const roadM = Math.hypot(to[0] - from[0], to[1] - from[1])
    if (roadM === 0) continue
    for (const edge of sidesOf(one, from, to, roadM, widthM)) {
      for (const opposite of sidesOf(other, from, to, roadM, widthM)) {
        if (edge.aside * opposite.aside >= 0) continue
        longest = Math.max(longest, Math.min(edge.end, opposite.end) - Math.max(edge.start, opposite.start))
      }
    }
  }
  return longest
}

interface RoadSide {
  start: number
  end: number
  /** Metres from the middle of the road, negative to its right. */
  aside: number
}

/** The edges of a ring that lie along one side of a stretch of road, no further from it than its verge. */
function sidesOf(ring: readonly Metres[], from: Metres, to: Metres, roadM: number, widthM: number): RoadSide[] {
  const found: RoadSide[] = []
  const furthestM = (widthM + VERGE_M) / 2
  for (let i = 0; i < ring.length - 1; i++) {
    const [c, d] = [ring[i] as Metres, ring[i + 1] as Metres]
    if (!isParallel(from, to, c, d)) continue
    const [[s, asideC], [t, asideD]] = [alongAndAside(from, to, c), alongAndAside(from, to, d)]
    const aside = (asideC + asideD) / 2
    const [start, end] = [Math.max(0, Math.min(s, t)), Math.min(roadM, Math.max(s, t))]
    if (end > start && Math.abs(aside) <= furthestM) found.push({ start, end, aside })
  }
  return found
}

/** Whether the keeper of a zone lets one site lie on both sides of its internal roads; no where nobody said so. */
export const sitesSpanRoads = (zone: Pick<ZoneRow, 'details'>): boolean => detailsOf(zone).sitesSpanRoads === true

const measured = new WeakMap<object, Map<ZoneRow, Map<PlotRow, Neighbour<PlotRow>[]>>>()

/**
 * The plots a plot can be joined with, drafts among them: whoever shows them chooses. A zone is measured once per
 * snapshot, when first asked for.
 */
export function neighboursOf(land: Pick<CatalogueSnapshot, 'plotsOfZone'>, plot: PlotRow): Neighbour<PlotRow>[] {
  let zones = measured.get(land)
  if (!zones) {
    zones = new Map()
    measured.set(land, zones)
  }
  const { zone } = plot
  let found = zones.get(zone)
  if (!found) {
    found = adjacencyIn(land.plotsOfZone.get(zone) ?? [], sitesSpanRoads(zone) ? zone.drawing?.roads : [])
    zones.set(zone, found)
  }
  return found.get(plot) ?? []
}

/** Whether plots hang together: from any of them every other is reached over neighbours within the set. */
export function isConnected<T extends object>(
  plots: readonly T[],
  neighbours: (plot: T) => readonly { plot: T }[],
): boolean {
  const [first] = plots
  if (first === undefined) return true
  const wanted = new Set(plots)
  const open = [first]
  wanted.delete(first)
  for (let plot = open.pop(); plot !== undefined; plot = open.pop()) {
    for (const { plot: next } of neighbours(plot)) if (wanted.delete(next)) open.push(next)
  }
  return wanted.size === 0
}
