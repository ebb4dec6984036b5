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
  /** Its place among the plots given: a pair is measured from the same side whoever asks. */
  order: number
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
 * roads sites may span, those that face each other over at least 10 m of one. Main roads are never spanned. Plots without
 * a drawn boundary have no neighbours. A grid over the zone finds who lies near a plot, so that each is measured when it
 * is asked about, and each pair once: whoever asks about all may stop between two.
 */
export class Neighbourhood<T extends Drawn> {
  readonly #placed = new Map<T, Placed<T>>()
  readonly #cells = new Map<number, Placed<T>[]>()
  readonly #found = new Map<T, Neighbour<T>[]>()
  readonly #roads: readonly Segment[]
  readonly #reachM: number
  readonly #cellM: number

  constructor(plots: readonly T[], spanned: readonly RoadLine[] = []) {
    const first = plots.find((plot) => plot.ring)?.ring?.[0] ?? [0, 0]
    const frame = frameAt(...first)
    for (const [order, plot] of plots.entries()) {
      if (!plot.ring) continue
      const ring = plot.ring.map((position) => toMetres(frame, position))
      this.#placed.set(plot, place(plot, ring, order))
    }
    this.#roads = spanned
      .filter((road) => road.kind === 'internal')
      .flatMap(({ line, widthM }) =>
        line.slice(1).map((end, i): Segment => {
          return { a: toMetres(frame, line[i] as Position), b: toMetres(frame, end), widthM }
        }),
      )
    this.#reachM = this.#roads.reduce((most, { widthM }) => Math.max(most, widthM + VERGE_M), LEAST_SHARED_M)
    const sizes = Float64Array.from(this.#placed.values(), ({ west, south, east, north }) =>
      Math.max(east - west, north - south),
    ).sort()
    this.#cellM = Math.max(20, (sizes[sizes.length >> 1] ?? 0) + this.#reachM)
    for (const next of this.#placed.values()) {
      for (const cell of this.#cellsOf(next)) {
        const there = this.#cells.get(cell)
        if (there) there.push(next)
        else this.#cells.set(cell, [next])
      }
    }
  }

  /** Longest stretch first, then by code. */
  of(plot: T): readonly Neighbour<T>[] {
    let list = this.#found.get(plot)
    if (!list) {
      list = this.#measure(plot).sort((a, b) => b.sharedM - a.sharedM || (a.plot.code < b.plot.code ? -1 : 1))
      this.#found.set(plot, list)
    }
    return list
  }

  #measure(plot: T): Neighbour<T>[] {
    const own = this.#placed.get(plot)
    const list: Neighbour<T>[] = []
    for (const other of own ? this.#near(own) : []) {
      const known = this.#found.get(other.plot)
      if (known) {
        const pair = known.find((neighbour) => neighbour.plot === plot)
        if (pair) list.push({ ...pair, plot: other.plot })
        continue
      }
      const [one, two] = (own as Placed<T>).order < other.order ? [own as Placed<T>, other] : [other, own as Placed<T>]
      const boundaryM = sharedLengthM(one.ring, two.ring)
      const across: Across = boundaryM >= LEAST_SHARED_M ? 'boundary' : 'internal_road'
      const stretchM = across === 'boundary' ? boundaryM : facingM(one.ring, two.ring, this.#roads)
      if (across === 'internal_road' && stretchM < LEAST_FACING_M) continue
      list.push({ plot: other.plot, sharedM: Math.round(stretchM), across })
    }
    return list
  }

  /** Those whose boxes come within reach: they have a cell in common. */
  #near(own: Placed<T>): Set<Placed<T>> {
    const near = new Set<Placed<T>>()
    for (const cell of this.#cellsOf(own)) {
      for (const other of this.#cells.get(cell) ?? []) {
        const apartM = Math.max(
          own.west - other.east,
          other.west - own.east,
          own.south - other.north,
          other.south - own.north,
        )
        if (other !== own && apartM <= this.#reachM) near.add(other)
      }
    }
    return near
  }

  *#cellsOf({ west, south, east, north }: Placed<T>): Generator<number> {
    const cellOf = (metres: number) => Math.floor(metres / this.#cellM)
    const [right, high] = [cellOf(east), cellOf(north)]
    for (let column = cellOf(west - this.#reachM); column <= right; column += 1) {
      for (let row = cellOf(south - this.#reachM); row <= high; row += 1) yield column * COLUMN + row
    }
  }
}

/** Who adjoins whom among all plots of one zone, see `Neighbourhood`. */
export function adjacencyIn<T extends Drawn>(
  plots: readonly T[],
  spanned: readonly RoadLine[] = [],
): Map<T, readonly Neighbour<T>[]> {
  const around = new Neighbourhood(plots, spanned)
  return new Map(plots.map((plot) => [plot, around.of(plot)]))
}

/** More rows than a zone can have. */
const COLUMN = 2 ** 26

function place<T>(plot: T, ring: Metres[], order: number): Placed<T> {
  const box: Placed<T> = { plot, order, ring, west: Infinity, south: Infinity, east: -Infinity, north: -Infinity }
  for (const [x, y] of ring) {
    box.west = Math.min(box.west, x)
    box.east = Math.max(box.east, x)
    box.south = Math.min(box.south, y)
    box.north = Math.max(box.north, y)
  }
  return box
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

const measured = new WeakMap<object, Map<ZoneRow, Neighbourhood<PlotRow>>>()

/**
 * The plots a plot can be joined with, drafts among them: whoever shows them chooses. A pair is measured once per
 * snapshot, when one of the two is first asked about.
 */
export function neighboursOf(
  land: Pick<CatalogueSnapshot, 'plotsOfZone'>,
  plot: PlotRow,
): readonly Neighbour<PlotRow>[] {
  let zones = measured.get(land)
  if (!zones) {
    zones = new Map()
    measured.set(land, zones)
  }
  const { zone } = plot
  let found = zones.get(zone)
  if (!found) {
    found = new Neighbourhood(land.plotsOfZone.get(zone) ?? [], sitesSpanRoads(zone) ? zone.drawing?.roads : [])
    zones.set(zone, found)
  }
  return found.of(plot)
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
