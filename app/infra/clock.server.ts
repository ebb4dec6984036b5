import { type Day, dayInVietnam } from '~/domain/time/day'
import { settings } from './env.server'

const startedAt = Date.now()
let shiftMs: number | undefined

/** The present instant. With the CLOCK setting the process's clock starts there and runs on. */
export const now = (): Date => new Date(nowMs())

/** The present instant as epoch ms. */
export function nowMs(): number {
  if (shiftMs === undefined) {
    const start = settings().CLOCK
    shiftMs = start === undefined ? 0 : new Date(start).getTime() - startedAt
  }
  return Date.now() + shiftMs
}

let dayKnown: { second: number; day: Day } | undefined

/** Today in Vietnam; worked out once a second, since every request asks. */
export function today(): Day {
  const second = Math.floor(nowMs() / 1000)
  if (dayKnown?.second !== second) dayKnown = { second, day: dayInVietnam(now()) }
  return dayKnown.day
}
