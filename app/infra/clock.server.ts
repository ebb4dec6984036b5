import { type Day, dayInVietnam } from '~/domain/time/day'
import { settings } from './env.server'

const startedAt = Date.now()
let shiftMs: number | undefined

/** The present instant. With the CLOCK setting the process's clock starts there and runs on. */
export function now(): Date {
  if (shiftMs === undefined) {
    const start = settings().CLOCK
    shiftMs = start === undefined ? 0 : new Date(start).getTime() - startedAt
  }
  return new Date(Date.now() + shiftMs)
}

let dayKnown: { second: number; day: Day } | undefined

/** Today in Vietnam; worked out once a second, since every request asks. */
export function today(): Day {
  const instant = now()
  const second = Math.floor(instant.getTime() / 1000)
  if (dayKnown?.second !== second) dayKnown = { second, day: dayInVietnam(instant) }
  return dayKnown.day
}
