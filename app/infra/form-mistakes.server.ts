import type { z } from 'zod'
import { REFUSALS, type RefusalCode } from '~/domain/refusal'

/** One mistake of a form: the field ('' for the whole form), the code, what its sentence names. */
export interface Mistake {
  field: string
  code: RefusalCode
  values?: Record<string, string | number>
}
const ZOD_CODES: Record<string, RefusalCode> = {
  invalid_type: 'required',
  invalid_format: 'invalid-form',
  invalid_value: 'not-a-choice',
  unrecognized_keys: 'unknown-parameter',
}

/** The mistakes zod found, as codes of the closed list. A schema names a code as its message where it can. */
export function mistakesOf(error: z.ZodError): Mistake[] {
  return error.issues.map((issue) => {
    const values: Record<string, string | number> = 'params' in issue ? { ...issue.params } : {}
    if ('minimum' in issue && issue.minimum !== undefined) values.min = Number(issue.minimum)
    if ('maximum' in issue && issue.maximum !== undefined) values.max = Number(issue.maximum)
    let code: RefusalCode = ZOD_CODES[issue.code] ?? 'invalid-form'
    if (issue.code === 'too_big') code = issue.origin === 'string' ? 'too-long' : 'out-of-range'
    if (issue.code === 'too_small') code = issue.origin === 'string' ? 'too-short' : 'out-of-range'
    if (issue.message in REFUSALS) code = issue.message as RefusalCode
    const field = issue.code === 'unrecognized_keys' ? (issue.keys[0] ?? '') : issue.path.map(String).join('.')
    return { field, code, values }
  })
}
