import { ok, refuse, type Verdict } from '../verdict'

/** A plot in a split or a merger. */
interface PlotNamed {
  id: string
  code: string
}

/** A split or a merger: what went in was replaced by what came out. A realignment replaces nothing and is none. */
export interface LandChange {
  before: readonly PlotNamed[]
  after: readonly PlotNamed[]
}

/**
 * The plots that have the land of the plots asked for today: themselves, all that they were split into, or the merger
 * of nothing but them. `changes` in the order in which they were made. Refuses `plot-retired` with what it became where
 * a plot was merged with land that was not asked for: that would be more than was asked.
 */
export function sameLand(plotIds: readonly string[], changes: readonly LandChange[]): Verdict<string[]> {
  const land = new Set(plotIds)
  for (const { before, after } of changes) {
    const [first, ...others] = before.filter(({ id }) => land.has(id))
    if (!first) continue
    if (others.length + 1 < before.length) {
      return refuse('plot-retired', { code: first.code, became: after.map(({ code }) => code).join(', ') })
    }
    for (const { id } of before) land.delete(id)
    for (const { id } of after) land.add(id)
  }
  return ok([...land].sort())
}
