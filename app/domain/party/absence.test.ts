import { expect, test } from 'vitest'
import type { Day } from '../time/day'
import { absencesOverlap, checkAbsence } from './absence'

const period = (from: string, until: string) => ({ fromDay: from as Day, untilDay: until as Day })
const TODAY = '2026-11-16' as Day
const check = (own: Partial<Parameters<typeof checkAbsence>[0]>, away: Parameters<typeof checkAbsence>[1] = []) => {
  const absence = { ...period('2026-11-16', '2026-11-20'), personId: 'a', deputyId: 'b', ...own }
  const verdict = checkAbsence(absence, away, TODAY)
  return verdict.ok ? 'ok' : `${verdict.refusal.code} ${verdict.refusal.field}`
}

test('an absence begins today or later, ends no earlier, lasts a year at most, and has somebody else', () => {
  expect(check({})).toBe('ok')
  expect(check(period('2026-11-16', '2026-11-16'))).toBe('ok')
  expect(check(period('2026-11-15', '2026-11-20'))).toBe('day-past fromDay')
  expect(check(period('2026-11-20', '2026-11-19'))).toBe('days-reversed untilDay')
  expect(check(period('2026-11-16', '2027-11-16'))).toBe('ok')
  expect(check(period('2026-11-16', '2027-11-17'))).toBe('out-of-range untilDay')
  expect(check({ deputyId: 'a' })).toBe('deputy-self deputyId')
})

test('a deputy is there on every one of the days', () => {
  expect(check({}, [period('2026-11-21', '2026-11-25')])).toBe('ok')
  expect(check({}, [period('2026-11-20', '2026-11-25')])).toBe('deputy-away deputyId')
  expect(absencesOverlap(period('2026-01-01', '2026-01-02'), period('2026-01-02', '2026-01-03'))).toBe(true)
  expect(absencesOverlap(period('2026-01-01', '2026-01-02'), period('2026-01-03', '2026-01-03'))).toBe(false)
})
