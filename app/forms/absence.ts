import { z } from 'zod'
import { day } from './field'

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
