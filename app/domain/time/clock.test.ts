import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Verdict } from '../verdict'
import { d, published } from './calendar.fixture'
import { type Clock, close, dueOf, endOf, isPaused, ledger, open, pause, resume, type Segment } from './clock'
import { addDays, type Day, daysBetween } from './day'
import { deadline } from './deadline'

const done = <T>(verdict: Verdict<T>): T => {
  if (!verdict.ok) throw new Error(verdict.refusal.code)
  return verdict.value
}
const codeOf = (verdict: Verdict<unknown>) => (verdict.ok ? 'ok' : verdict.refusal.code)

const from = (on: string, holder: string, reason = 'work') => ({ on: d(on), holder, reason })
const clockOf = (segments: readonly Segment[], limit = 10, unit: Clock['unit'] = 'working_day'): Clock => ({
  unit,
  limit,
  startDay: d('2026-11-23'),
  segments,
})
const officer = done(open([], from('2026-11-23', 'officer')))
const asked = done(pause(officer, from('2026-11-26', 'applicant', 'supplement')))
const answered = done(resume(asked, from('2026-12-01', 'officer')))

describe('events make new segments', () => {
  test('open, pause, resume, close', () => {
    const kept = structuredClone(officer)
    expect(answered).toEqual([
      { from: '2026-11-23', to: '2026-11-26', holder: 'officer', reason: 'work', counts: true },
      { from: '2026-11-26', to: '2026-12-01', holder: 'applicant', reason: 'supplement', counts: false },
      { from: '2026-12-01', to: null, holder: 'officer', reason: 'work', counts: true },
    ])
    expect(officer).toEqual(kept)
    expect(isPaused(officer)).toBe(false)
    expect(isPaused(asked)).toBe(true)
    expect(isPaused(answered)).toBe(false)
    const ended = done(close(answered, d('2026-12-04')))
    expect(endOf(answered)).toBeNull()
    expect(endOf(ended)).toBe('2026-12-04')
    expect(endOf([])).toBeNull()
  })

  test('what the state of the clock forbids', () => {
    const ended = done(close(answered, d('2026-12-04')))
    expect(codeOf(pause([], from('2026-11-23', 'x')))).toBe('state-forbids')
    expect(codeOf(resume([], from('2026-11-23', 'x')))).toBe('state-forbids')
    expect(codeOf(close([], d('2026-11-23')))).toBe('state-forbids')
    expect(codeOf(resume(officer, from('2026-11-30', 'x')))).toBe('state-forbids')
    expect(codeOf(open(asked, from('2026-11-30', 'x')))).toBe('state-forbids')
    expect(codeOf(pause(asked, from('2026-11-30', 'x', 'supplement')))).toBe('state-forbids')
    expect(codeOf(resume(asked, { ...from('2026-11-30', 'x'), answers: 'tax' }))).toBe('state-forbids')
    for (const again of [open(ended, from('2026-12-07', 'x')), pause(ended, from('2026-12-07', 'x'))]) {
      expect(codeOf(again)).toBe('state-forbids')
    }
    expect(codeOf(close(ended, d('2026-12-07')))).toBe('state-forbids')
  })

  test('an event before the latest one is refused', () => {
    expect(codeOf(open(officer, from('2026-11-22', 'x')))).toBe('out-of-range')
    expect(codeOf(pause(answered, from('2026-11-30', 'x')))).toBe('out-of-range')
    expect(codeOf(resume(asked, from('2026-11-25', 'x')))).toBe('out-of-range')
    expect(codeOf(close(answered, d('2026-11-30')))).toBe('out-of-range')
    expect(codeOf(close(answered, d('2026-12-01')))).toBe('ok')
  })
})

