import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Verdict } from '../verdict'
import { makeCalendar } from './calendar'
import { d, published, publishedData } from './calendar.fixture'
import { addDays, type Day, daysBetween } from './day'
import {
  countsFrom,
  deadline,
  isOverdue,
  isWorkingDay,
  nextWorkingDay,
  remaining,
  type TimeUnit,
  workingDaysBetween,
} from './deadline'

const dueOf = (received: string, limit: number, unit: TimeUnit) => {
  const verdict = deadline(published, { received: d(received), limit, unit })
  return verdict.ok ? verdict.value.due : verdict.refusal.code
}

const valueIn = <T>(verdict: Verdict<T>): T | string => (verdict.ok ? verdict.value : verdict.refusal.code)

describe('by hand', () => {
  test.each([
    // 24/11 off: 25 26 27 | 30 1 2 3 4 | 7 8
    ['2026-11-23', 10, 'working_day', '2026-12-08'],
    ['2026-11-23', 1, 'working_day', '2026-11-25'],
    // A make-up Saturday counts.
    ['2026-08-21', 1, 'working_day', '2026-08-22'],
    ['2026-08-20', 3, 'working_day', '2026-08-24'],
    ['2026-08-14', 1, 'working_day', '2026-08-17'],
    // Over 31/8 (swap), 1/9 and 2/9.
    ['2026-08-28', 1, 'working_day', '2026-09-03'],
    // Tết 16–20/2/2026 between two weekends.
    ['2026-02-13', 1, 'working_day', '2026-02-23'],
    ['2026-02-12', 3, 'working_day', '2026-02-24'],
    // Received on a day off: the clock itself does not move the event.
    ['2026-11-21', 1, 'working_day', '2026-11-23'],
    // Days count all, and roll forward only at the end.
    ['2026-11-20', 3, 'day', '2026-11-23'],
    ['2026-11-20', 1, 'day', '2026-11-23'],
    ['2026-11-20', 2, 'day', '2026-11-23'],
    ['2026-11-23', 1, 'day', '2026-11-25'],
    ['2026-11-23', 10, 'day', '2026-12-03'],
    ['2026-02-10', 4, 'day', '2026-02-23'],
    ['2026-02-10', 3, 'day', '2026-02-13'],
    ['2026-08-21', 1, 'day', '2026-08-22'],
    ['2026-08-14', 8, 'day', '2026-08-22'],
    ['2024-01-31', 29, 'day', '2024-02-29'],
    ['2025-12-31', 1, 'day', '2026-01-05'],
  ] as const)('%s + %i %s → %s', (received, limit, unit, due) => {
    expect(dueOf(received, limit, unit)).toBe(due)
  })

  test('every day is explained', () => {
    expect(deadline(published, { received: d('2026-11-20'), limit: 2, unit: 'working_day' })).toEqual({
      ok: true,
      value: {
        received: '2026-11-20',
        starts: '2026-11-23',
        due: '2026-11-25',
        provisional: false,
        days: [
          { date: '2026-11-20', counted: false, why: 'event_day' },
          { date: '2026-11-21', counted: false, why: 'weekend' },
          { date: '2026-11-22', counted: false, why: 'weekend' },
          { date: '2026-11-23', counted: true, why: 'ordinary' },
          { date: '2026-11-24', counted: false, why: 'holiday' },
          { date: '2026-11-25', counted: true, why: 'ordinary' },
        ],
      },
    })
    expect(deadline(published, { received: d('2026-11-20'), limit: 1, unit: 'day' })).toMatchObject({
      value: {
        starts: '2026-11-21',
        days: [
          { date: '2026-11-20', counted: false, why: 'event_day' },
          { date: '2026-11-21', counted: true, why: 'calendar_day' },
          { date: '2026-11-22', counted: false, why: 'weekend' },
          { date: '2026-11-23', counted: false, why: 'rolled_forward' },
        ],
      },
    })
    expect(deadline(published, { received: d('2026-08-21'), limit: 1, unit: 'working_day' })).toMatchObject({
      value: { days: [{}, { date: '2026-08-22', counted: true, why: 'swap_work' }] },
    })
  })

  test('a paused day neither counts nor ends a limit', () => {
    const paused = (day: Day) => day >= '2026-11-30' && day <= '2026-12-01'
    const inDays = deadline(published, { received: d('2026-11-27'), limit: 1, unit: 'day' }, paused)
    expect(inDays).toMatchObject({ value: { due: '2026-12-02' } })
    const inWorkingDays = deadline(published, { received: d('2026-11-27'), limit: 2, unit: 'working_day' }, paused)
    expect(inWorkingDays).toMatchObject({ value: { starts: '2026-12-02', due: '2026-12-03' } })
  })

  test('says when the result rests on a year without an official notice', () => {
    const provisional = (received: string, limit: number) => {
      const verdict = deadline(published, { received: d(received), limit, unit: 'working_day' })
      return verdict.ok && verdict.value.provisional
    }
    expect(provisional('2026-12-30', 1)).toBe(false)
    expect(provisional('2026-12-30', 2)).toBe(true)
    expect(provisional('2027-02-03', 1)).toBe(true)
  })

  test('a day fixed by the law itself is firm', () => {
    const days = publishedData.days.map((day) =>
      day.date === '2026-11-24' ? { ...day, status: 'statutory' as const } : day,
    )
    const calendar = makeCalendar({ ...publishedData, days })
    expect(deadline(calendar, { received: d('2026-11-23'), limit: 1, unit: 'working_day' })).toMatchObject({
      value: { due: '2026-11-25', provisional: false },
    })
  })
})

