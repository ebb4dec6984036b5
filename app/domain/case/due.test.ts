import fc from 'fast-check'
import { expect, test } from 'vitest'
import { published } from '../time/calendar.fixture'
import { type Clock, close, open, pause, resume, type Segment } from '../time/clock'
import { addDays, type Day } from '../time/day'
import type { Verdict } from '../verdict'
import { atRiskUntil, caseDue, nextDueDay } from './due'
import { CASE_STATES, isOpen } from './state'

const day = (text: string) => text as Day
const CALENDAR = published

/** Clocks as events make them: handed on, stopped, started again, ended, each some days after the one before. */
const clocks = fc
  .record({
    limit: fc.integer({ min: 1, max: 30 }),
    events: fc.array(
      fc.record({
        after: fc.integer({ min: 0, max: 12 }),
        what: fc.constantFrom('open', 'pause', 'resume', 'close'),
      }),
      { maxLength: 8 },
    ),
  })
  .map(({ limit, events }): { clock: Clock; last: Day } => {
    const startDay = day('2026-03-02')
    let last = startDay
    let segments: Segment[] = [{ from: startDay, to: null, holder: 'intake', reason: 'received', counts: true }]
    for (const { after, what } of events) {
      const on = addDays(last, after)
      const event = { on, holder: 'officer', reason: what }
      const turned: Verdict<Segment[]> =
        what === 'open'
          ? open(segments, event)
          : what === 'pause'
            ? pause(segments, event)
            : what === 'resume'
              ? resume(segments, event)
              : close(segments, on)
      if (turned.ok) {
        segments = turned.value
        last = on
      }
    }
    return { clock: { unit: 'working_day', limit, startDay, segments }, last }
  })

test('the kept day is the one the case page shows on every later day, and none while the clock stands still', () => {
  fc.assert(
    fc.property(clocks, fc.constantFrom(...CASE_STATES), fc.nat(60), ({ clock, last }, state, later) => {
      const facts = { state, intakeDue: day('2026-03-03'), intakeLimit: 1, clock: state === 'submitted' ? null : clock }
      const shown = caseDue(CALENDAR, facts, addDays(last, later))
      expect(nextDueDay(CALENDAR, facts)).toBe(shown === null || shown.paused ? null : shown.day)
      if (!isOpen(state)) expect(nextDueDay(CALENDAR, facts)).toBe(null)
    }),
    { numRuns: 500 },
  )
})

test('what the calendar does not reach has no day', () => {
  const clock: Clock = {
    unit: 'working_day',
    limit: 400,
    startDay: day('2027-06-01'),
    segments: [{ from: day('2027-06-01'), to: null, holder: 'intake', reason: 'received', counts: true }],
  }
  expect(nextDueDay(CALENDAR, { state: 'in_check', intakeDue: day('2027-06-02'), clock })).toBe(null)
})

test('at risk is what has at most three working days left, days off between them included', () => {
  // Monday 2026-11-16: Thursday is the third working day.
  expect(atRiskUntil(CALENDAR, day('2026-11-16'))).toBe('2026-11-19')
  // Friday 2026-11-20: Monday, Wednesday (24/11 is a day off), Thursday.
  expect(atRiskUntil(CALENDAR, day('2026-11-20'))).toBe('2026-11-26')
})
