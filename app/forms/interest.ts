import { z } from 'zod'
import type { InterestDraft } from '~/domain/interest/draft'
import { CURRENCIES, type InterestForm } from '~/domain/interest/form'
import { ENVIRONMENT_GROUPS } from '~/domain/match/need'
import { CONSTRUCTION_CLASSES } from '~/domain/procedure/facts'
import type { Lang } from '~/domain/text'
import type { Day } from '~/domain/time/day'
import type { FormAnswer, FormError } from './answer'
import { errorsOf } from './check'
import { day, filled, line, optionalLine } from './field'

/** Digits, alone or in groups of three: 1250, 1.250, 1,250, 1 250. */
const GROUPED = /^(\d+|\d{1,3}([.,\s]\d{3})+)$/
const plainDigits = (text: string) => text.replace(/[.,\s]/g, '')
const digits = () => filled().regex(GROUPED, { error: 'not-a-number', abort: true }).transform(plainDigits)
const whole = (min: number, max: number) =>
  digits()
    .transform(Number)
    .refine((value) => value >= min && value <= max, 'out-of-range')
const money = digits()
  .transform((text) => text.replace(/^0+(?=\d)/, ''))
  .refine((text) => text !== '0' && text.length <= 18, 'out-of-range')
const HECTARES_MAX = 5000
const areaHa = filled()
  .regex(/^\d+([.,]\d+)?$/, { error: 'not-a-number', abort: true })
  .transform((text) => Math.round(Number(text.replace(',', '.')) * 10_000))
  .refine((areaM2) => areaM2 >= 100 && areaM2 <= HECTARES_MAX * 10_000, 'out-of-range')
const email = filled().toLowerCase().max(254, 'too-long').pipe(z.email('not-an-email'))
const phone = filled()
  .max(30, 'too-long')
  .regex(/^\+?[\d ().-]{6,}$/, 'invalid-form')
const ticked = z
  .string()
  .optional()
  .transform((value) => value === 'yes')
const version = z.coerce.number('invalid-form').int('invalid-form')
const id = z.uuid('not-a-choice')

const blankIsNull = <T extends z.ZodType>(schema: T) =>
  z.preprocess((value) => (typeof value === 'string' && value.trim() !== '' ? value : null), schema.nullable())

const asked = {
  projectName: line(200),
  summary: line(4000),
  sector: filled().max(80, 'not-a-choice'),
  capitalAmount: money,
  capitalCurrency: z.enum(CURRENCIES, 'not-a-choice'),
  areaHa,
  powerKva: whole(0, 10_000_000),
  waterM3PerDay: whole(0, 1_000_000),
  wastewaterM3PerDay: whole(0, 1_000_000),
  landBy: day,
  operationBy: day,
  constructionDays: whole(1, 3650),
  contactName: line(120),
  contactEmail: email,
  contactPhone: phone,
}
const optional = {
  gasM3PerHour: blankIsNull(whole(0, 100_000_000)),
  workers: blankIsNull(whole(0, 1_000_000)),
  environmentGroup: blankIsNull(z.enum(ENVIRONMENT_GROUPS, 'not-a-choice')),
  constructionClass: blankIsNull(z.enum(CONSTRUCTION_CLASSES, 'not-a-choice')),
  specialProcedure: ticked,
  exportProcessing: ticked,
}

const inOrder = (form: { landBy: Day | null; operationBy: Day | null }) =>
  form.landBy === null || form.operationBy === null || form.landBy <= form.operationBy
const ORDER = { path: ['operationBy'], message: 'out-of-range' }

/** The interest form, complete: what is submitted. */
export const interestForm = z
  .object({ ...asked, ...optional })
  .refine(inOrder, ORDER)
  .transform(({ areaHa: areaM2, ...form }): InterestForm => ({ ...form, areaM2 }))

type Asked = typeof asked
const drafted = Object.fromEntries(
  Object.entries(asked).map(([name, schema]) => [name, blankIsNull(schema as z.ZodType)]),
) as unknown as { [K in keyof Asked]: z.ZodType<z.infer<Asked[K]> | null> }

/** The same form as a draft: what is not there yet may be left out, what is there must be right. */
export const interestDraftForm = z
  .object({ ...drafted, ...optional, version })
  .refine(inOrder, ORDER)
  .transform(({ areaHa: areaM2, version: seen, ...form }): { version: number; draft: InterestDraft } => ({
    version: seen,
    draft: { ...form, areaM2 },
  }))

const grouped = (text: string, lang: Lang) => text.replace(/\B(?=(\d{3})+$)/g, lang === 'vi' ? '.' : ',')

/** A draft as a person types it in a language: the values of the form's fields. */
export function typedDraft(draft: InterestDraft, lang: Lang): Record<string, string> {
  const typed: Record<string, string> = {}
  const { areaM2, specialProcedure, exportProcessing, ...rest } = draft
  for (const [field, value] of Object.entries(rest)) {
    if (value === null) continue
    const amount = typeof value === 'number' || field === 'capitalAmount'
    typed[field] = amount ? grouped(String(value), lang) : String(value)
  }
  if (areaM2 !== null) typed.areaHa = String(areaM2 / 10_000).replace('.', lang === 'vi' ? ',' : '.')
  if (specialProcedure) typed.specialProcedure = 'yes'
  if (exportProcessing) typed.exportProcessing = 'yes'
  return typed
}

