import { z } from 'zod'
import { SIGNED_OUTCOMES, SIGNING_FORMS } from '../domain/party/delegation'
import { day, line, optionalLine } from './field'

/** Who may sign what for the director, from when until when, and by which paper; the paper itself comes as a file. */
export const delegationForm = z.object({
  delegateId: z.uuid('required'),
  form: z.enum(SIGNING_FORMS, 'required'),
  outcomes: z
    .union([z.enum(SIGNED_OUTCOMES), z.array(z.enum(SIGNED_OUTCOMES))], 'required')
    .transform((chosen) => [...new Set([chosen].flat())]),
  zoneCode: optionalLine(40),
  fromDay: day,
  untilDay: day,
  paperNumber: line(60),
  paperDay: day,
})

export const endDelegationForm = z.object({ fromDay: day, reason: line(500) })
