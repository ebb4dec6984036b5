import { commonAreaM2, OVERLAP_TOLERANCE_M2 } from './boundary'
import { type Box, boundingBox, type Ring } from './geometry'

/** About 200 m: a plot lies in a few cells, and a cell has a few plots. */
const CELL_DEGREES = 0.002

interface Kept {
  code: string
  ring: Ring
  box: Box
}

/** Boundaries by where they lie, so that what overlaps one is found without comparing it with all. */
export class RingGrid {
  readonly #cells = new Map<string, Kept[]>()
  readonly #kept = new Map<string, Kept>()

  /** Keeps a plot's boundary; the one it had is forgotten. */
  put(code: string, ring: Ring): void {
    this.drop(code)
    const kept = { code, ring, box: boundingBox(ring) }
    this.#kept.set(code, kept)
    for (const cell of cellsOf(kept.box)) {
      const there = this.#cells.get(cell)
      if (there) there.push(kept)
      else this.#cells.set(cell, [kept])
    }
  }

  drop(code: string): void {
    const kept = this.#kept.get(code)
    if (!kept) return
    this.#kept.delete(code)
    for (const cell of cellsOf(kept.box)) {
      this.#cells.set(
        cell,
        (this.#cells.get(cell) ?? []).filter((other) => other !== kept),
      )
    }
  }

  /** Every other plot that has more than 1 m² in common with the ring, and how much, by code. */
  overlaps(code: string, ring: Ring): { code: string; commonM2: number }[] {
    const box = boundingBox(ring)
    const near = new Set(cellsOf(box).flatMap((cell) => this.#cells.get(cell) ?? []))
    const found: { code: string; commonM2: number }[] = []
    for (const other of near) {
      if (other.code === code || !meet(box, other.box)) continue
      const commonM2 = commonAreaM2(ring, other.ring)
      if (commonM2 > OVERLAP_TOLERANCE_M2) found.push({ code: other.code, commonM2 })
    }
    return found.sort((one, other) => (one.code < other.code ? -1 : 1))
  }
}

const meet = (one: Box, other: Box): boolean =>
  one.west < other.east && other.west < one.east && one.south < other.north && other.south < one.north

/** A ring that spans half the province is not worth its cells: the checks of its area refuse it anyway. */
const MOST_CELLS = 10_000

function cellsOf({ west, south, east, north }: Box): string[] {
  const at = (degrees: number) => Math.floor(degrees / CELL_DEGREES)
  const [x1, x2, y1, y2] = [at(west), at(east), at(south), at(north)]
  if ((x2 - x1 + 1) * (y2 - y1 + 1) > MOST_CELLS) return []
  const cells: string[] = []
  for (let x = x1; x <= x2; x += 1) for (let y = y1; y <= y2; y += 1) cells.push(`${x} ${y}`)
  return cells
}
