import type { Day } from '../time/day'
import { type CatalogueSnapshot, isReadablePlot, type PlotRow } from './catalogue'

/** Since when a plot is not offered any more, and what took its place. */
export interface Retired {
  on: Day
  became: string[]
}

/** Since when a plot is retired and what took its place: to a visitor only the successors that are public. */
export function retiredFor(land: CatalogueSnapshot, plot: PlotRow, seesDrafts: boolean): Retired | null {
  if (!plot.retired) return null
  const { on, became } = plot.retired
  const isSeen = (code: string) => {
    const successor = land.plotByCode.get(code)
    return successor !== undefined && (seesDrafts || isReadablePlot(successor))
  }
  return { on, became: became.filter(isSeen) }
}

/** Of some plots those that are retired, in the order asked; for pages that name land others asked for. */
export const retiredAmong = (
  land: CatalogueSnapshot,
  codes: readonly string[],
  seesDrafts: boolean,
): (Retired & { code: string })[] =>
  codes.flatMap((code) => {
    const plot = land.plotByCode.get(code)
    const retired = plot ? retiredFor(land, plot, seesDrafts) : null
    return retired ? [{ code, ...retired }] : []
  })
