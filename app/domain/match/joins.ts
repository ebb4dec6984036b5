import { neighboursOf } from '../land/adjacency'
import type { CatalogueSnapshot, PlotRow } from '../land/catalogue'
import type { Steps } from '../steps'

/** Which offered plots can be joined with which: the neighbours of plot `i` are `to[start[i]]` up to `to[start[i + 1]]`. */
export interface Joins {
  start: Uint32Array
  to: Uint32Array
}

/** Plots whose neighbours are looked for between two pauses. */
const STRIDE = 64

/** The joins among some plots, by their index; neighbours that are not among them are left out. Pauses now and then. */
export function* joinsAmong(snapshot: CatalogueSnapshot, plots: readonly PlotRow[]): Steps<Joins> {
  const index = new Map(plots.map((plot, at) => [plot, at]))
  const start = new Uint32Array(plots.length + 1)
  const to: number[] = []
  for (const [at, plot] of plots.entries()) {
    if (at % STRIDE === STRIDE - 1) yield
    for (const other of neighboursOf(snapshot, plot)) {
      const found = index.get(other.plot)
      if (found !== undefined) to.push(found)
    }
    start[at + 1] = to.length
  }
  return { start, to: Uint32Array.from(to) }
}

/** The neighbours of a plot by index. */
export const neighboursAt = (joins: Joins, index: number): Uint32Array =>
  joins.to.subarray(joins.start[index] as number, joins.start[index + 1] as number)