describe('refusals', () => {
  test.each([
    ['2027-12-30', 1, 'working_day', '2027-12-31'],
    ['2027-12-30', 2, 'working_day', 'calendar-not-published'],
    ['2027-12-31', 1, 'day', 'calendar-not-published'],
    ['2026-11-23', 3650, 'day', 'calendar-not-published'],
    ['2023-12-31', 1, 'day', 'calendar-not-published'],
    ['2028-01-03', 1, 'working_day', 'calendar-not-published'],
    ['2026-11-23', 0, 'day', 'out-of-range'],
    ['2026-11-23', -1, 'day', 'out-of-range'],
    ['2026-11-23', 3651, 'day', 'out-of-range'],
    ['2026-11-23', 1.5, 'working_day', 'out-of-range'],
    ['2026-11-23', Number.NaN, 'working_day', 'out-of-range'],
  ] as const)('%s + %d %s → %s', (received, limit, unit, answer) => {
    expect(dueOf(received, limit, unit)).toBe(answer)
  })

  test('the widest limit is taken where the calendar is long enough', () => {
    const long = { ...published, knownUntil: d('2040-12-31') }
    expect(deadline(long, { received: d('2026-11-23'), limit: 3650, unit: 'day' })).toMatchObject({
      value: { due: '2036-11-20' },
    })
  })
})

describe('when a paper counts', () => {
  test.each([
    ['2026-11-23T01:00:00Z', '2026-11-23', 'in the morning'],
    ['2026-11-23T08:00:00.000Z', '2026-11-23', 'at 15:00'],
    ['2026-11-23T08:00:00.001Z', '2026-11-25', 'after 15:00, over the holiday'],
    ['2026-11-23T16:59:59Z', '2026-11-25', 'before midnight'],
    ['2026-11-22T02:00:00Z', '2026-11-23', 'on a Sunday morning'],
    ['2026-11-22T16:59:59Z', '2026-11-23', 'on a Sunday evening'],
    ['2026-11-22T17:00:00Z', '2026-11-23', 'at midnight to Monday'],
    ['2026-11-20T09:00:00Z', '2026-11-23', 'after 15:00 on a Friday'],
    ['2026-08-22T03:00:00Z', '2026-08-22', 'on a make-up Saturday'],
    ['2026-08-22T08:01:00Z', '2026-08-24', 'late on a make-up Saturday'],
    ['2027-12-31T09:00:00Z', 'calendar-not-published', 'late on the last known day'],
    ['2028-01-03T01:00:00Z', 'calendar-not-published', 'beyond the calendar'],
  ])('%s → %s (%s)', (instant, day) => {
    expect(valueIn(countsFrom(published, new Date(instant)))).toBe(day)
  })
})

