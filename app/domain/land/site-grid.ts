import { chance } from './chance'
import { linesMeet, type Metres, planeAreaM2 } from './geometry'
import type { ServiceUse, SiteLayout } from './site-layout'
import type { SiteShape } from './site-shape'

type Line = readonly [Metres, Metres]

export interface Cell {
  row: number
  /** Row it ends in: the same, or one further for a plot of the full depth. */
  lastRow: number
  block: number
  phase: number
  use: ServiceUse | 'plot'
  corners: Metres[]
}

const meet = (one: Line, other: Line): Metres => linesMeet(one[0], one[1], other[0], other[1])
const shift = ([a, b]: Line, dx: number, dy: number): Line => [
  [a[0] + dx, a[1] + dy],
  [b[0] + dx, b[1] + dy],
]
const upright = (x: number): Line => [
  [x, 0],
  [x, 1],
]
const at = <T>(list: readonly T[], index: number): T => list[index] as T

/** Everything inside the buffer of a shape, for one width of the buffer. */
export class SiteGrid {
  readonly meanWidthM: number
  private readonly last: number
  /** How much longer an inset is along a level, or across one, than square to the steepest edge there. */
  private readonly slant: { left: number; right: number; top: number; bottom: number }

  constructor(
    readonly layout: SiteLayout,
    readonly shape: SiteShape,
    readonly bufferM: number,
    private readonly key: string,
  ) {
    this.last = layout.levels.length - 1
    const widths = shape.left.map((p, k) => at(shape.right, k)[0] - p[0])
    this.meanWidthM = widths.reduce((sum, w) => sum + w, 0) / widths.length
    const steepest = (chain: readonly Metres[]): number =>
      Math.max(
        ...chain.slice(1).map(([x, y], k) => {
          const [x0, y0] = at(chain, k)
          return Math.hypot(x - x0, y - y0) / Math.abs(y - y0)
        }),
      )
    const across = (k: number): number => {
      const [a, b] = [at(shape.left, k), at(shape.right, k)]
      return Math.hypot(b[0] - a[0], b[1] - a[1]) / Math.abs(b[0] - a[0])
    }
    this.slant = {
      left: steepest(shape.left),
      right: steepest(shape.right),
      top: across(0),
      bottom: across(this.last),
    }
  }

  /** The width of the road on a level, on a cross road. */
  levelRoadM(k: number): number {
    return this.layout.entrances.some((e) => 'level' in e && e.level === k) ? this.layout.mainRoadM : this.layout.roadM
  }
  crossRoadM(i: number): number {
    return i === 0 ? this.layout.mainRoadM : this.layout.roadM
  }
  crossAt(i: number): number {
    return at(this.layout.crossRoads, i) * this.meanWidthM
  }

  private level(k: number, inset: number): Line {
    const down = k === 0 ? -inset * this.slant.top : k === this.last ? inset * this.slant.bottom : 0
    return shift([at(this.shape.left, k), at(this.shape.right, k)], 0, down)
  }
  private sideLine(band: number, side: 'left' | 'right', inset: number): Line {
    const chain = this.shape[side]
    const dx = inset * this.slant[side]
    return shift([at(chain, band), at(chain, band + 1)], side === 'left' ? dx : -dx, 0)
  }

  /** The ring at a distance inside the outline's corners, and the ends of each level on it. */
  insetRing(inset: number): { ring: Metres[]; left: Metres[]; right: Metres[] } {
    const ends = (side: 'left' | 'right'): Metres[] =>
      this.layout.levels.map((_, k) => {
        const band = Math.min(k, this.last - 1)
        if (k > 0 && k < this.last) {
          const [x, y] = at(this.shape[side], k)
          const dx = inset * this.slant[side]
          return [side === 'left' ? x + dx : x - dx, y]
        }
        return meet(this.level(k, inset), this.sideLine(band, side, inset))
      })
    const [left, right] = [ends('left'), ends('right')]
    return { ring: [...left, ...[...right].reverse()], left, right }
  }

  /** The centre line of a level's road, left to right. */
  levelRoad(k: number): Line {
    const { roadM, sideRoads } = this.layout
    const edge = k === 0 || k === this.last
    const inset = this.bufferM + roadM / 2
    const line = this.level(k, edge ? inset : 0)
    const sideInset = sideRoads ? inset : this.bufferM
    const band = Math.min(k, this.last - 1)
    if (!edge) {
      const [l, r] = [at(this.shape.left, k), at(this.shape.right, k)]
      return [
        [l[0] + sideInset * this.slant.left, l[1]],
        [r[0] - sideInset * this.slant.right, r[1]],
      ]
    }
    return [meet(line, this.sideLine(band, 'left', sideInset)), meet(line, this.sideLine(band, 'right', sideInset))]
  }

  /** The centre line of a cross road, top to bottom. */
  crossRoad(i: number): Line {
    const line = upright(this.crossAt(i))
    return [meet(line, this.levelRoad(0)), meet(line, this.levelRoad(this.last))]
  }

