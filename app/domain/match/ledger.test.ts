import fc from 'fast-check'
import { expect, it } from 'vitest'
import { type CapacityHold, liveHolds, promisableFrom } from '../land/capacity'
import { capacityOn } from '../land/capacity-on'
import { type CatalogueSnapshot, makeSnapshot, type PlotRow } from '../land/catalogue'
import { ended } from '../steps'
import { addDays } from '../time/day'
import { restOf } from './brute-force.fixture'
import { AT, landArb, SECTORS, TODAY } from './land.fixture'
import { matchSteps } from './match'
import type { Need } from './need'
import { offeredLand } from './offered-land'

const seed = Number(process.env.MATCH_SEED ?? 20261126)

/** A hold asked of a node of a plot, or the release of one of the holds made before. */
const stepArb = fc.record({
  plot: fc.nat(),
  node: fc.nat(),
  amount: fc.integer({ min: 1, max: 120 }),
  neededIn: fc.constantFrom(0, 30, 200),
  release: fc.boolean(),
})

/** The land again, as a snapshot reads it after a change. */
function reread({ version, zones, plots, places }: CatalogueSnapshot): CatalogueSnapshot {
  const nodes = new Map(zones.flatMap((zone) => zone.nodes).map((node) => [node, { ...node, holds: [...node.holds] }]))
  const again = new Map(
    zones.map((zone) => [zone, { ...zone, nodes: zone.nodes.flatMap((one) => nodes.get(one) ?? []) }]),
  )
  const rows = plots.map((plot): PlotRow => {
    return {
      ...plot,
      zone: again.get(plot.zone) ?? plot.zone,
      nodes: plot.nodes.flatMap((one) => nodes.get(one) ?? []),
    }
  })
  return makeSnapshot(version + 1, [...again.values()], rows, places)
}

it('never disagrees with the ledger, of a plot or a set, whatever is held and released', () => {
  let sets = 0
  let held = 0
  let released = 0
  fc.assert(
    fc.property(landArb, fc.array(stepArb, { minLength: 4, maxLength: 12, size: 'max' }), (land, steps) => {
      let { snapshot } = land
      const made: { node: string; hold: CapacityHold }[] = []
      for (const { plot: which, node: index, amount, neededIn, release } of steps) {
        const plot = snapshot.plots[which % Math.max(1, snapshot.plots.length)]
        const node = plot?.nodes[index % Math.max(1, plot.nodes.length)]
        if (!plot || !node) continue
        const last = release ? made.pop() : undefined
        if (last) {
          const kept = snapshot.zones.flatMap((zone) => zone.nodes).find(({ id }) => id === last.node)
          if (kept) kept.holds = kept.holds.map((one) => (one === last.hold ? { ...one, until: AT.now } : one))
          released++
        } else if (promisableFrom(addDays(TODAY, neededIn), node.entries, liveHolds(node.holds, AT.now)) >= amount) {
          const until = new Date(AT.now.getTime() + 86_400_000)
          const hold = { amount, from: new Date(AT.now.getTime() - 1_000), until, neededOn: addDays(TODAY, neededIn) }
          node.holds.push(hold)
          made.push({ node: node.id, hold })
          held++
        }
        const day = addDays(TODAY, neededIn)
        const need = { sector: 'wood', areaMinM2: 1, readyBy: day, powerKva: amount, waterM3PerDay: amount, limit: 200 }
        const answer = ended(matchSteps(offeredLand(snapshot, AT), need, SECTORS, TODAY))
        for (const { plots, criteria } of answer.results) {
          const row = snapshot.plotByCode.get(plots[0] as string) as PlotRow
          const live = { ...row, nodes: row.nodes.map((one) => ({ ...one, holds: liveHolds(one.holds, AT.now) })) }
          const left = capacityOn(live, day, TODAY)
          for (const kind of ['power', 'water'] as const) {
            const said = criteria.find((one) => one.kind === 'hard' && one.key === kind)
            expect(said?.actual).toBe(left[kind])
            expect(said?.verdict).toBe(left[kind] === null ? 'unknown' : 'pass')
          }
        }
        const joined: Need = { ...need, areaMinM2: 80_000, allowSets: true, maxSetSize: 3 }
        for (const { plots, criteria } of ended(matchSteps(offeredLand(snapshot, AT), joined, SECTORS, TODAY))
          .results) {
          const rows = plots.flatMap((code) => snapshot.plotByCode.get(code) ?? [])
          sets += plots.length > 1 ? 1 : 0
          for (const kind of ['power', 'water'] as const) {
            expect(criteria.find((one) => one.kind === 'hard' && one.key === kind)?.actual).toBe(
              restOf(rows, kind, joined),
            )
          }
        }
        const holds = made.map(({ hold }) => hold)
        snapshot = reread(snapshot)
        expect(snapshot.zones.flatMap((zone) => zone.nodes).flatMap((one) => one.holds)).toEqual(
          expect.arrayContaining(holds),
        )
      }
    }),
    { seed, numRuns: 80 },
  )
  expect(held).toBeGreaterThan(40)
  expect(released).toBeGreaterThan(10)
  expect(sets).toBeGreaterThan(100)
})