test('working days between, next, remaining, overdue', () => {
  expect(valueIn(nextWorkingDay(published, d('2026-11-23')))).toBe('2026-11-25')
  expect(valueIn(nextWorkingDay(published, d('2027-12-31')))).toBe('calendar-not-published')
  expect(valueIn(workingDaysBetween(published, d('2026-11-23'), d('2026-12-08')))).toBe(10)
  expect(valueIn(workingDaysBetween(published, d('2026-12-08'), d('2026-11-23')))).toBe(-10)
  expect(valueIn(workingDaysBetween(published, d('2026-11-23'), d('2026-11-23')))).toBe(0)
  expect(valueIn(workingDaysBetween(published, d('2026-11-22'), d('2026-11-21')))).toBe(0)
  expect(valueIn(workingDaysBetween(published, d('2023-12-31'), d('2024-01-02')))).toBe('calendar-not-published')
  expect(valueIn(remaining(published, d('2026-11-23'), d('2026-11-25'), 'working_day'))).toBe(1)
  expect(valueIn(remaining(published, d('2026-11-23'), d('2026-11-25'), 'day'))).toBe(2)
  expect(valueIn(remaining(published, d('2026-11-26'), d('2026-11-25'), 'working_day'))).toBe(-1)
  expect(valueIn(remaining(published, d('2030-01-02'), d('2030-01-01'), 'day'))).toBe(-1)
  expect(isOverdue(d('2026-11-24'), d('2026-11-25'))).toBe(false)
  expect(isOverdue(d('2026-11-25'), d('2026-11-25'))).toBe(false)
  expect(isOverdue(d('2026-11-26'), d('2026-11-25'))).toBe(true)
})

/**
 * Written apart from the rules: a table of true and false for each day of the published years, made with
 * JavaScript's own Dates, and a walk over its indexes.
 */
const naive = (() => {
  const first = new Date(2024, 0, 1, 12)
  const dates: string[] = []
  const worked: boolean[] = []
  for (const at = first; at.getFullYear() < 2028; at.setDate(at.getDate() + 1)) {
    const text = [at.getFullYear(), at.getMonth() + 1, at.getDate()].map((n) => `${n}`.padStart(2, '0')).join('-')
    const entries = publishedData.days.filter((day) => day.date === text)
    const weekday = !['Sat', 'Sun'].includes(at.toDateString().slice(0, 3))
    dates.push(text)
    worked.push(entries.length > 0 ? entries.some((day) => day.kind === 'swap_work') : weekday)
  }
  const due = (received: string, limit: number, unit: TimeUnit): string => {
    let at = dates.indexOf(received)
    if (unit === 'working_day') {
      for (let left = limit; left > 0 && at < dates.length; ) left -= worked[++at] ? 1 : 0
    } else {
      at += limit
      while (at < dates.length && !worked[at]) at++
    }
    return dates[at] ?? 'calendar-not-published'
  }
  return { dates, worked, due }
})()

const receivedDay = fc.constantFrom(...naive.dates).map(d)
const limits = fc.oneof(fc.integer({ min: 1, max: 30 }), fc.integer({ min: 1, max: 1500 }))
const units = fc.constantFrom<TimeUnit>('day', 'working_day')

describe('against the table', () => {
  test('each day is worked or not', () => {
    expect(naive.dates).toHaveLength(1461)
    for (const [at, date] of naive.dates.entries()) {
      expect([date, valueIn(isWorkingDay(published, d(date)))]).toEqual([date, naive.worked[at]])
    }
  })

  test('each received day with the limits of the law', () => {
    for (const received of naive.dates) {
      for (const limit of [1, 3, 10, 14, 25]) {
        for (const unit of ['day', 'working_day'] as const) {
          const due = dueOf(received, limit, unit)
          if (due !== naive.due(received, limit, unit)) {
            expect([received, limit, unit, due]).toEqual([received, limit, unit, naive.due(received, limit, unit)])
          }
        }
      }
    }
  })

  test('any limit', () => {
    fc.assert(
      fc.property(receivedDay, limits, units, (received, limit, unit) => {
        expect(dueOf(received, limit, unit)).toBe(naive.due(received, limit, unit))
      }),
      { numRuns: 500 },
    )
  })
})

test('for any limit: as many days count as it says, it ends on a working day, a longer one never ends sooner', () => {
  fc.assert(
    fc.property(receivedDay, fc.integer({ min: 1, max: 200 }), units, (received, limit, unit) => {
      const verdict = deadline(published, { received, limit, unit })
      if (!verdict.ok) return
      const { due, days, starts } = verdict.value
      expect(days.filter((day) => day.counted)).toHaveLength(limit)
      expect(days[0]).toEqual({ date: received, counted: false, why: 'event_day' })
      expect(days.map((day) => day.date)).toEqual(days.map((_, at) => addDays(received, at)))
      expect(days.at(-1)?.date).toBe(due)
      expect(starts).toBe(days.find((day) => day.counted)?.date)
      expect(valueIn(isWorkingDay(published, due))).toBe(true)
      expect(daysBetween(received, due)).toBeGreaterThanOrEqual(limit)
      if (unit === 'working_day') expect(valueIn(workingDaysBetween(published, received, due))).toBe(limit)
      const longer = deadline(published, { received, limit: limit + 1, unit })
      if (longer.ok) expect(longer.value.due >= due).toBe(true)
    }),
  )
})
