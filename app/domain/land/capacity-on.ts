import type { Day } from '../time/day'
import { promisableFrom, UTILITY_KINDS, type UtilityKind } from './capacity'
import { isStale, type NodeRow, type PlotRow, type ZoneRow } from './catalogue'

/** The nodes whose remainder somebody answers for today, or never set an end to: what the others have counts as unknown. */
export const knownNodes = (nodes: readonly NodeRow[], today: Day): NodeRow[] =>
  nodes.filter((node) => !isStale(node.confirmedUntil ?? null, today))

/** Until when what remains at nodes holds: the soonest of their days; null where nobody set one. */
export function capacityHolding(nodes: readonly NodeRow[], today: Day): { confirmedUntil: Day | null; stale: boolean } {
  const [first = null] = nodes.flatMap(({ confirmedUntil }) => confirmedUntil ?? []).sort()
  return { confirmedUntil: first, stale: isStale(first, today) }
}

/**
 * What can be promised from a day on of each utility at the best single node that serves the plot; null where none
 * serves it, or what remains there is not known today.
 */
export function capacityOn(plot: PlotRow, day: Day, today: Day): Record<UtilityKind, number | null> {
  const best: Record<UtilityKind, number | null> = { power: null, water: null, wastewater: null }
  for (const node of knownNodes(plot.nodes, today)) {
    const rest = promisableFrom(day, node.entries, node.holds)
    const known = best[node.kind]
    if (known === null || rest > known) best[node.kind] = rest
  }
  return best
}

/** What can be promised from today on in a zone, summed over its nodes of a kind; null where it has none that is known. */
export function zoneCapacityOn(zone: ZoneRow, today: Day): Record<UtilityKind, number | null> {
  const sums: Record<UtilityKind, number | null> = { power: null, water: null, wastewater: null }
  for (const kind of UTILITY_KINDS) {
    const nodes = knownNodes(zone.nodes, today).filter((node) => node.kind === kind)
    if (nodes.length > 0)
      sums[kind] = nodes.reduce((sum, node) => sum + promisableFrom(today, node.entries, node.holds), 0)
  }
  return sums
}
