import { z } from 'zod'
import {
  type Answered,
  PAPER_ANSWERS,
  type PaperAnswer,
  TRIAGE_ANSWERS,
  type TriageAnswer,
} from '../domain/case/checklist'
import { type ConditionTyped, WAIVER_REASONS } from '../domain/case/condition'
import { LETTER_REASONS } from '../domain/case/letter'
import { SUPPLEMENT_TYPES, type SupplementItem, type SupplementType } from '../domain/case/supplement'
import { DUPLICATE_VERDICTS } from '../domain/interest/duplicate'
import { type Day, parseDay } from '../domain/time/day'
import { day, line, optionalLine, version } from './field'

const words = line(4000)

/** The number a letter has in the office's register. */
const letterCode = optionalLine(60)

/** Lines of a checklist: more than any dossier or triage has. */
const CHECK_ROWS = Array.from({ length: 24 }, (_, index) => index + 1)

/** The fields of a checklist: `key1`, `answer1`, `note1` and so on. */
const checkShape = (choices: readonly [string, ...string[]]) =>
  Object.fromEntries(
    CHECK_ROWS.flatMap((row) => [
      [`key${row}`, z.string().max(60, 'too-long').optional()],
      [`answer${row}`, z.enum(choices, 'not-a-choice').optional()],
      [`note${row}`, optionalLine(500)],
    ]),
  ) as Record<`key${number}` | `answer${number}` | `note${number}`, z.ZodType<string | null | undefined>>

/** What was answered; lines without an answer are left out. */
function answersOf<A extends string>(form: object): Answered<A>[] {
  const typed = form as Record<string, string | null | undefined>
  return CHECK_ROWS.flatMap((row) => {
    const [key, answer, note] = [typed[`key${row}`], typed[`answer${row}`], typed[`note${row}`]]
    return key && answer ? [{ key, answer: answer as A, note: note ?? null }] : []
  })
}

export const receiveForm = z
  .object({ version, officialCode: optionalLine(60), letterCode, ...checkShape(PAPER_ANSWERS) })
  .transform((form) => {
    const { version, officialCode, letterCode } = form
    return { version, officialCode, letterCode, checks: answersOf<PaperAnswer>(form) }
  })
