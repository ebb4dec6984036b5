import type { ZodType } from 'zod'
import { REFUSALS, type RefusalCode } from '../domain/refusal'

/** One thing wrong with a form: the field's name, the refusal, and what its sentence may name. */
export interface FormError {
  field: string
  code: RefusalCode
  values?: Record<string, string | number>
}

/** What was typed, by field name; a name that came more than once has a list. */
export type FormValues = Record<string, string | string[]>

/** What an action answers (422) when a form is not accepted: what was typed, and what is wrong. */
export interface FormAnswer {
  values: FormValues
  errors: FormError[]
}

interface Entries {
  forEach(take: (value: FormDataEntryValue, name: string) => void): void
}

/** The text values of a posted form or a query; files are left out. A repeated name becomes a list. */
export function formValues(entries: Entries): FormValues {
  const values: FormValues = {}
  entries.forEach((value, name) => {
    if (typeof value !== 'string') return
    const before = values[name]
    if (before === undefined) values[name] = value
    else values[name] = Array.isArray(before) ? [...before, value] : [before, value]
  })
  return values
}

interface Issue {
  code?: string | undefined
  message: string
  path: readonly PropertyKey[]
  input?: unknown
  minimum?: unknown
  maximum?: unknown
  origin?: unknown
  format?: unknown
}

const isRefusal = (message: string): message is RefusalCode => Object.hasOwn(REFUSALS, message)

function codeOf(issue: Issue): RefusalCode {
  if (isRefusal(issue.message)) return issue.message
  const text = issue.origin === 'string'
  if (issue.code === 'too_small') return !text ? 'out-of-range' : issue.minimum === 1 ? 'required' : 'too-short'
  if (issue.code === 'too_big') return text ? 'too-long' : 'out-of-range'
  if (issue.code === 'invalid_format') return issue.format === 'email' ? 'not-an-email' : 'invalid-form'
  if (issue.code === 'invalid_value') return 'not-a-choice'
  if (issue.code === 'invalid_type') return 'required'
  return 'invalid-form'
}

/** The errors of a schema's issues. A schema names a refusal code as the message; a plain zod issue is translated. */
export function formErrors(issues: readonly Issue[]): FormError[] {
  const seen = new Set<string>()
  return issues.flatMap((issue) => {
    const field = issue.path.map(String).join('.')
    if (seen.has(field)) return []
    seen.add(field)
    const values: Record<string, string | number> = {}
    if (typeof issue.minimum === 'number') values.min = issue.minimum
    if (typeof issue.maximum === 'number') values.max = issue.maximum
    return [{ field, code: codeOf(issue), values }]
  })
}

/** Reads typed values with a schema: what they mean, or the answer that sends the person back to the form. */
export function readForm<T>(
  schema: ZodType<T>,
  values: FormValues,
): { ok: true; value: T } | { ok: false; answer: FormAnswer } {
  const result = schema.safeParse(values)
  if (result.success) return { ok: true, value: result.data }
  return { ok: false, answer: { values, errors: formErrors(result.error.issues) } }
}
