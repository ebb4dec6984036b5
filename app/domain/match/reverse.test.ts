import fc from 'fast-check'
import { expect, it } from 'vitest'
import { bruteMatch } from './brute-force.fixture'
import { AT, landArb, needArb, SECTORS, TODAY } from './land.fixture'
import { ended, matchSteps } from './match'
import { offeredLand } from './offered-land'
import { fits, needColumns } from './reverse'

const seed = Number(process.env.MATCH_SEED ?? 20261126)

it('finds for a plot or a set the needs whose match has it among its results, with the same unknowns', () => {
  let fitting = 0
  fc.assert(
    fc.property(landArb, fc.array(needArb, { minLength: 1, maxLength: 8, size: 'max' }), (land, needs) => {
      const offered = offeredLand(land.snapshot, AT)
      const columns = needColumns(needs)
      const matches = needs.map((need) => ended(matchSteps(offered, need, SECTORS, TODAY)).results)
      const indexOf = new Map(offered.plots.map((plot, index) => [plot.code, index]))
      const singles = offered.plots.map(({ code }) => [code])
      const sets = matches.flat().map(({ plots }) => plots)
      for (const plots of [...singles, ...sets]) {
        const wanted = matches.flatMap((results, need) => {
          const result = results.find((one) => one.plots.join() === plots.join())
          if (!result) return []
          const unknowns = result.criteria.filter(
            ({ kind, verdict }) => kind === 'hard' && verdict === 'unknown',
          ).length
          return [{ need, unknowns }]
        })
        fitting += wanted.length
        const indexes = plots.map((code) => indexOf.get(code) ?? -1)
        expect(fits(columns, offered, indexes, SECTORS)).toEqual(wanted)
      }
    }),
    { seed, numRuns: 120 },
  )
  expect(fitting).toBeGreaterThan(500)
})

it('agrees with the ledger: a utility counts for a need as long as, and only as long as, so much can be promised', () => {
  fc.assert(
    fc.property(landArb, needArb, fc.constantFrom('power', 'water', 'wastewater'), (land, need, kind) => {
      const asked = { power: 'powerKva', water: 'waterM3PerDay', wastewater: 'wastewaterM3PerDay' } as const
      const wish = { ...need, [asked[kind]]: need[asked[kind]] ?? 150 }
      const brute = bruteMatch(land, wish).feasible.map(({ plots }) => plots)
      const results = ended(matchSteps(offeredLand(land.snapshot, AT), wish, SECTORS, TODAY)).results
      expect(results.map(({ plots }) => plots)).toEqual(brute)
      for (const { criteria } of results) {
        const row = criteria.find((one) => one.kind === 'hard' && one.key === kind)
        if (row?.verdict === 'pass') expect(row.actual).toBeGreaterThanOrEqual(wish[asked[kind]] as number)
      }
    }),
    { seed, numRuns: 60 },
  )
})
