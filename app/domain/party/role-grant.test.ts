import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, type Day } from '../time/day'
import { type Actor, type GrantedRole, VISITOR } from './permission'
import { checkPeriod, landingOf, type Period, periodState, periodsOverlap, scopeOf } from './role-grant'

const day = (text: string) => text as Day
const period = (from: string, until: string | null): Period => ({
  fromDay: day(from),
  untilDay: until === null ? null : day(until),
})

describe('a dated role', () => {
  test.each([
    ['2026-11-20', null, '2026-11-19', 'coming'],
    ['2026-11-20', null, '2026-11-20', 'in_force'],
    ['2026-11-20', '2026-11-30', '2026-11-30', 'in_force'],
    ['2026-11-20', '2026-11-30', '2026-12-01', 'ended'],
    ['2026-11-20', '2026-11-19', '2026-11-18', 'ended'],
  ])('from %s until %s is on %s %s', (from, until, today, state) => {
    expect(periodState(period(from, until), day(today))).toBe(state)
  })

  test('ends no earlier than it begins', () => {
    expect(checkPeriod(period('2026-11-20', '2026-11-20')).ok).toBe(true)
    expect(checkPeriod(period('2026-11-20', '2026-11-19'))).toMatchObject({
      refusal: { code: 'out-of-range', field: 'untilDay' },
    })
  })

  test('two overlap exactly when a day is in both', () => {
    const start = day('2026-11-01')
    const some = fc.tuple(fc.nat(20), fc.option(fc.integer({ min: -2, max: 20 }))).map(
      ([from, length]): Period => ({
        fromDay: addDays(start, from),
        untilDay: length === null ? null : addDays(start, from + length),
      }),
    )
    const days = Array.from({ length: 60 }, (_, index) => addDays(start, index))
    fc.assert(
      fc.property(some, some, (a, b) => {
        const both = days.some((one) => periodState(a, one) === 'in_force' && periodState(b, one) === 'in_force')
        expect(periodsOverlap(a, b)).toBe(both)
      }),
    )
  })

  test('is limited to a zone for a developer, an agency for an agency', () => {
    expect((['developer', 'agency', 'officer', 'admin'] as const).map(scopeOf)).toEqual([
      'zone',
      'agency',
      'division',
      'none',
    ])
  })
})

describe('after signing in', () => {
  const actor = (...roles: GrantedRole[]): Actor => ({
    ...VISITOR,
    personId: 'p',
    grants: roles.map((role) => ({ role })),
  })
  test.each([
    [actor('intake'), '/office'],
    [actor('auditor'), '/office'],
    [actor('admin', 'officer'), '/office'],
    [actor('agency'), '/office/steps'],
    [actor('developer'), '/desk'],
    [actor('admin'), '/office/admin/people'],
    [actor(), '/my'],
    [{ ...actor(), organizations: [{ id: 'o', name: 'O', role: 'owner' as const }] }, '/my'],
  ])('%#: %j', (who, path) => {
    expect(landingOf(who)).toBe(path)
  })
})
