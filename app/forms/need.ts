import { z } from 'zod'
import { ALERT_RHYTHMS } from '../domain/match/alert'
import { version } from './field'
import { matchBody } from './match'

const name = z.string('required').trim().min(1, 'required').max(120, 'too-long')
const alert = z.enum(ALERT_RHYTHMS, 'required')
const shareName = z
  .string()
  .optional()
  .transform((value) => value === 'yes')

/** A need as it stands in an address or a hidden field: its JSON, at most 4 kB. */
export const needText = z
  .string('required')
  .max(4096, 'too-long')
  .transform((text, context) => {
    try {
      return JSON.parse(text) as unknown
    } catch {
      context.addIssue({ code: 'custom', message: 'invalid-form' })
      return z.NEVER
    }
  })
  .pipe(matchBody)

export const saveNeedForm = z.object({ name, alert, shareName, need: needText, organizationId: z.uuid('not-a-choice') })
/** Keeps the shortlist of a need as it is today. */
export const keepRunForm = z.object({ need: needText, organizationId: z.uuid('not-a-choice') })
export const editNeedForm = z.object({ version, name, alert, shareName })
export const archiveNeedForm = z.object({ version })
/** Nothing is asked: pressing the button is the answer. */
export const pressedForm = z.object({})
