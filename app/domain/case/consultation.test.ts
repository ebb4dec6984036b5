import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { makeCalendar } from '../time/calendar'
import { addDays, type Day } from '../time/day'
import { type ConsultationFacts, canConclude, extendDue, isReminderDay, standingOf } from './consultation'

const d = (text: string) => text as Day
const asked = (own: Partial<ConsultationFacts> = {}): ConsultationFacts => ({
  dueDay: d('2026-12-07'),
  silence: 'consent',
  answeredDay: null,
  ...own,
})

/** Knows of no day, so that none is off. */
const everyDay = makeCalendar({ knownFrom: d('2000-01-01'), knownUntil: d('2000-01-01'), days: [] })

describe('a question to an agency', () => {
  test.each([
    ['on the due day', asked(), '2026-12-07', 'waiting'],
    ['the day after, where silence is consent', asked(), '2026-12-08', 'consented_by_silence'],
    ['the day after, where it is not', asked({ silence: 'no_answer' }), '2026-12-08', 'no_answer'],
    ['answered late', asked({ answeredDay: d('2026-12-10') }), '2026-12-11', 'answered'],
  ] as const)('%s', (_what, one, today, standing) => expect(standingOf(one, d(today))).toBe(standing))

  it('is concluded when nobody is still in time', () => {
    const answered = asked({ answeredDay: d('2026-12-01') })
    expect(canConclude([answered, asked()], d('2026-12-07'))).toEqual({
      ok: false,
      refusal: { code: 'consultation-open', values: { open: 1 } },
    })
    expect(canConclude([answered, asked()], d('2026-12-08')).ok).toBe(true)
  })

  it('is extended only forward, never into the past, and not once answered', () => {
    fc.assert(
      fc.property(fc.integer({ min: -40, max: 40 }), fc.integer({ min: -40, max: 40 }), (by, now) => {
        const one = asked()
        const to = addDays(one.dueDay, by)
        const today = addDays(one.dueDay, now)
        expect(extendDue(everyDay, one, to, today).ok).toBe(by > 0 && by >= now)
        expect(extendDue(everyDay, { ...one, answeredDay: one.dueDay }, to, today).ok).toBe(false)
      }),
    )
  })

  it('is asked again until a working day', () => {
    const days = makeCalendar({ knownFrom: d('2026-01-01'), knownUntil: d('2026-12-31'), days: [] })
    const again = (to: string) => extendDue(days, asked(), d(to), d('2026-12-01'))
    expect(again('2026-12-07')).toMatchObject({ refusal: { code: 'day-not-later', values: { day: '2026-12-07' } } })
    expect(again('2026-12-12')).toMatchObject({ refusal: { code: 'day-off', values: { day: '2026-12-14' } } })
    expect(again('2026-12-14')).toMatchObject({ ok: true })
  })

  it('is reminded of on the working day before, and on the day itself', () => {
    // 2026-12-07 is a Monday: the working day before is Friday the 4th.
    const days = makeCalendar({ knownFrom: d('2026-01-01'), knownUntil: d('2026-12-31'), days: [] })
    const reminded = [1, 2, 3, 4, 5, 6, 7, 8].filter((on) => isReminderDay(days, asked(), d(`2026-12-0${on}`)))
    expect(reminded).toEqual([4, 7])
    expect(isReminderDay(days, asked({ answeredDay: d('2026-12-01') }), d('2026-12-07'))).toBe(false)
  })
})
