import { ok, refuse, type Verdict } from '../verdict'
import { type Calendar, type DayDescription, type DayKind, describeDay } from './calendar'
import { addDays, type Day, dayInVietnam, daysBetween, hourInVietnam } from './day'

/** What a limit is counted in: every calendar day, or working days alone. */
export type TimeUnit = 'day' | 'working_day'

export const LIMIT_MIN = 1
export const LIMIT_MAX = 3650

/** Papers handed in later than this hour in Vietnam count as of the next working day. */
export const CUT_OFF_HOUR = 15

/**
 * Why a day counts or not: the day of the event, a paused day, a calendar day of a limit in days,
 * the working day on which a limit that ran out on a day off ends, or what the calendar says of it.
 */
export type CountReason = 'event_day' | 'paused' | 'calendar_day' | 'rolled_forward' | DayKind

export interface CountedDay {
  date: Day
  counted: boolean
  why: CountReason
}

export interface Deadline {
  received: Day
  /** The first day that counts. */
  starts: Day
  /** The last day in time: the limit ends at 24:00 in Vietnam. */
  due: Day
  /** Every day from `received` to `due`; as many are counted as the limit says. */
  days: CountedDay[]
  /** Whether the result rests on a day the office has not fixed officially yet. */
  provisional: boolean
}

const neverPaused = () => false

const readDay = (
  description: DayDescription,
  unit: TimeUnit,
  paused: boolean,
  full: boolean,
): CountedDay & { last: boolean } => {
  const { date, working, kind } = description
  if (paused) return { date, counted: false, why: 'paused', last: false }
  if (full) return { date, counted: false, why: working ? 'rolled_forward' : kind, last: working }
  if (unit === 'day') return { date, counted: true, why: 'calendar_day', last: working }
  return { date, counted: working, why: kind, last: working }
}

/**
 * The day a limit ends (Civil Code 2015 Art 145–148). The day of the event is not counted. A limit in days counts
 * all days and, ending on a day off, ends on the next working day; a limit in working days counts those alone.
 * A day for which `pausedOn` is true neither counts nor ends the limit.
 * `limit` is a whole number from 1 to 3650. Refuses with `out-of-range`, or with `calendar-not-published`
 * when any day from `received` to the due day is outside the calendar.
 */
export const deadline = (
  calendar: Calendar,
  count: { received: Day; limit: number; unit: TimeUnit },
  pausedOn: (day: Day) => boolean = neverPaused,
): Verdict<Deadline> => {
  const { received, limit, unit } = count
  if (!Number.isInteger(limit) || limit < LIMIT_MIN || limit > LIMIT_MAX) {
    return refuse('out-of-range', { min: LIMIT_MIN, max: LIMIT_MAX }, 'limit')
  }
  const event = describeDay(calendar, received)
  if (!event.ok) return event
  const days: CountedDay[] = [{ date: received, counted: false, why: 'event_day' }]
  let starts: Day | null = null
  let counted = 0
  let provisional = false
  for (let day = addDays(received, 1); ; day = addDays(day, 1)) {
    const described = describeDay(calendar, day)
    if (!described.ok) return described
    const { last, ...read } = readDay(described.value, unit, pausedOn(day), counted === limit)
    days.push(read)
    if (described.value.status === 'provisional') provisional = true
    if (read.counted) {
      counted += 1
      starts ??= day
    }
    if (last && counted === limit) return ok({ received, starts: starts ?? day, due: day, days, provisional })
  }
}

/** Whether a day is worked. Refuses with `calendar-not-published`. */
export const isWorkingDay = (calendar: Calendar, day: Day): Verdict<boolean> => {
  const described = describeDay(calendar, day)
  return described.ok ? ok(described.value.working) : described
}

/** The first working day after `day`. Refuses with `calendar-not-published`. */
export const nextWorkingDay = (calendar: Calendar, day: Day): Verdict<Day> => {
  for (let next = addDays(day, 1); ; next = addDays(next, 1)) {
    const working = isWorkingDay(calendar, next)
    if (!working.ok) return working
    if (working.value) return ok(next)
  }
}

/**
 * The day as of which a paper handed in at an instant counts: that day in Vietnam, or the next working day when it
 * is a day off or later than 15:00 (at 15:00 exactly it is still in time). Refuses with `calendar-not-published`.
 */
export const countsFrom = (calendar: Calendar, instant: Date): Verdict<Day> => {
  const day = dayInVietnam(instant)
  const working = isWorkingDay(calendar, day)
  if (!working.ok) return working
  return working.value && hourInVietnam(instant) <= CUT_OFF_HOUR ? ok(day) : nextWorkingDay(calendar, day)
}

/**
 * Working days after `from` up to and including `to`, so that the days between the day of an event and its due day
 * are the limit; negative when `to` is the earlier one. Refuses with `calendar-not-published`.
 */
export const workingDaysBetween = (calendar: Calendar, from: Day, to: Day): Verdict<number> => {
  const [first, last, sign] = from <= to ? [from, to, 1] : [to, from, -1]
  const start = describeDay(calendar, first)
  if (!start.ok) return start
  let count = 0
  for (let day = addDays(first, 1); day <= last; day = addDays(day, 1)) {
    const working = isWorkingDay(calendar, day)
    if (!working.ok) return working
    if (working.value) count += 1
  }
  return ok(count === 0 ? 0 : sign * count)
}

/**
 * What is left on a day until the due day, in the limit's own unit: 0 on the due day, negative after it.
 * In working days a day off after the due day still gives 0: ask `isOverdue` whether the day has passed.
 * Refuses with `calendar-not-published` for working days outside the calendar.
 */
export const remaining = (calendar: Calendar, today: Day, due: Day, unit: TimeUnit): Verdict<number> =>
  unit === 'day' ? ok(daysBetween(today, due)) : workingDaysBetween(calendar, today, due)

/** Whether the due day has passed: from the day after it (Civil Code 2015 Art 148: it ends at 24:00). */
export const isOverdue = (today: Day, due: Day): boolean => today > due
