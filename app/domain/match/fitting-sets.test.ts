import fc from 'fast-check'
import { expect, it } from 'vitest'
import { ended } from '../steps'
import { addDays } from '../time/day'
import { bruteFailures, bruteMatch, bruteUnknown } from './brute-force.fixture'
import { fittingSets, newlyFittingSets } from './fitting-sets'
import { AT, type Land, landArb, SECTORS, TODAY } from './land.fixture'
import { changedLandArb } from './land-change.fixture'
import type { Need } from './need'
import { joiningNeedArb, needArb } from './need.fixture'
import { needColumns } from './need-columns'
import { type SeenPlot, seenZone } from './site'

const seed = Number(process.env.MATCH_SEED ?? 20261126)
const half = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined, freq: 1 })
/** Needs that a change of price, day or capacity decides. */
const tightNeedArb: fc.Arbitrary<Need> = fc.record({
  sector: fc.constantFrom('wood', 'tanning'),
  areaMinM2: fc.constantFrom(50_000, 80_000),
  readyBy: half(fc.constant(addDays(TODAY, 100))),
  powerKva: half(fc.constantFrom(200, 400)),
  maxPriceUsdPerM2: half(fc.constantFrom(80, 90, 100)),
  maxSetSize: fc.integer({ min: 2, max: 5 }),
})
const needsArb = fc.array(
  fc.oneof(joiningNeedArb, needArb, tightNeedArb).map((need): Need => ({ ...need, allowSets: true })),
  { minLength: 3, maxLength: 8 },
)

/** Each zone's plots as alerts see and keep them. */
function seenZones({ snapshot }: Land): Map<string, Map<string, SeenPlot>> {
  const kept = (plots: Map<string, SeenPlot>) => new Map(JSON.parse(JSON.stringify([...plots]))) as typeof plots
  return new Map(snapshot.zones.map((zone) => [zone.code, kept(ended(seenZone(snapshot, zone, AT)))]))
}

const setsOf = (land: Land, need: Need) => bruteMatch(land, need).feasible.filter(({ plots }) => plots.length > 1)
const told = (index: number, plots: readonly string[]) => `${index} ${plots.join('+')}`

it('finds through a plot exactly the sets a match of each need has with that plot', () => {
  let found = 0
  fc.assert(
    fc.property(landArb, needsArb, (land, needs) => {
      const judging = { columns: needColumns(needs), sectors: SECTORS, today: TODAY }
      const wanted = needs.map((need) => setsOf(land, need))
      for (const zone of seenZones(land).values()) {
        for (const code of zone.keys()) {
          const sets = [...fittingSets(judging, zone, [code])].flatMap((one) => one ?? [])
          expect(sets.map(({ index, plots }) => told(index, plots)).sort()).toEqual(
            wanted
              .flatMap((list, index) => list.map(({ plots }) => ({ index, plots })))
              .filter(({ plots }) => plots.includes(code))
              .map(({ index, plots }) => told(index, plots))
              .sort(),
          )
          found += sets.length
        }
      }
    }),
    { seed, numRuns: 60 },
  )
  expect(found).toBeGreaterThan(150)
})

it('tells of every set that comes to fit because of any of its plots, of nothing else, and what became true', () => {
  const seen: Record<string, number> = {}
  fc.assert(
    fc.property(changedLandArb, needsArb, ({ before, after }, needs) => {
      const judging = { columns: needColumns(needs), sectors: SECTORS, today: TODAY }
      const [was, is] = [seenZones(before), seenZones(after)]
      const news = new Map<string, string[]>()
      for (const [code, zone] of is) {
        const old = was.get(code) ?? new Map<string, SeenPlot>()
        const changed = [...zone].filter(([plot, now]) => JSON.stringify(old.get(plot)) !== JSON.stringify(now))
        const through = changed.map(([plot]) => plot)
        for (const one of newlyFittingSets(judging, old, zone, through)) {
          if (!one) continue
          expect(news.has(told(one.index, one.plots))).toBe(false)
          news.set(told(one.index, one.plots), one.became)
        }
      }
      const wanted: string[] = []
      needs.forEach((need, index) => {
        const fitted = new Set(setsOf(before, need).map(({ plots }) => plots.join('+')))
        for (const { plots } of setsOf(after, need)) {
          if (fitted.has(plots.join('+'))) continue
          const failed = bruteFailures(before, need, plots)
          const unknown = bruteUnknown(after, need, plots)
          const mended = failed?.filter((key) => !unknown.includes(key)) ?? ['offered']
          if (failed && mended.length < failed.length) seen.forgotten = (seen.forgotten ?? 0) + 1
          if (mended.length === 0) continue
          wanted.push(told(index, plots))
          const became = news.get(told(index, plots)) ?? []
          for (const key of became) seen[key] = (seen[key] ?? 0) + 1
          expect([...became].sort()).toEqual(mended)
        }
      })
      expect([...news.keys()].sort()).toEqual(wanted.sort())
    }),
    { seed, numRuns: 400 },
  )
  for (const key of ['offered', 'joined', 'area', 'price', 'readyBy', 'power', 'sector', 'forgotten']) {
    expect([key, (seen[key] ?? 0) > 1]).toEqual([key, true])
  }
})
