import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, type Day } from '../time/day'
import { checkRungRecord, ladderOf, type RungRecord, rungAfterRecord, rungAfterWithdrawal } from './ladder'
import { RUNGS, type Rung, rungNumber } from './readiness'

const TODAY = '2026-11-26' as Day
const record = (rung: Rung, reachedOn: string, until: string | null = null): RungRecord => ({
  id: rung,
  rung,
  reachedOn: reachedOn as Day,
  source: 'Decision 1',
  confirmedBy: 'Somebody',
  confirmedOn: reachedOn as Day,
  confirmedUntil: until as Day | null,
  illustrative: false,
})
const ON_RECORD = [record('compensation', '2026-02-01'), record('cleared', '2026-06-01', '2026-10-01')]

describe('a ladder', () => {
  test('tells what is on record, what was passed without one, what is ahead, and what ran out', () => {
    const lines = ladderOf('cleared', ON_RECORD, TODAY)
    expect(lines.map(({ state }) => state)).toEqual([
      'passed',
      'passed',
      'recorded',
      'recorded',
      'ahead',
      'ahead',
      'ahead',
      'ahead',
    ])
    expect(lines.filter(({ current }) => current).map(({ rung }) => rung)).toEqual(['cleared'])
    expect(lines.filter(({ stale }) => stale).map(({ rung }) => rung)).toEqual(['cleared'])
    expect(ladderOf('levelled', ON_RECORD, TODAY).some(({ stale }) => stale)).toBe(false)
  })
})

describe('recording a rung', () => {
  const check = (rung: Rung, reachedOn: string) =>
    checkRungRecord({ rung, reachedOn: reachedOn as Day }, ON_RECORD, 'under_construction', TODAY)

  test('keeps the days in the order of the rungs', () => {
    expect(check('levelled', '2026-06-01').ok).toBe(true)
    expect(check('levelled', '2026-05-31')).toMatchObject({
      refusal: { code: 'rung-order', field: 'reachedOn', values: { rung: 4, day: '2026-06-01' } },
    })
    expect(check('planned', '2026-02-02')).toMatchObject({ refusal: { code: 'rung-order', values: { rung: 3 } } })
    expect(check('cleared', '2026-02-01').ok).toBe(true)
  })

  test('refuses a day to come and a rung the zone does not admit', () => {
    expect(check('levelled', addDays(TODAY, 1))).toMatchObject({ refusal: { code: 'out-of-range' } })
    expect(check('leasable', TODAY)).toMatchObject({
      refusal: { code: 'rung-too-high', field: 'rung', values: { max: 7 } },
    })
  })

  test('any number of accepted records stays in order', () => {
    const tries = fc.array(fc.record({ rung: fc.constantFrom(...RUNGS), ago: fc.nat(900) }), { maxLength: 30 })
    fc.assert(
      fc.property(tries, (inputs) => {
        let records: { rung: Rung; reachedOn: Day }[] = []
        for (const { rung, ago } of inputs) {
          const one = { rung, reachedOn: addDays(TODAY, -ago) }
          const others = records.filter((other) => other.rung !== rung)
          if (checkRungRecord(one, others, 'operating', TODAY).ok) records = [...others, one]
        }
        const days = [...records].sort((a, b) => rungNumber(a.rung) - rungNumber(b.rung)).map((one) => one.reachedOn)
        expect(days).toEqual([...days].sort())
      }),
    )
  })
})

describe('where a plot stands afterwards', () => {
  test('a higher rung moves it up, a lower one moves nothing', () => {
    expect(rungAfterRecord('cleared', 'serviced')).toBe('serviced')
    expect(rungAfterRecord('serviced', 'cleared')).toBe('serviced')
  })

  test('withdrawing the rung it stands on moves it down to the next on record', () => {
    const remaining = [record('recovery_notice', '2025-01-01'), record('serviced', '2026-01-01')]
    expect(rungAfterWithdrawal('cleared', 'cleared', remaining)).toBe('recovery_notice')
    expect(rungAfterWithdrawal('cleared', 'cleared', [])).toBe('planned')
    expect(rungAfterWithdrawal('serviced', 'cleared', remaining)).toBe('serviced')
  })
})
