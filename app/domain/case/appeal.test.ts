import { expect, test } from 'vitest'
import type { Day } from '../time/day'
import { type AppealFacts, canAppeal } from './appeal'

const day = (text: string) => text as Day
const facts: AppealFacts = { refused: true, lastDay: day('2027-02-15'), appealed: false, isAppeal: false }

test.each<[string, Partial<AppealFacts>, string, string]>([
  ['a refusal, on its last day', {}, '2027-02-15', 'ok'],
  ['a day too late', {}, '2027-02-16', 'appeal-late'],
  ['an approval', { refused: false }, '2026-12-01', 'state-forbids'],
  ['no decision yet', { refused: null, lastDay: null }, '2026-12-01', 'state-forbids'],
  ['a second time', { appealed: true }, '2026-12-01', 'already-appealed'],
  ['the decision of an appeal', { isAppeal: true }, '2026-12-01', 'state-forbids'],
])('an appeal of %s', (_, own, today, code) => {
  const verdict = canAppeal({ ...facts, ...own }, day(today))
  expect(verdict.ok ? 'ok' : verdict.refusal.code).toBe(code)
})

test('one that is late is told the last day', () => {
  expect(canAppeal(facts, day('2027-03-01'))).toMatchObject({ refusal: { values: { day: '2027-02-15' } } })
})