export const returnForm = z
  .object({
    version,
    reason: z.enum(LETTER_REASONS.return, 'required'),
    text: words,
    letterCode,
    ...checkShape(PAPER_ANSWERS),
  })
  .transform((form) => {
    const { version, reason, text, letterCode } = form
    return { version, reason, text, letterCode, checks: answersOf<PaperAnswer>(form) }
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

export const checkForm = z
  .object({ version, note: optionalLine(4000), ...checkShape(TRIAGE_ANSWERS) })
  .transform((form) => ({ version: form.version, note: form.note, answers: answersOf<TriageAnswer>(form) }))

/** Rows of a request for a supplement: as many as fit on the form with scripts off. */
export const SUPPLEMENT_ROWS = [1, 2, 3, 4, 5, 6, 7, 8] as const
const short = z.string().trim().max(300, 'too-long').optional()
const supplementShape = Object.fromEntries(
  SUPPLEMENT_ROWS.flatMap((row) => [
    [`type${row}`, z.union([z.literal(''), z.enum(SUPPLEMENT_TYPES, 'not-a-choice')]).optional()],
    [`about${row}`, z.string().max(80, 'too-long').optional()],
    ...['what', 'why', 'again'].map((name) => [`${name}${row}`, short]),
  ]),
) as Record<`${'type' | 'about' | 'what' | 'why' | 'again'}${number}`, z.ZodType<string | undefined>>

/** One complete request: what is missing, of what kind, and why it is needed. */
export const supplementForm = z
  .object({ version, reason: line(2000), secondReason: optionalLine(2000), letterCode, ...supplementShape })
  .superRefine((form, context) => {
    const texts = form as unknown as Record<string, string | undefined>
    const wrong = (field: string) => context.addIssue({ code: 'custom', path: [field], message: 'required' })
    for (const row of SUPPLEMENT_ROWS) {
      if (!texts[`what${row}`] && ['why', 'again', 'about'].some((name) => texts[`${name}${row}`])) wrong(`what${row}`)
    }
    if (SUPPLEMENT_ROWS.every((row) => !['what', 'why'].some((name) => texts[`${name}${row}`]))) wrong('what1')
  })
  .transform((form) => {
    const texts = form as unknown as Record<string, string | undefined>
    const items = SUPPLEMENT_ROWS.flatMap((row): SupplementItem[] => {
      const of = (name: string) => texts[`${name}${row}`] || null
      const asked = of('what')
      const type = (of('type') ?? 'document') as SupplementType
      return asked ? [{ type, what: asked, why: of('why'), about: of('about'), again: of('again') }] : []
    })
    const { version, reason, secondReason, letterCode } = form
    return { version, reason, secondReason, letterCode, items }
  })

export const countersignForm = z
  .object({ version, verdict: z.enum(['send', 'hold_back'], 'required'), text: optionalLine(2000), letterCode })
  .refine((form) => form.verdict === 'send' || form.text !== null, { path: ['text'], message: 'required' })

const decisionReason = z
  .union([z.literal(''), z.enum(LETTER_REASONS.decision, 'not-a-choice')])
  .optional()
  .transform((value) => value || null)

/** Conditions of an approval: as many as fit on the form with scripts off. */
export const CONDITION_ROWS = [1, 2, 3, 4, 5] as const
const conditionShape = Object.fromEntries(
  CONDITION_ROWS.flatMap((row) => [
    [`condition${row}`, z.string().trim().max(1000, 'too-long').optional()],
    [`conditionProof${row}`, short],
    [
      `conditionDue${row}`,
      z
        .string()
        .trim()
        .refine((text) => text === '' || parseDay(text).ok, 'not-a-day')
        .optional(),
    ],
  ]),
) as Record<`condition${number}` | `conditionDue${number}` | `conditionProof${number}`, z.ZodType<string | undefined>>

type Texts = Record<string, string | undefined>
const conditionsIn = (form: object): ConditionTyped[] =>
  CONDITION_ROWS.flatMap((row) => {
    const of = (name: string) => (form as Texts)[`${name}${row}`] || null
    const text = of('condition')
    return text ? [{ text, dueDay: of('conditionDue') as Day | null, proof: of('conditionProof') }] : []
  })
/** A day or a proof of nothing is a mistake at the condition's words. */
const conditionsWhole = (form: object, context: z.RefinementCtx) => {
  for (const row of CONDITION_ROWS) {
    const of = (name: string) => (form as Texts)[`${name}${row}`]
    if (!of('condition') && (of('conditionDue') || of('conditionProof')))
      context.addIssue({ code: 'custom', path: [`condition${row}`], message: 'required' })
  }
}

export const recommendForm = z
  .object({
    version,
    outcome: z.enum(['approve', 'refuse'], 'required'),
    reason: decisionReason,
    text: words,
    ...conditionShape,
  })
  .superRefine(conditionsWhole)
  .refine((form) => form.outcome === 'approve' || form.reason !== null, { path: ['reason'], message: 'required' })
  .transform((form) => {
    const { version, outcome, reason, text } = form
    return { version, outcome, reason, text, conditions: outcome === 'approve' ? conditionsIn(form) : [] }
  })

export const reviewForm = z
  .object({
    version,
    verdict: z.enum(['accepted', 'edited', 'challenged'], 'required'),
    text: optionalLine(4000),
    editedText: optionalLine(4000),
    ...conditionShape,
  })
  .superRefine(conditionsWhole)
  .refine((form) => form.verdict !== 'challenged' || form.text !== null, { path: ['text'], message: 'required' })
  .refine((form) => form.verdict !== 'edited' || form.editedText !== null, {
    path: ['editedText'],
    message: 'required',
  })
  .transform((form) => {
    const { version, verdict, text, editedText } = form
    const edition = verdict === 'edited' ? { text: editedText ?? '', conditions: conditionsIn(form) } : null
    return { version, verdict, text, edition }
  })

export const approveForm = z
  .object({ version, letterCode, ...conditionShape })
  .superRefine(conditionsWhole)
  .transform((form) => ({ version: form.version, letterCode: form.letterCode, conditions: conditionsIn(form) }))
export const proveConditionForm = z.object({ version, note: optionalLine(2000) })
export const judgeConditionForm = z
  .object({ version, verdict: z.enum(['accept', 'return'], 'required'), text: optionalLine(2000) })
  .refine((form) => form.verdict === 'accept' || form.text !== null, { path: ['text'], message: 'required' })
export const declineForm = z.object({
  version,
  reason: z.enum(LETTER_REASONS.decision, 'required'),
  text: words,
  letterCode,
})
export const sendBackForm = z.object({ version, text: words })
export const lapseForm = z.object({ version, text: words, letterCode })
export const noteForm = z.object({ text: words })
export const concludeForm = z.object({ version })
/** A reason is asked only where conditions are open; the command says so. */
export const closeForm = z.object({
  version,
  seenConditions: z.string('required').max(60, 'invalid-form'),
  reason: z
    .union([z.literal(''), z.enum(WAIVER_REASONS, 'not-a-choice')])
    .optional()
    .transform((value) => value || null),
  text: optionalLine(2000),
})
