import { describeDays } from '~/domain/time/calendar'
import type { Day } from '~/domain/time/day'
import { ok, type Verdict } from '~/domain/verdict'
import { calendar } from '~/infra/reference.server'

/** Every day from `from` to `to` as the office published it. Refuses `calendar-not-published`. */
export async function calendarDays({ from, to }: { from: Day; to: Day }) {
  const published = await calendar()
  const days = describeDays(published, from, to)
  if (!days.ok) return days
  const { knownFrom, knownUntil } = published
  return ok({ from, to, knownFrom, knownUntil, days: days.value }) satisfies Verdict<unknown>
}