describe('due day', () => {
  test('without a pause it is the deadline', () => {
    expect(done(dueOf(published, clockOf(officer), d('2026-11-23')))).toMatchObject({
      due: '2026-12-08',
      projected: false,
    })
  })

  test('a pause takes the day of the request and the day of the answer out', () => {
    // Counted: 25/11, then 2 3 4 | 7 8 9 10 11 | 14
    expect(done(dueOf(published, clockOf(answered), d('2026-12-20')))).toMatchObject({
      due: '2026-12-14',
      projected: false,
    })
  })

  test('asked and answered on one day takes that day out', () => {
    const once = done(resume(done(pause(officer, from('2026-11-26', 'applicant'))), from('2026-11-26', 'officer')))
    expect(done(dueOf(published, clockOf(once), d('2026-11-27'))).due).toBe('2026-12-09')
  })

  test('while paused it moves with today and says it is projected', () => {
    const projected = (today: string) => done(dueOf(published, clockOf(asked), d(today)))
    expect(projected('2026-11-26')).toMatchObject({ due: '2026-12-09', projected: true })
    expect(projected('2026-11-27')).toMatchObject({ due: '2026-12-10', projected: true })
    expect(projected('2026-12-01')).toMatchObject({ due: '2026-12-14', projected: true })
    expect(projected('2026-11-20')).toMatchObject({ due: '2026-12-09', projected: true })
    expect(codeOf(dueOf(published, clockOf(asked), d('2027-12-25')))).toBe('calendar-not-published')
  })

  test('a pause after the due day changes nothing: overdue stays overdue', () => {
    const late = done(pause(officer, from('2026-12-10', 'applicant')))
    expect(done(dueOf(published, clockOf(late), d('2026-12-20')))).toMatchObject({
      due: '2026-12-08',
      projected: false,
    })
    const onTheDay = done(pause(officer, from('2026-12-08', 'applicant')))
    expect(done(dueOf(published, clockOf(onTheDay), d('2026-12-08')))).toMatchObject({
      due: '2026-12-09',
      projected: true,
    })
  })

  test('overlapping pauses are one', () => {
    let segments = done(pause(asked, from('2026-11-30', 'tax office', 'tax')))
    segments = done(resume(segments, { ...from('2026-12-01', 'officer'), answers: 'supplement' }))
    expect(isPaused(segments)).toBe(true)
    expect(segments.filter((segment) => segment.to === null).map((segment) => segment.reason)).toEqual(['tax'])
    expect(codeOf(close(segments, d('2026-11-30')))).toBe('out-of-range')
    segments = done(resume(segments, { ...from('2026-12-03', 'officer'), answers: 'tax' }))
    expect(isPaused(segments)).toBe(false)
    // Paused 26/11–3/12. Counted: 25/11, then 4 | 7 8 9 10 11 | 14 15 16
    expect(done(dueOf(published, clockOf(segments), d('2026-12-20'))).due).toBe('2026-12-16')
    const holders = done(ledger(published, clockOf(segments), d('2026-12-04'))).days.map((day) => day.holder)
    expect(holders.slice(3)).toEqual([
      ...['applicant', 'applicant', 'applicant', 'applicant'],
      ...['tax office', 'tax office', 'tax office', 'tax office'],
      'officer',
    ])
  })

  test('a limit in days rolls past a pause at its end', () => {
    const stopped = done(pause(officer, from('2026-11-30', 'applicant')))
    const ended = done(resume(stopped, from('2026-12-01', 'officer')))
    // The fifth day is Saturday 28/11; Monday and Tuesday are paused.
    expect(done(dueOf(published, clockOf(ended, 5, 'day'), d('2026-12-20'))).due).toBe('2026-12-02')
  })
})

describe('ledger', () => {
  test('who had it, day by day', () => {
    const told = done(ledger(published, clockOf(answered), d('2026-12-03')))
    expect(told.days.map((day) => [day.date.slice(5), day.holder, day.counted, day.why])).toEqual([
      ['11-23', 'officer', false, 'event_day'],
      ['11-24', 'officer', false, 'holiday'],
      ['11-25', 'officer', true, 'ordinary'],
      ['11-26', 'applicant', false, 'paused'],
      ['11-27', 'applicant', false, 'paused'],
      ['11-28', 'applicant', false, 'paused'],
      ['11-29', 'applicant', false, 'paused'],
      ['11-30', 'applicant', false, 'paused'],
      ['12-01', 'applicant', false, 'paused'],
      ['12-02', 'officer', true, 'ordinary'],
      ['12-03', 'officer', true, 'ordinary'],
    ])
    const zero = { pausedDays: 0, overdueDays: 0 }
    expect(told.holders).toEqual([
      { ...zero, holder: 'officer', days: 5, workingDays: 4, daysOff: 1, countedDays: 3 },
      { holder: 'applicant', days: 6, workingDays: 4, daysOff: 2, pausedDays: 6, countedDays: 0, overdueDays: 0 },
    ])
    expect(told).toMatchObject({ due: '2026-12-14', remaining: 7, overdue: false, projected: false })
  })

  test('a hand-over day belongs to the one who got it', () => {
    const handed = done(open(officer, from('2026-11-26', 'head')))
    const twice = done(open(handed, from('2026-11-26', 'director')))
    const told = done(ledger(published, clockOf(twice), d('2026-11-27')))
    expect(told.days.map((day) => day.holder)).toEqual(['officer', 'officer', 'officer', 'director', 'director'])
  })

  test('overdue days from the day after the due day, and the ledger ends with the clock', () => {
    const running = done(ledger(published, clockOf(officer, 2), d('2026-11-30')))
    expect(running).toMatchObject({ due: '2026-11-26', overdue: true, remaining: -2, asOf: '2026-11-30' })
    expect(running.days.filter((day) => day.overdue).map((day) => day.date)).toEqual([
      '2026-11-27',
      '2026-11-28',
      '2026-11-29',
      '2026-11-30',
    ])
    const inTime = done(close(officer, d('2026-11-26')))
    expect(done(ledger(published, clockOf(inTime, 2), d('2027-06-01')))).toMatchObject({
      asOf: '2026-11-26',
      overdue: false,
      remaining: 0,
    })
    expect(done(ledger(published, clockOf(officer, 2), d('2026-11-01'))).days).toEqual([])
  })

  test('a day without a holder is refused, not invented', () => {
    expect(codeOf(ledger(published, clockOf([]), d('2026-11-30')))).toBe('state-forbids')
  })
})

