import { z } from 'zod'
import { LETTER_REASONS } from '../domain/case/letter'
import { DUPLICATE_VERDICTS } from '../domain/interest/duplicate'
import { type Day, parseDay } from '../domain/time/day'

const line = (max: number) => z.string('required').trim().min(1, 'required').max(max, 'too-long')
const optionalLine = (max: number) =>
  z
    .string()
    .trim()
    .max(max, 'too-long')
    .optional()
    .transform((text) => text || null)
/** What the person saw: a change in between is told apart by it. */
const version = z
  .string('required')
  .regex(/^\d{1,9}$/, 'invalid-form')
  .transform(Number)
const words = line(4000)
const day = z
  .string('required')
  .trim()
  .min(1, { error: 'required', abort: true })
  .refine((text) => parseDay(text).ok, 'not-a-day')
  .transform((text) => text as Day)

/** The number a letter has in the office's register. */
const letterCode = optionalLine(60)

export const receiveForm = z.object({ version, officialCode: optionalLine(60), letterCode })
export const returnForm = z.object({
  version,
  reason: z.enum(LETTER_REASONS.return, 'required'),
  text: words,
  letterCode,
})
export const refuseForm = z.object({
  version,
  reason: z.enum(LETTER_REASONS.dossier, 'required'),
  text: words,
  letterCode,
})
/** What was found of two cases that may be one project. */
export const reviewDuplicateForm = z.object({
  version,
  verdict: z.enum(DUPLICATE_VERDICTS, 'required'),
  note: optionalLine(2000),
})
export const suspendForm = z.object({
  version,
  reason: z.enum(LETTER_REASONS.stop, 'required'),
  text: words,
  letterCode,
})
export const apologyForm = z.object({ version, newDay: day, text: words, letterCode })
export const extensionDecisionForm = z
  .object({ granted: z.enum(['yes', 'no'], 'required'), text: optionalLine(2000) })
  .transform(({ granted, text }) => ({ granted: granted === 'yes', text }))
export const assignForm = z.object({ version, officerId: z.uuid('required') })
export const handOverForm = z.object({ version, officerId: z.uuid('required'), reason: line(500) })
export const takeBackForm = z.object({ version, reason: line(500) })

/** Everything is ticked, or the note says why the rest does not stand in the way. */
export const checkForm = z
  .object({
    version,
    of: z
      .string('required')
      .regex(/^\d{1,2}$/, 'invalid-form')
      .transform(Number),
    checked: z
      .union([z.string(), z.array(z.string().max(80, 'too-long')).max(40, 'invalid-form')])
      .optional()
      .transform((value) => (value === undefined ? [] : typeof value === 'string' ? [value] : value)),
    note: optionalLine(4000),
  })
  .superRefine((form, context) => {
    if (form.checked.length < form.of && !form.note) {
      context.addIssue({ code: 'custom', path: ['note'], message: 'required' })
    }
  })

/** Rows of a request for a supplement: as many as fit on the form with scripts off. */
export const SUPPLEMENT_ROWS = [1, 2, 3, 4, 5, 6, 7, 8] as const
const what = z.string().trim().max(300, 'too-long').optional()
const supplementShape = Object.fromEntries(
  SUPPLEMENT_ROWS.flatMap((row) => [
    [`what${row}`, what],
    [`why${row}`, what],
  ]),
) as Record<`what${number}` | `why${number}`, typeof what>

/** One complete request: what is missing, and why it is needed. */
export const supplementForm = z
  .object({ version, reason: line(2000), letterCode, ...supplementShape })
  .superRefine((form, context) => {
    const texts = form as unknown as Record<string, string | undefined>
    for (const row of SUPPLEMENT_ROWS) {
      if (texts[`why${row}`] && !texts[`what${row}`]) {
        context.addIssue({ code: 'custom', path: [`what${row}`], message: 'required' })
      }
    }
    if (SUPPLEMENT_ROWS.every((row) => !texts[`what${row}`] && !texts[`why${row}`])) {
      context.addIssue({ code: 'custom', path: ['what1'], message: 'required' })
    }
  })
  .transform((form) => {
    const texts = form as unknown as Record<string, string | undefined>
    const items = SUPPLEMENT_ROWS.flatMap((row) => {
      const asked = texts[`what${row}`]
      return asked ? [{ what: asked, why: texts[`why${row}`] || null }] : []
    })
    return { version: form.version, reason: form.reason, letterCode: form.letterCode, items }
  })

const decisionReason = z
  .union([z.literal(''), z.enum(LETTER_REASONS.decision, 'not-a-choice')])
  .optional()
  .transform((value) => value || null)

export const recommendForm = z
  .object({
    version,
    outcome: z.enum(['approve', 'refuse'], 'required'),
    reason: decisionReason,
    text: words,
    conditions: optionalLine(4000),
  })
  .refine((form) => form.outcome === 'approve' || form.reason !== null, { path: ['reason'], message: 'required' })

export const reviewForm = z
  .object({ version, verdict: z.enum(['accepted', 'challenged'], 'required'), text: optionalLine(4000) })
  .refine((form) => form.verdict === 'accepted' || form.text !== null, { path: ['text'], message: 'required' })

export const approveForm = z.object({ version, conditions: optionalLine(4000), letterCode })
export const declineForm = z.object({
  version,
  reason: z.enum(LETTER_REASONS.decision, 'required'),
  text: words,
  letterCode,
})
export const sendBackForm = z.object({ version, text: words })
export const lapseForm = z.object({ version, text: words, letterCode })
export const noteForm = z.object({ text: words })
export const closeForm = z.object({ version })
