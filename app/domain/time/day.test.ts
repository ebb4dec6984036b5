import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { d } from './calendar.fixture'
import {
  addDays,
  compareDays,
  type Day,
  dayInVietnam,
  daysBetween,
  dayToDate,
  hourInVietnam,
  parseDay,
  toDay,
  weekdayOf,
} from './day'

const anyDay = fc
  .date({ min: new Date('1990-01-01T00:00:00Z'), max: new Date('2090-12-31T00:00:00Z'), noInvalidDate: true })
  .map(toDay)

describe('parseDay', () => {
  test.each(['2026-11-23', '2024-02-29', '2000-02-29', '2027-12-31'])('reads %s', (text) => {
    expect(parseDay(text)).toEqual({ ok: true, value: text })
  })

  test.each([
    '',
    '2026-02-29',
    '1900-02-29',
    '2026-02-30',
    '2026-04-31',
    '2026-13-01',
    '2026-00-10',
    '2026-01-00',
    '2026-1-1',
    '26-01-01',
    '23/11/2026',
    '2026-11-23T00:00:00Z',
    ' 2026-11-23',
    '2026-11-23\n',
    '-2026-11-23',
    '२०२६-११-२३',
  ])('refuses %j', (text) => {
    expect(parseDay(text)).toMatchObject({ ok: false, refusal: { code: 'not-a-day' } })
  })
})

test('arithmetic over months, leap days and years', () => {
  expect(addDays(d('2024-02-28'), 1)).toBe('2024-02-29')
  expect(addDays(d('2025-02-28'), 1)).toBe('2025-03-01')
  expect(addDays(d('2026-12-31'), 1)).toBe('2027-01-01')
  expect(addDays(d('2026-01-01'), -1)).toBe('2025-12-31')
  expect(daysBetween(d('2024-01-01'), d('2025-01-01'))).toBe(366)
  expect(daysBetween(d('2025-01-01'), d('2024-01-01'))).toBe(-366)
  expect(weekdayOf(d('2026-11-22'))).toBe(0)
  expect(weekdayOf(d('2026-08-22'))).toBe(6)
  expect([d('2026-02-01'), d('2025-12-31'), d('2026-01-01')].sort(compareDays)).toEqual([
    '2025-12-31',
    '2026-01-01',
    '2026-02-01',
  ])
  expect(compareDays(d('2026-01-01'), d('2026-01-01'))).toBe(0)
})

test('a day in Vietnam begins at 17:00 UTC of the day before', () => {
  expect(dayInVietnam(new Date('2026-11-22T16:59:59.999Z'))).toBe('2026-11-22')
  expect(dayInVietnam(new Date('2026-11-22T17:00:00.000Z'))).toBe('2026-11-23')
  expect(hourInVietnam(new Date('2026-11-22T17:00:00Z'))).toBe(0)
  expect(hourInVietnam(new Date('2026-11-23T08:00:00Z'))).toBe(15)
  expect(hourInVietnam(new Date('2026-11-23T08:30:00Z'))).toBe(15.5)
  expect(hourInVietnam(new Date('1969-12-31T16:00:00Z'))).toBe(23)
})

describe('for any day', () => {
  test('text, Date and back are the same day', () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        expect(parseDay(day)).toEqual({ ok: true, value: day })
        expect(toDay(dayToDate(day))).toBe(day)
        expect(dayToDate(day).toISOString()).toBe(`${day}T00:00:00.000Z`)
      }),
    )
  })

  test('adding and counting undo each other, order follows', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -5000, max: 5000 }), (day, count) => {
        const other: Day = addDays(day, count)
        expect(daysBetween(day, other)).toBe(count)
        expect(compareDays(day, other)).toBe(-Math.sign(count) + 0)
        expect(weekdayOf(other)).toBe((((weekdayOf(day) + count) % 7) + 7) % 7)
      }),
    )
  })
})
