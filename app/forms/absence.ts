import { z } from 'zod'
import { type Day, parseDay } from '../domain/time/day'

const day = z
  .string('required')
  .trim()
  .min(1, { error: 'required', abort: true })
  .refine((text) => parseDay(text).ok, 'not-a-day')
  .transform((text) => text as Day)

/** An officer is away: who, who acts meanwhile, from when until when. */
export const absenceForm = z.object({
  personId: z.uuid('required'),
  deputyId: z.uuid('required'),
  fromDay: day,
  untilDay: day,
  note: z
    .string()
    .trim()
    .max(300, 'too-long')
    .optional()
    .transform((text) => text || null),
})
