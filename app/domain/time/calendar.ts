import type { Text } from '../text'
import { ok, refuse, type Verdict } from '../verdict'
import { addDays, type Day, weekdayOf } from './day'

/** What a published entry makes of a day; `swap_work` is a Saturday that is a working day. */
export type EntryKind = 'holiday' | 'compensatory' | 'swap_off' | 'swap_work'

export type DayKind = 'ordinary' | 'weekend' | EntryKind

/**
 * How firm a day is: fixed by an official notice, fixed by the Labour Code itself,
 * or computed while the notice of that year is awaited.
 */
export type CalendarStatus = 'official' | 'statutory' | 'provisional'

/** One entry of the office's calendar: a day that differs from its weekday. */
export interface CalendarDay {
  date: Day
  kind: EntryKind
  name: Text
  status: CalendarStatus
  source: string
}

/** The published calendar. Made by `makeCalendar` alone. */
export interface Calendar {
  readonly knownFrom: Day
  readonly knownUntil: Day
  readonly weekend: ReadonlySet<Weekday>
  readonly entries: ReadonlyMap<Day, CalendarDay>
  /** Years for which at least one entry rests on an official notice. */
  readonly officialYears: ReadonlySet<string>
}

export interface DayDescription {
  date: Day
  working: boolean
  kind: DayKind
  name: Text | null
  status: CalendarStatus
  source: string | null
}

const WEEKDAYS = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'] as const
export type Weekday = (typeof WEEKDAYS)[number]

const STATE_OFFICES_REST: readonly Weekday[] = ['saturday', 'sunday']

const yearOf = (day: Day): string => day.slice(0, 4)

/**
 * Makes a calendar from its data: the first and last day it speaks about, the entries that differ from the week,
 * and the weekdays off (Saturday and Sunday when not given). Of two entries for a day
 * the later in the list holds; entries outside the known range have no effect.
 */
export const makeCalendar = (data: {
  knownFrom: Day
  knownUntil: Day
  days: readonly CalendarDay[]
  weekend?: readonly Weekday[]
}): Calendar => ({
  knownFrom: data.knownFrom,
  knownUntil: data.knownUntil,
  weekend: new Set(data.weekend ?? STATE_OFFICES_REST),
  entries: new Map(data.days.map((entry) => [entry.date, entry])),
  officialYears: new Set(data.days.filter((entry) => entry.status === 'official').map((entry) => yearOf(entry.date))),
})

/**
 * What a day is for State offices (Labour Code 2019 Art 111–112, Government swaps).
 * A day without an entry is as firm as its year: `official` once the year has an official notice, else
 * `provisional`, since a notice may still make it a day off or a working Saturday.
 * Refuses with `calendar-not-published` outside the known range.
 */
export const describeDay = (calendar: Calendar, day: Day): Verdict<DayDescription> => {
  if (day < calendar.knownFrom || day > calendar.knownUntil) {
    return refuse('calendar-not-published', {
      day,
      knownFrom: calendar.knownFrom,
      knownUntil: calendar.knownUntil,
    })
  }
  const entry = calendar.entries.get(day)
  if (entry) {
    const { kind, name, status, source } = entry
    return ok({ date: day, working: kind === 'swap_work', kind, name, status, source })
  }
  const weekday = WEEKDAYS[weekdayOf(day)]
  const off = weekday !== undefined && calendar.weekend.has(weekday)
  return ok({
    date: day,
    working: !off,
    kind: off ? 'weekend' : 'ordinary',
    name: null,
    status: calendar.officialYears.has(yearOf(day)) ? 'official' : 'provisional',
    source: null,
  })
}

/**
 * Describes every day from `from` to `to`, both included; nothing when `to` is the earlier one.
 * Refuses with `calendar-not-published` when any of them is outside the known range.
 */
export const describeDays = (calendar: Calendar, from: Day, to: Day): Verdict<DayDescription[]> => {
  const days: DayDescription[] = []
  for (let day = from; day <= to; day = addDays(day, 1)) {
    const described = describeDay(calendar, day)
    if (!described.ok) return described
    days.push(described.value)
  }
  return ok(days)
}

/**
 * Whether a day that somebody names may be the last of a period: today or later, and no day off, since such a period
 * runs on to the next working day (Civil Code 2015, Art 148(5)) and the letter would name another day than the one that
 * counts. Refuses `day-past`, and `day-off` with the next working day; beyond the calendar nobody knows, so it may.
 */
export const mayEndOn = (calendar: Calendar, day: Day, today: Day): Verdict<true> => {
  if (day < today) return refuse('day-past')
  for (let next = day; ; next = addDays(next, 1)) {
    const described = describeDay(calendar, next)
    if (!described.ok) return ok(true)
    if (described.value.working) return next === day ? ok(true) : refuse('day-off', { day: next })
  }
}
