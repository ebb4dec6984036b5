import { addDays, type Day, dayInVietnam, dayToDate } from '../time/day'

/** How often somebody wants to hear what became true of a saved need. */
export const ALERT_RHYTHMS = ['at_once', 'daily', 'weekly', 'never'] as const
export type AlertRhythm = (typeof ALERT_RHYTHMS)[number]

/** Alerts that are gathered leave at seven in the morning in Vietnam, those of a week on Monday. */
const HOUR = 7
const VIETNAM_HOURS = 7
const HOUR_MS = 3_600_000
const MONDAY = 1

const sevenOn = (day: Day): Date => new Date(dayToDate(day).getTime() + (HOUR - VIETNAM_HOURS) * HOUR_MS)

/** The last instant at which gathered alerts were to leave, at or before `now`. */
export function lastGathering(rhythm: 'daily' | 'weekly', now: Date): Date {
  let day = dayInVietnam(now)
  if (sevenOn(day) > now) day = addDays(day, -1)
  if (rhythm === 'weekly') while (dayToDate(day).getUTCDay() !== MONDAY) day = addDays(day, -1)
  return sevenOn(day)
}

/** Whether alerts that wait since `since` leave now: at once, or when an hour of gathering has passed since. */
export function isAlertDue(rhythm: AlertRhythm, since: Date, now: Date): boolean {
  if (rhythm === 'never') return false
  return rhythm === 'at_once' || since < lastGathering(rhythm, now)
}
