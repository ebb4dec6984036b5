import { readFileSync } from 'node:fs'
import { type CalendarDay, makeCalendar, type Weekday } from './calendar'
import type { Day } from './day'

interface PublishedCalendar {
  knownFrom: Day
  knownUntil: Day
  weekend: Weekday[]
  days: CalendarDay[]
}

const file = new URL('../../../prisma/seed/data/calendar.json', import.meta.url)

/** The calendar the office starts with, for the tests of this folder and of those that count days. */
export const publishedData = JSON.parse(readFileSync(file, 'utf8')) as PublishedCalendar

export const published = makeCalendar(publishedData)

/** A day written by hand in a test. */
export const d = (text: string): Day => text as Day
