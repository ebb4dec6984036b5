import { ok, refuse, type Verdict } from '../verdict'

declare const brand: unique symbol

/** A calendar day written `YYYY-MM-DD`: never an instant. Days sort and compare as the texts they are. */
export type Day = string & { readonly [brand]: 'Day' }

const DAY_MS = 86_400_000
const HOUR_MS = 3_600_000

/** Vietnam keeps UTC+7 the whole year and has no summer time. */
const VIETNAM_OFFSET_MS = 7 * HOUR_MS

const midnight = (day: Day): number => Date.parse(`${day}T00:00:00.000Z`)

const dayOfEpoch = (ms: number): Day => new Date(ms).toISOString().slice(0, 10) as Day

/**
 * Reads a day written exactly `YYYY-MM-DD` that exists in the Gregorian calendar (Civil Code 2015 Art 145).
 * Refuses with `not-a-day`.
 */
export const parseDay = (text: string): Verdict<Day> => {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return refuse('not-a-day', { value: text })
  const ms = Date.parse(`${text}T00:00:00.000Z`)
  // Date.parse may carry 30 February into March: only a day that reads back the same exists.
  if (Number.isNaN(ms) || dayOfEpoch(ms) !== text) return refuse('not-a-day', { value: text })
  return ok(text as Day)
}

/** The day of a Date that stands at midnight UTC, which is how a `@db.Date` column is read. */
export const toDay = (date: Date): Day => dayOfEpoch(date.getTime())

/** The Date at midnight UTC, which is how a `@db.Date` column is written. */
export const dayToDate = (day: Day): Date => new Date(midnight(day))

/** The day `count` calendar days later; earlier when negative. `count` is a whole number. */
export const addDays = (day: Day, count: number): Day => dayOfEpoch(midnight(day) + count * DAY_MS)

/** Calendar days from one day to another: 0 for the same day, negative when `to` is the earlier one. */
export const daysBetween = (from: Day, to: Day): number => (midnight(to) - midnight(from)) / DAY_MS

/** The weekday: 0 is Sunday, 6 is Saturday. */
export const weekdayOf = (day: Day): number => new Date(midnight(day)).getUTCDay()

/** Order of two days, for sorting: negative when `a` is earlier. */
export const compareDays = (a: Day, b: Day): -1 | 0 | 1 => (a < b ? -1 : a > b ? 1 : 0)

/** The later of two days. */
export const laterOf = (one: Day, other: Day): Day => (compareDays(one, other) < 0 ? other : one)

/** The day it is in Vietnam (UTC+7, no summer time) at an instant. */
export const dayInVietnam = (instant: Date): Day => dayOfEpoch(instant.getTime() + VIETNAM_OFFSET_MS)

/** The hour of the day in Vietnam (UTC+7) at an instant, from 0 to below 24, with its fraction: 15.5 is 15:30. */
export const hourInVietnam = (instant: Date): number => {
  const local = instant.getTime() + VIETNAM_OFFSET_MS
  return (((local % DAY_MS) + DAY_MS) % DAY_MS) / HOUR_MS
}

/** The instant a day ends in Vietnam, which is the first of the next one. */
export const endOfDay = (day: Day): Date => new Date(midnight(addDays(day, 1)) - VIETNAM_OFFSET_MS)
