import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, type Day, dayToDate } from '../time/day'
import {
  checkAsOf,
  checkConfirmedUntil,
  type FactRecord,
  factStanding,
  factsOn,
  lastUntilThatIsOver,
  readFactValue,
} from './fact'

const day = (text: string) => text as Day
const TODAY = day('2026-11-26')
const aDay = fc.integer({ min: -800, max: 800 }).map((count) => addDays(TODAY, count))

describe('where a figure stands', () => {
  test('it holds through its last day, is stale from the next, and is over after the grace period', () => {
    const at = (until: string) => factStanding(day(until), TODAY, 30)
    expect(at('2027-03-01')).toMatchObject({ age: 'fresh', stale: false })
    expect(at('2026-12-26')).toMatchObject({ age: 'soon', stale: false })
    expect(at('2026-11-26')).toMatchObject({ age: 'soon', stale: false, leavesOn: '2026-12-27', daysLeft: 31 })
    expect(at('2026-11-25')).toMatchObject({ age: 'stale', stale: true, leavesOn: '2026-12-26', daysLeft: 30 })
    expect(at('2026-10-27')).toMatchObject({ age: 'stale', daysLeft: 1 })
    expect(at('2026-10-26')).toMatchObject({ age: 'over', daysLeft: 0 })
    expect(factStanding(null, TODAY, 30)).toEqual({ age: 'open', stale: false, leavesOn: null, daysLeft: null })
  })

  test('what the timer looks for is exactly what is over', () => {
    fc.assert(
      fc.property(aDay, fc.integer({ min: 0, max: 120 }), (until, grace) => {
        const over = factStanding(until, TODAY, grace).age === 'over'
        expect(until <= lastUntilThatIsOver(TODAY, grace)).toBe(over)
      }),
    )
  })

  test('time only makes it older', () => {
    const order = ['open', 'fresh', 'soon', 'stale', 'over']
    fc.assert(
      fc.property(aDay, aDay, fc.nat(400), fc.nat(90), (until, today, later, grace) => {
        const before = factStanding(until, today, grace)
        const after = factStanding(until, addDays(today, later), grace)
        expect(order.indexOf(after.age)).toBeGreaterThanOrEqual(order.indexOf(before.age))
        expect(after.leavesOn).toBe(before.leavesOn)
      }),
    )
  })
})

describe('what a keeper types', () => {
  test.each([
    ['plot', 'price_usd_per_m2', '85,5', 85.5],
    ['plot', 'contact', ' Ms Lan, 0205 ', 'Ms Lan, 0205'],
    ['zone', 'area_m2', '1620000', 1_620_000],
    ['zone', 'fill_rate_pct', '0', 0],
  ] as const)('%s %s %s', (subject, key, typed, value) => {
    expect(readFactValue(subject, key, typed)).toEqual({ ok: true, value })
  })

  test.each([
    ['plot', 'readiness', 'leasable', 'not-a-choice'],
    ['plot', 'area_m2', '5', 'not-a-choice'],
    ['plot', 'toString', '5', 'not-a-choice'],
    ['zone', 'price_usd_per_m2', '5', 'not-a-choice'],
    ['plot', 'price_usd_per_m2', '', 'required'],
    ['plot', 'price_usd_per_m2', '-5', 'not-a-number'],
    ['plot', 'price_usd_per_m2', '1e3', 'not-a-number'],
    ['plot', 'price_usd_per_m2', '0', 'out-of-range'],
    ['zone', 'fill_rate_pct', '100.1', 'out-of-range'],
    ['zone', 'enterprises', '2.5', 'not-a-number'],
    ['zone', 'contact', 'x'.repeat(501), 'too-long'],
  ] as const)('%s %s %s is refused: %s', (subject, key, typed, code) => {
    expect(readFactValue(subject, key, typed)).toMatchObject({ ok: false, refusal: { code } })
  })

  test('a confirmation reaches from today to two years on', () => {
    expect(checkConfirmedUntil(TODAY, TODAY).ok).toBe(true)
    expect(checkConfirmedUntil(addDays(TODAY, 730), TODAY).ok).toBe(true)
    expect(checkConfirmedUntil(addDays(TODAY, -1), TODAY).ok).toBe(false)
    expect(checkConfirmedUntil(addDays(TODAY, 731), TODAY).ok).toBe(false)
  })
})

describe('as of a day', () => {
  const fact = (value: number, from: string, superseded: string | null): FactRecord & { value: number } => ({
    key: 'price_usd_per_m2',
    value,
    validFrom: day(from),
    createdAt: new Date(`${from}T03:00:00Z`),
    supersededAt: superseded === null ? null : new Date(`${superseded}T03:00:00Z`),
  })
  const PRICES = [
    fact(70, '2026-01-10', '2026-05-01'),
    fact(80, '2026-05-01', '2026-09-15'),
    fact(95, '2026-09-15', null),
  ]
  const valueOn = (text: string) => factsOn(PRICES, day(text)).map(({ value }) => value)

  test('each day has the value that stood at its end', () => {
    expect(valueOn('2026-01-09')).toEqual([])
    expect(valueOn('2026-01-10')).toEqual([70])
    expect(valueOn('2026-04-30')).toEqual([70])
    expect(valueOn('2026-05-01')).toEqual([80])
    expect(valueOn('2026-11-26')).toEqual([95])
  })

  test('a chain of values has exactly one on every day from its first', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.nat(600), { minLength: 1, maxLength: 8 }), fc.nat(700), (starts, on) => {
        const days = [...starts].sort((a, b) => a - b).map((count) => addDays(day('2025-01-01'), count))
        const chain = days.map((from, index) => {
          const next = days[index + 1]
          return {
            key: 'contact',
            index,
            validFrom: from,
            createdAt: dayToDate(from),
            supersededAt: next ? dayToDate(next) : null,
          }
        })
        const asked = addDays(day('2025-01-01'), on)
        const expected = days.filter((from) => from <= asked).length - 1
        expect(factsOn(chain, asked).map(({ index }) => index)).toEqual(expected < 0 ? [] : [expected])
      }),
    )
  })

  test('a day to come and a day before the record are told apart', () => {
    const first = day('2026-01-10')
    expect(checkAsOf(TODAY, TODAY, first).ok).toBe(true)
    expect(checkAsOf(addDays(TODAY, 1), TODAY, first)).toMatchObject({ refusal: { code: 'as-of-future' } })
    expect(checkAsOf(day('2026-01-09'), TODAY, first)).toMatchObject({
      refusal: { code: 'as-of-early', values: { first } },
    })
    expect(checkAsOf(addDays(TODAY, -1), TODAY, null)).toMatchObject({ refusal: { code: 'as-of-early' } })
  })
})
