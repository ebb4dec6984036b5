import fc from 'fast-check'
import { expect, it } from 'vitest'
import { ended } from '../steps'
import { AT, landArb, SECTORS, TODAY } from './land.fixture'
import { type MatchAnswer, matchSteps } from './match'
import { joiningNeedArb, needArb } from './need.fixture'
import { offeredLand } from './offered-land'
import { questionOf } from './question'
import { runChanges, type Standing, standingIn } from './run-changes'

const answer = (...results: [site: string, score: number][]): MatchAnswer => ({
  dataVersion: '1',
  ruleVersion: '1',
  feasibleCount: results.length,
  results: results.map(([site, score]) => ({
    plots: site.split('+'),
    zone: 'Z',
    areaM2: 1,
    score,
    criteria: [],
    warnings: [],
  })),
  excluded: [],
  relaxations: [],
})

const fits = (score: number): Standing => ({ fits: true, score })

it('tells what left and why, what joined and what moved, and nothing of what others pushed off the list', () => {
  const then = answer(['A', 90], ['B+C', 80], ['D', 70], ['E', 60])
  const standings: Record<string, Standing> = {
    A: fits(90),
    'B+C': { fits: false, why: 'fails', keys: ['price'] },
    D: fits(71.5),
    E: fits(60),
  }
  const standing = (codes: readonly string[]) => standings[codes.join('+')] as Standing
  expect(runChanges(then, answer(['A', 90]), () => fits(90)).filter(({ site }) => site === 'A')).toEqual([])
  expect(runChanges(then, answer(['F', 95], ['A', 90], ['D', 71.5]), standing)).toEqual([
    { site: 'B+C', from: 80, now: { fits: false, why: 'fails', keys: ['price'] } },
    { site: 'D', from: 70, now: fits(71.5) },
    { site: 'F', from: null, now: fits(95) },
  ])
})

it('judges a kept candidate of today as a match of today does', () => {
  let left = 0
  fc.assert(
    fc.property(landArb, landArb, fc.oneof(needArb, joiningNeedArb), (one, other, need) => {
      const then = ended(matchSteps(offeredLand(one.snapshot, AT), need, SECTORS, TODAY))
      const land = offeredLand(other.snapshot, AT)
      const now = ended(matchSteps(land, need, SECTORS, TODAY))
      const standing = standingIn(questionOf(land, need, SECTORS, TODAY))
      for (const { plots, score } of now.results) expect(standing(plots)).toEqual(fits(score))
      for (const { site, now: today } of runChanges(then, now, standing)) {
        const listed = now.results.find(({ plots }) => plots.join('+') === site)
        expect(today.fits ? today.score : null).toBe(listed?.score ?? null)
        if (!today.fits) left++
      }
    }),
    { seed: 20261126, numRuns: 150 },
  )
  expect(left).toBeGreaterThan(100)
})
