// Random land that changes: plots cheaper, larger, ready sooner, offered or let, moved away from their neighbours,
// served by other nodes; nodes with more or less; zones with other lists.
import fc from 'fast-check'
import { makeSnapshot, type NodeRow, type PlotRow, type ZoneRow } from '../land/catalogue'
import { addDays } from '../time/day'
import { type Land, landArb, type Placed, TODAY } from './land.fixture'
import { ENVIRONMENT_GROUPS } from './need'

const plotChangeArb = fc.oneof(
  { weight: 6, arbitrary: fc.record({ price: fc.constantFrom(null, 30, 30, 60, 120, 160) }) },
  fc.record({ areaM2: fc.integer({ min: 1, max: 7 }).map((n) => n * 10_000) }),
  { weight: 4, arbitrary: fc.record({ readyIn: fc.constantFrom(-30, 40, 200, 700) }) },
  fc.record({ commercial: fc.constantFrom<PlotRow['commercial']>('offered', 'offered', 'leased') }),
  fc.record({ termEndYear: fc.constantFrom(2040, 2060, 2090) }),
  fc.record({ ownSectors: fc.constantFrom<string[]>([], ['wood'], ['tanning']) }),
  fc.record({ nodes: fc.nat({ max: 15 }) }),
  fc.record({ moved: fc.constant(true) }),
)
type PlotChange = typeof plotChangeArb extends fc.Arbitrary<infer T> ? T : never

const zoneChangeArb = fc.oneof(
  fc.record({ groups: fc.subarray([...ENVIRONMENT_GROUPS]) }),
  fc.record({ sectors: fc.constantFrom<string[]>(['wood'], ['multi_sector'], ['tanning']) }),
  { weight: 3, arbitrary: fc.record({ added: fc.constantFrom(-200, 300, 600) }) },
)
type ZoneChange = typeof zoneChangeArb extends fc.Arbitrary<infer T> ? T : never

/** Land, and the same land after some changes, or before them. */
export const changedLandArb: fc.Arbitrary<{ before: Land; after: Land }> = fc
  .tuple(
    landArb,
    fc.array(fc.tuple(fc.nat(), plotChangeArb), { minLength: 3, maxLength: 14, size: 'max' }),
    fc.option(fc.tuple(fc.nat(), zoneChangeArb), { nil: null, freq: 2 }),
    fc.boolean(),
  )
  .map(([before, plotChanges, zoneChange, backwards]) => {
    const zones = new Map(before.snapshot.zones.map((zone) => [zone, zone]))
    const nodes = new Map<NodeRow, NodeRow>()
    const [which, change] = zoneChange ?? []
    const zone = which === undefined ? undefined : before.snapshot.zones[which % before.snapshot.zones.length]
    if (zone && change) zones.set(zone, changedZone(zone, change, nodes))
    const placed = before.placed.map((one): Placed => {
      const { plot } = one
      return {
        ...one,
        plot: {
          ...plot,
          zone: zones.get(plot.zone) as ZoneRow,
          nodes: plot.nodes.map((node) => nodes.get(node) ?? node),
        },
      }
    })
    for (const [at, plotChange] of plotChanges) {
      const index = at % placed.length
      placed[index] = changedPlot(placed[index] as Placed, plotChange, index)
    }
    const { version, places } = before.snapshot
    const plots = placed.map(({ plot }) => plot)
    const after = { snapshot: makeSnapshot(version + 1, [...zones.values()], plots, places), placed }
    return backwards ? { before: after, after: before } : { before, after }
  })

function changedZone(zone: ZoneRow, change: ZoneChange, nodes: Map<NodeRow, NodeRow>): ZoneRow {
  if ('groups' in change) return { ...zone, details: { ...zone.details, environmentGroups: change.groups } }
  if ('sectors' in change) return { ...zone, sectors: change.sectors }
  for (const node of zone.nodes) {
    const entries = [...node.entries, { kind: 'built' as const, amount: change.added, from: addDays(TODAY, 20) }]
    nodes.set(node, { ...node, entries })
  }
  return { ...zone, nodes: [...nodes.values()] }
}

/** No two plots that move come to lie side by side. */
const AWAY_DEGREES = 0.05

function changedPlot(one: Placed, change: PlotChange, index: number): Placed {
  const { plot } = one
  const part = (changed: Partial<PlotRow>): Placed => ({ ...one, plot: { ...plot, ...changed } })
  if ('price' in change)
    return part({ price: change.price === null ? null : { usdPerM2: change.price, confirmedUntil: null } })
  if ('readyIn' in change) {
    const latest = addDays(TODAY, change.readyIn)
    return part({ readyBy: { earliest: latest, latest }, rungConfirmedUntil: null })
  }
  if ('nodes' in change) return part({ nodes: plot.zone.nodes.filter((_, n) => (change.nodes & (1 << n)) !== 0) })
  if ('moved' in change) {
    const ring = plot.ring?.map(([lon, lat]): [number, number] => [lon, lat + AWAY_DEGREES + index * 0.01]) ?? null
    return { plot: { ...plot, ring }, row: one.row + 100 + index * 5, column: one.column }
  }
  return part(change)
}