/** Random events on random days, kept when the clock takes them. */
const anyClock = fc
  .record({
    unit: fc.constantFrom('day' as const, 'working_day' as const),
    limit: fc.integer({ min: 1, max: 40 }),
    start: fc.integer({ min: 0, max: 600 }),
    events: fc.array(
      fc.record({
        kind: fc.constantFrom('open', 'pause', 'resume'),
        after: fc.integer({ min: 0, max: 9 }),
        holder: fc.constantFrom('officer', 'head', 'applicant', 'agency'),
        reason: fc.constantFrom('supplement', 'tax'),
      }),
      { maxLength: 12 },
    ),
    later: fc.integer({ min: 0, max: 30 }),
  })
  .map(({ unit, limit, start, events, later }) => {
    const startDay = addDays(d('2024-01-01'), start)
    let segments = done(open([], { on: startDay, holder: 'intake', reason: 'start' }))
    let on = startDay
    const paused = new Set<Day>()
    const openPauses = new Map<string, Day>()
    for (const event of events) {
      const next = addDays(on, event.after)
      const handover = { on: next, holder: event.holder, reason: event.reason }
      const verdict =
        event.kind === 'open'
          ? open(segments, handover)
          : event.kind === 'pause'
            ? pause(segments, handover)
            : resume(segments, { ...handover, answers: event.reason })
      if (!verdict.ok) continue
      segments = verdict.value
      on = next
      if (event.kind === 'pause') openPauses.set(event.reason, next)
      if (event.kind === 'resume') {
        const since = openPauses.get(event.reason) ?? next
        for (let day = since; day <= next; day = addDays(day, 1)) paused.add(day)
        openPauses.delete(event.reason)
      }
    }
    const today = addDays(on, later)
    for (const since of openPauses.values()) {
      for (let day = since; day <= today; day = addDays(day, 1)) paused.add(day)
    }
    return { clock: { unit, limit, startDay, segments } satisfies Clock, today, paused, open: openPauses.size > 0 }
  })

describe('for any history', () => {
  test('each day has one holder, days add up, no paused day counts', () => {
    fc.assert(
      fc.property(anyClock, ({ clock, today, paused }) => {
        const told = done(ledger(published, clock, today))
        expect(told.days.map((day) => day.date)).toEqual(
          Array.from({ length: daysBetween(clock.startDay, today) + 1 }, (_, at) => addDays(clock.startDay, at)),
        )
        expect(told.days.filter((day) => day.paused).map((day) => day.date)).toEqual([...paused].sort())
        expect(told.days.some((day) => day.paused && day.counted)).toBe(false)
        expect(told.days.some((day) => day.overdue && day.counted)).toBe(false)
        const total = (key: 'days' | 'workingDays' | 'daysOff' | 'countedDays') =>
          told.holders.reduce((sum, row) => sum + row[key], 0)
        expect(total('days')).toBe(told.days.length)
        expect(total('workingDays') + total('daysOff')).toBe(told.days.length)
        expect(total('countedDays')).toBe(told.days.filter((day) => day.counted).length)
        if (clock.unit === 'working_day' && !told.overdue) {
          expect(told.remaining).toBe(clock.limit - total('countedDays'))
        }
      }),
      { numRuns: 300 },
    )
  })

  test('the due day equals the deadline with the paused days taken out one by one', () => {
    fc.assert(
      fc.property(anyClock, ({ clock, today, paused, open: stillOpen }) => {
        const { startDay: received, limit, unit } = clock
        const told = done(dueOf(published, clock, today))
        const plain = done(deadline(published, { received, limit, unit }, (day) => paused.has(day)))
        expect(told.due).toBe(plain.due)
        const unpaused = done(deadline(published, { received, limit, unit }))
        expect(told.due >= unpaused.due).toBe(true)
        if (!stillOpen) expect(told.projected).toBe(false)
        expect(told.days.filter((day) => day.counted)).toHaveLength(limit)
      }),
      { numRuns: 300 },
    )
  })
})
