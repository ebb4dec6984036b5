import { expect, it } from 'vitest'
import type { MatchAnswer } from './match'
import { runChanges } from './run-changes'

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

it('tells what left, what joined and what moved', () => {
  const then = answer(['A', 90], ['B+C', 80], ['D', 70])
  expect(runChanges(then, then)).toEqual([])
  expect(runChanges(then, answer(['E', 95], ['A', 90], ['D', 71.5]))).toEqual([
    { site: 'B+C', from: 80, to: null },
    { site: 'D', from: 70, to: 71.5 },
    { site: 'E', from: null, to: 95 },
  ])
})
