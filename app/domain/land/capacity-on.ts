import type { Day } from '../time/day'
import { promisableFrom, UTILITY_KINDS, type UtilityKind } from './capacity'
import type { PlotRow, ZoneRow } from './catalogue'

/** What can be promised from a day on of each utility at the best single node that serves the plot; null where none serves it. */
export function capacityOn(plot: PlotRow, day: Day): Record<UtilityKind, number | null> {
  const best: Record<UtilityKind, number | null> = { power: null, water: null, wastewater: null }
  for (const node of plot.nodes) {
    const rest = promisableFrom(day, node.entries, node.holds)
    const known = best[node.kind]
    if (known === null || rest > known) best[node.kind] = rest
  }
  return best
}

/** What can be promised from a day on in a zone, summed over its nodes of a kind; null where it has none. */
export function zoneCapacityOn(zone: ZoneRow, day: Day): Record<UtilityKind, number | null> {
  const sums: Record<UtilityKind, number | null> = { power: null, water: null, wastewater: null }
  for (const kind of UTILITY_KINDS) {
    const nodes = zone.nodes.filter((node) => node.kind === kind)
    if (nodes.length > 0)
      sums[kind] = nodes.reduce((sum, node) => sum + promisableFrom(day, node.entries, node.holds), 0)
  }
  return sums
}
