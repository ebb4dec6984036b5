import { z } from 'zod'
import { type Day, daysBetween, parseDay } from '~/domain/time/day'
import { LIMIT_MAX, LIMIT_MIN } from '~/domain/time/deadline'

/** A day as programs and forms write it: YYYY-MM-DD. */
export const daySchema = z.string('required').transform((text, context): Day => {
  const day = parseDay(text.trim())
  if (day.ok) return day.value
  context.addIssue({ code: 'custom', message: 'not-a-day' })
  return z.NEVER
})

/** A whole number written in digits. */
const digits = z
  .string('required')
  .trim()
  .regex(/^-?\d{1,9}$/, 'not-a-number')
  .transform(Number)

/** Three years, a leap day included: how far apart the ends of one call may be. */
export const MAX_CALENDAR_DAYS = 3 * 365 + 1

export const calendarQuery = z
  .strictObject({ from: daySchema, to: daySchema })
  .refine(({ from, to }) => from <= to && daysBetween(from, to) <= MAX_CALENDAR_DAYS, {
    path: ['to'],
    message: 'out-of-range',
  })

export const clockQuery = z.strictObject({
  received: daySchema,
  limit: digits.pipe(z.number().int().min(LIMIT_MIN).max(LIMIT_MAX)),
  unit: z.enum(['day', 'working_day'], 'not-a-choice'),
})
