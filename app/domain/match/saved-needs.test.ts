import fc from 'fast-check'
import { expect, it } from 'vitest'
import { ended } from '../steps'
import { bruteUnknown } from './brute-force.fixture'
import { AT, landArb, SECTORS, TODAY } from './land.fixture'
import { matchSteps } from './match'
import { needArb } from './need.fixture'
import { needColumns } from './need-columns'
import { offeredLand } from './offered-land'
import { failuresOf, keysOfFailures, newlyFitting } from './saved-needs'
import { siteOf } from './site'

const seed = Number(process.env.MATCH_SEED ?? 20261126)

it('judges saved needs against plots and sets as a match of each need does', () => {
  const seen = { singles: 0, sets: 0, misses: 0 }
  fc.assert(
    fc.property(landArb, fc.array(needArb, { minLength: 3, maxLength: 8 }), ({ snapshot }, needs) => {
      const land = offeredLand(snapshot, AT)
      const columns = needColumns(needs)
      const answers = needs.map((need) => ended(matchSteps(land, { ...need, limit: 200 }, SECTORS, TODAY)))
      for (const plot of land.plots) {
        const fails = failuresOf(columns, siteOf([plot], AT), SECTORS, TODAY)
        needs.forEach((need, index) => {
          const mask = fails[index] as number
          const answer = answers[index]
          const fits = answer?.results.some(({ plots }) => plots.length === 1 && plots[0] === plot.code)
          expect(mask === 0).toBe(fits)
          seen[mask === 0 ? 'singles' : 'misses']++
          for (const key of keysOfFailures(mask, need)) {
            expect(answer?.excluded.some((excluded) => excluded.key === key)).toBe(true)
          }
        })
      }
      answers.forEach((answer, index) => {
        for (const { plots } of answer.results) {
          if (plots.length === 1) continue
          const rows = plots.flatMap((code) => snapshot.plotByCode.get(code) ?? [])
          expect(failuresOf(columns, siteOf(rows, AT), SECTORS, TODAY)[index]).toBe(0)
          seen.sets++
        }
      })
    }),
    { seed, numRuns: 220 },
  )
  expect(Math.min(...Object.values(seen))).toBeGreaterThan(100)
})

it('survives being kept as JSON', () => {
  fc.assert(
    fc.property(landArb, ({ snapshot }) => {
      for (const plot of snapshot.plots) {
        const site = siteOf([plot], AT)
        expect(JSON.parse(JSON.stringify(site))).toEqual(site)
      }
    }),
    { seed, numRuns: 20 },
  )
})

it('tells what became true, and nothing of what fitted before or does not fit now', () => {
  fc.assert(
    fc.property(landArb, landArb, fc.array(needArb, { minLength: 4, maxLength: 8 }), (one, other, needs) => {
      const [before, after] = [one, other]
        .map(({ snapshot }) => snapshot.plots[0])
        .map((plot) => plot && siteOf([plot], AT))
      if (!before || !after) return
      const columns = needColumns(needs)
      const failed = (site: typeof before) => failuresOf(columns, site, SECTORS, TODAY)
      const found = new Map(
        newlyFitting(columns, before, after, SECTORS, TODAY).map(({ index, became }) => [index, became]),
      )
      needs.forEach((need, index) => {
        const fitsNow = after.offered && failed(after)[index] === 0
        const fitted = before.offered && failed(before)[index] === 0
        const unknown = bruteUnknown(other, need, after.plots)
        const mended = keysOfFailures(failed(before)[index] as number, need).filter((key) => !unknown.includes(key))
        expect(found.has(index)).toBe(fitsNow && !fitted && (!before.offered || mended.length > 0))
        if (found.has(index)) expect(found.get(index)).toEqual(before.offered ? mended : ['offered'])
      })
    }),
    { seed, numRuns: 150 },
  )
})