/**
 * A form that saves itself, as far as it is right: each field that is wrong keeps what was kept of it (`kept`, as typed)
 * and is named. The version must be a number.
 */
export function readSaving(typed: FormAnswer['values'], kept: Record<string, string>) {
  const wrong = new Set<string>()
  let values = { ...typed }
  for (let round = 0; round < 3; round += 1) {
    const read = interestDraftForm.safeParse(values)
    if (read.success) return { ok: true as const, value: read.data, wrong: [...wrong] }
    const fields = errorsOf(read.error.issues).map(({ field }) => field)
    if (fields.includes('version')) return { ok: false as const }
    values = { ...values }
    for (const field of fields) {
      // A field whose kept text does not go with the others either is left blank.
      values[field] = wrong.has(field) ? '' : (kept[field] ?? '')
      wrong.add(field)
    }
  }
  return { ok: false as const }
}

const GROUPED_FIELDS: readonly string[] = [
  'capitalAmount',
  'powerKva',
  'waterM3PerDay',
  'wastewaterM3PerDay',
  'gasM3PerHour',
  'workers',
  'constructionDays',
]

const sameText = (field: string, one: string, other: string): boolean => {
  if (GROUPED_FIELDS.includes(field)) return plainDigits(one) === plainDigits(other)
  if (field === 'areaHa') return one.trim().replace(',', '.') === other.trim().replace(',', '.')
  return one.trim() === other.trim()
}

/** The fields of the form in which two typed drafts differ, whatever way their numbers are grouped. */
export function differingFields(
  one: FormAnswer['values'],
  other: FormAnswer['values'],
): (keyof Asked | keyof typeof optional)[] {
  const fields = [...Object.keys(asked), ...Object.keys(optional)] as (keyof Asked | keyof typeof optional)[]
  return fields.filter((field) => !sameText(field, String(one[field] ?? ''), String(other[field] ?? '')))
}

/** What a draft still lacks before it can be sent. */
export function missingOf(draft: InterestDraft): FormError[] {
  const read = interestForm.safeParse(typedDraft(draft, 'en'))
  return read.success ? [] : errorsOf(read.error.issues)
}

const codes = z
  .union([z.string(), z.array(z.string())], 'invalid-form')
  .optional()
  .transform((value) => [value ?? []].flat().filter((code) => code.trim() !== ''))
  .refine((list) => list.length <= 20, 'out-of-range')

/** Begins a draft: for plots, or for a zone without a developer. */
export const startInterestForm = z.object({
  organizationId: z.uuid('required'),
  plot: codes,
  zone: optionalLine(40),
  run: optionalLine(40),
})

/** Sends the draft as it was seen. */
export const submitForm = z.object({ version })

/** A button and nothing else. */
export const removeForm = z.object({})

/** Items of a request for a supplement, at most: SUPPLEMENT_ROWS of the office's form. */
export const ANSWER_ROWS = [1, 2, 3, 4, 5, 6, 7, 8] as const
const rowsOf = (name: string, schema: z.ZodType<string | null | undefined>) =>
  Object.fromEntries(ANSWER_ROWS.map((row) => [`${name}${row}`, schema]))
const replacedShape = {
  ...rowsOf('replaces', blankIsNull(z.uuid('not-a-choice'))),
  ...rowsOf('until', blankIsNull(day)),
} as Record<`replaces${number}` | `until${number}`, z.ZodType<string | null | undefined>>

/** The answer to a request for a supplement; the files come beside it, each item's in its own field. */
export const supplementAnswerForm = z.object({ answer: line(4000), version, ...replacedShape }).transform((form) => {
  const chosen = form as unknown as Record<string, string | null | undefined>
  const of = (name: string) => Object.fromEntries(ANSWER_ROWS.map((row) => [row, chosen[`${name}${row}`] ?? null]))
  const replaces = of('replaces') as Record<number, string | null>
  return { answer: form.answer, version: form.version, replaces, until: of('until') as Record<number, Day | null> }
})

/** Asks for a later day for a supplement. */
export const extensionForm = z.object({ day, reason: line(2000) })

/** Why a decision is appealed; the documents come after it. */
export const appealForm = z.object({ ground: line(8000) })

/** Withdraws a case: the reason is for the record, the tick is meant. */
export const withdrawForm = z.object({ reason: optionalLine(1000), sure: z.literal('yes', 'required'), version })

export const ENQUIRY_KINDS = ['question', 'site_visit'] as const

/** A question or a wish for a site visit. `website` is left empty by people. */
export const enquiryForm = z
  .object({
    kind: z.enum(ENQUIRY_KINDS, 'required'),
    name: line(120),
    email,
    phone: blankIsNull(phone),
    message: line(2000),
    preferredDay: blankIsNull(day),
    website: z.string().optional(),
  })
  .refine((form) => form.kind !== 'site_visit' || form.preferredDay !== null, {
    path: ['preferredDay'],
    message: 'required',
  })

/** The office's answer to an enquiry. */
export const enquiryAnswerForm = z.object({ answer: line(4000), version })

/** A verification code as somebody typed it. */
export const verifyForm = z.object({ code: optionalLine(60) })

export const isId = (value: unknown): value is string => id.safeParse(value).success
