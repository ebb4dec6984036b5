import { REFUSALS, type RefusalCode } from '../domain/refusal'
import type { FormAnswer, FormError } from './answer'

/** The typed text of a form by field name, as the server reads it: a name ending in `[]` or repeated is a list. */
export function typedValues(data: FormData): FormAnswer['values'] {
  const values: FormAnswer['values'] = {}
  for (const key of new Set(data.keys())) {
    const texts = data.getAll(key).filter((value) => typeof value === 'string')
    if (texts.length === 0) continue
    values[key.replace(/\[\]$/, '')] = texts.length > 1 || key.endsWith('[]') ? texts : (texts[0] ?? '')
  }
  return values
}

interface Issue {
  code?: string | undefined
  message: string
  path: readonly PropertyKey[]
  minimum?: unknown
  maximum?: unknown
  origin?: unknown
}

const PLAIN: Record<string, RefusalCode> = {
  invalid_type: 'required',
  invalid_format: 'invalid-form',
  invalid_value: 'not-a-choice',
  unrecognized_keys: 'unknown-parameter',
}

const isRefusal = (message: string): message is RefusalCode => Object.hasOwn(REFUSALS, message)

function codeOf({ message, code = '', origin }: Issue): RefusalCode {
  if (isRefusal(message)) return message
  if (code === 'too_big') return origin === 'string' ? 'too-long' : 'out-of-range'
  if (code === 'too_small') return origin === 'string' ? 'too-short' : 'out-of-range'
  return PLAIN[code] ?? 'invalid-form'
}

/** What a schema found wrong, one error a field. A schema names a refusal code as its message where it can. */
export function errorsOf(issues: readonly Issue[]): FormError[] {
  const found = new Map<string, FormError>()
  for (const issue of issues) {
    const field = issue.path.map(String).join('.')
    if (found.has(field)) continue
    const values: Record<string, string | number> = {}
    if (typeof issue.minimum === 'number') values.min = issue.minimum
    if (typeof issue.maximum === 'number') values.max = issue.maximum
    found.set(field, { field, code: codeOf(issue), values })
  }
  return [...found.values()]
}
