import { describe, expect, test } from 'vitest'
import { describeDay, describeDays, makeCalendar } from './calendar'
import { d, published } from './calendar.fixture'

const name = { vi: 'Nghỉ', en: 'Off', zh: '休' }

describe('the published calendar', () => {
  test.each([
    ['2026-11-23', true, 'ordinary', 'official'],
    ['2026-11-24', false, 'holiday', 'official'],
    ['2026-11-21', false, 'weekend', 'official'],
    ['2026-11-22', false, 'weekend', 'official'],
    ['2026-08-22', true, 'swap_work', 'official'],
    ['2026-08-31', false, 'swap_off', 'official'],
    ['2026-04-26', false, 'holiday', 'official'],
    ['2026-04-27', false, 'compensatory', 'official'],
    ['2027-02-08', false, 'holiday', 'provisional'],
    ['2027-01-01', false, 'holiday', 'statutory'],
    ['2027-03-01', true, 'ordinary', 'provisional'],
    ['2027-03-06', false, 'weekend', 'provisional'],
  ] as const)('%s: working %s, %s, %s', (date, working, kind, status) => {
    expect(describeDay(published, d(date))).toMatchObject({ ok: true, value: { date, working, kind, status } })
  })

  test('names a holiday in three languages with its source, an ordinary day has none', () => {
    expect(describeDay(published, d('2026-11-24'))).toMatchObject({
      value: { name: { vi: 'Ngày Văn hóa Việt Nam' }, source: expect.stringContaining('NQ 28/2026/QH16') },
    })
    expect(describeDay(published, d('2026-11-25'))).toMatchObject({ value: { name: null, source: null } })
  })

  test.each([
    ['2024', 251],
    ['2025', 250],
    ['2026', 249],
    ['2027', 249],
  ])('%s has %i working days', (year, count) => {
    const days = describeDays(published, d(`${year}-01-01`), d(`${year}-12-31`))
    expect(days.ok && days.value.filter((day) => day.working)).toHaveLength(count)
  })

  test('ends where it is not published', () => {
    const refused = {
      ok: false,
      refusal: { code: 'calendar-not-published', values: { knownFrom: '2024-01-01', knownUntil: '2027-12-31' } },
    }
    expect(describeDay(published, d('2023-12-31'))).toMatchObject(refused)
    expect(describeDay(published, d('2024-01-01')).ok).toBe(true)
    expect(describeDay(published, d('2027-12-31')).ok).toBe(true)
    expect(describeDay(published, d('2028-01-01'))).toMatchObject(refused)
    expect(describeDays(published, d('2027-12-30'), d('2028-01-01'))).toMatchObject(refused)
    expect(describeDays(published, d('2026-01-02'), d('2026-01-01'))).toEqual({ ok: true, value: [] })
  })
})

test('the later of two entries for a day holds, and the week is data', () => {
  const entry = { date: d('2026-03-03'), name, status: 'official' as const, source: 's' }
  const calendar = makeCalendar({
    knownFrom: d('2026-01-01'),
    knownUntil: d('2026-12-31'),
    days: [
      { ...entry, kind: 'swap_off' },
      { ...entry, kind: 'swap_work' },
    ],
    weekend: ['friday'],
  })
  expect(describeDay(calendar, d('2026-03-03'))).toMatchObject({ value: { working: true, kind: 'swap_work' } })
  expect(describeDay(calendar, d('2026-03-06'))).toMatchObject({ value: { working: false, kind: 'weekend' } })
  expect(describeDay(calendar, d('2026-03-07'))).toMatchObject({ value: { working: true, kind: 'ordinary' } })
})

test('Saturday and Sunday are off where the data says nothing of the week', () => {
  const calendar = makeCalendar({ knownFrom: d('2026-01-01'), knownUntil: d('2026-12-31'), days: [] })
  const week = describeDays(calendar, d('2026-03-02'), d('2026-03-08'))
  expect(week.ok && week.value.map((day) => day.working)).toEqual([true, true, true, true, true, false, false])
})
