import { z } from 'zod'
import { type Day, parseDay } from '../domain/time/day'

const line = (max: number) =>
  z.string('required').trim().min(1, { error: 'required', abort: true }).max(max, 'too-long')
const version = z
  .string('required')
  .regex(/^\d{1,9}$/, 'invalid-form')
  .transform(Number)
const day = line(10)
  .refine((text) => parseDay(text).ok, 'not-a-day')
  .transform((text) => text as Day)

/** A change of a hold that says nothing but that it is meant. */
export const holdForm = z.object({ version })
/** A change of a hold that the investor reads the reason of. */
export const holdReasonForm = z.object({ version, reason: line(1000) })
export const leaseForm = z.object({ version, leaseNumber: line(80), fromDay: day, untilDay: day })