  /** All cells, row by row from the top and from left to right. */
  cells(): Cell[] {
    let row = 0
    let block = 0
    return this.layout.bands.flatMap((band, j) => {
      const firstBlock = block
      const firstRow = row
      block += band.blocks.length
      row += band.rows
      return band.blocks.flatMap((_, i) => this.blockCells(j, i, firstRow, firstBlock + i))
    })
  }

  private rowLines(j: number): Line[] {
    const { bufferM, last } = this
    const edgeM = bufferM + this.layout.roadM
    const lid = j === 0 ? this.level(0, edgeM) : shift(this.level(j, 0), 0, -this.levelRoadM(j) / 2)
    const floor = j + 1 === last ? this.level(last, edgeM) : shift(this.level(j + 1, 0), 0, this.levelRoadM(j + 1) / 2)
    if (at(this.layout.bands, j).rows === 1) return [lid, floor]
    const middle = (x: number): Metres => [x, (meet(upright(x), lid)[1] + meet(upright(x), floor)[1]) / 2]
    return [lid, [middle(0), middle(100)], floor]
  }

  /** The lines between columns of a block, left to right, and what stands between them. */
  private columnLines(j: number, i: number, rows: readonly Line[]): { lines: Line[]; strips: number[] } {
    const band = at(this.layout.bands, j)
    const spec = at(band.blocks, i)
    const sideInset = this.bufferM + (this.layout.sideRoads ? this.layout.roadM : 0)
    const from =
      i === 0 ? this.sideLine(j, 'left', sideInset) : upright(this.crossAt(i - 1) + this.crossRoadM(i - 1) / 2)
    const to =
      i === band.blocks.length - 1
        ? this.sideLine(j, 'right', sideInset)
        : upright(this.crossAt(i) - this.crossRoadM(i) / 2)
    const middle = at(rows, rows.length === 3 ? 1 : 0)
    const start = meet(from, middle)[0] + (spec.left?.width ?? 0) * this.meanWidthM
    const end = meet(to, middle)[0] - (spec.right?.width ?? 0) * this.meanWidthM
    const weights = Array.from({ length: spec.columns }, (_, c) => 0.86 + 0.28 * chance(this.key, 'col', j, i, c))
    const whole = weights.reduce((sum, w) => sum + w, 0)
    const lines: Line[] = spec.left ? [from, upright(start)] : [from]
    let x = start
    for (const weight of weights.slice(0, -1)) {
      x += (weight / whole) * (end - start)
      lines.push(upright(x))
    }
    if (spec.right) lines.push(upright(end))
    lines.push(to)
    return { lines, strips: [...(spec.left ? [0] : []), ...(spec.right ? [lines.length - 2] : [])] }
  }

  private blockCells(j: number, i: number, firstRow: number, block: number): Cell[] {
    const band = at(this.layout.bands, j)
    const spec = at(band.blocks, i)
    const rows = this.rowLines(j)
    const { lines, strips } = this.columnLines(j, i, rows)
    const offset = spec.left ? 1 : 0
    const isFull = (c: number): boolean =>
      band.rows === 2 && !strips.includes(c) && (spec.full ?? []).includes(c - offset)
    const cells: Cell[] = []
    for (let c = 0; c < lines.length - 1; c++) {
      const [l, r] = [at(lines, c), at(lines, c + 1)]
      const base = { block, phase: band.phase }
      if (isFull(c)) {
        const [lid, middle, floor] = rows as [Line, Line, Line]
        // A corner of the neighbour on this plot's side is a vertex here too, so shared edges agree exactly.
        const onLeft = c > 0 && !isFull(c - 1) ? [meet(l, middle)] : []
        const onRight = c < lines.length - 2 && !isFull(c + 1) ? [meet(r, middle)] : []
        const corners = [meet(l, lid), ...onLeft, meet(l, floor), meet(r, floor), ...onRight, meet(r, lid)]
        cells.push({ ...base, row: firstRow, lastRow: firstRow + 1, use: 'plot', corners })
        continue
      }
      const stripCells = !strips.includes(c) ? null : c === 0 && spec.left ? spec.left : spec.right
      for (let k = 0; k < band.rows; k++) {
        const [lid, floor] = [at(rows, k), at(rows, k + 1)]
        cells.push({
          ...base,
          row: firstRow + k,
          lastRow: firstRow + k,
          use: stripCells ? (stripCells.cells[k] ?? 'park') : 'plot',
          corners: [meet(l, lid), meet(l, floor), meet(r, floor), meet(r, lid)],
        })
      }
    }
    return cells
  }
}

/** The grid whose plots add up to `plotAreaM2`: the wider the green buffer, the smaller the plots. */
export const fitGrid = (layout: SiteLayout, shape: SiteShape, plotAreaM2: number, key: string): SiteGrid => {
  let low = 0
  let high = Math.abs(shape.left[0]?.[0] ?? 100)
  for (let round = 0; round < 60; round++) {
    const bufferM = (low + high) / 2
    const plots = new SiteGrid(layout, shape, bufferM, key).cells().filter((cell) => cell.use === 'plot')
    const area = plots.reduce((sum, cell) => sum + planeAreaM2(cell.corners), 0)
    if (area > plotAreaM2) low = bufferM
    else high = bufferM
  }
  return new SiteGrid(layout, shape, (low + high) / 2, key)
}
