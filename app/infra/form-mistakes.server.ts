import type { z } from 'zod'
import { REFUSALS, type RefusalCode } from '~/domain/refusal'
import type { Refusal } from '~/domain/verdict'

/** One mistake of a form: the field ('' for the whole form), the code, what its sentence names. */
export interface Mistake {
  field: string
  code: RefusalCode
  values?: Record<string, string | number>
}

/** What a command or a reader refused, as a mistake of the form. */
export const mistakeOf = ({ code, field = '', values }: Refusal): Mistake => ({ field, code, values })

const ZOD_CODES: Record<string, RefusalCode> = {
  invalid_type: 'required',
  invalid_format: 'invalid-form',
  invalid_value: 'not-a-choice',
}

/** Unknown names told of at once. */
const MOST_UNKNOWN = 20

/** The mistakes zod found, as codes of the closed list. A schema names a code as its message where it can. */
export function mistakesOf(error: z.ZodError): Mistake[] {
  return error.issues.flatMap((issue): Mistake[] => {
    const path = issue.path.map(String)
    if (issue.code === 'unrecognized_keys') {
      const names = issue.keys.slice(0, MOST_UNKNOWN)
      return names.map((name) => ({ field: [...path, name].join('.'), code: 'unknown-parameter' }))
    }
    const values: Record<string, string | number> = 'params' in issue ? { ...issue.params } : {}
    if ('minimum' in issue && issue.minimum !== undefined) values.min = Number(issue.minimum)
    if ('maximum' in issue && issue.maximum !== undefined) values.max = Number(issue.maximum)
    let code: RefusalCode = ZOD_CODES[issue.code] ?? 'invalid-form'
    if (issue.code === 'too_big') code = issue.origin === 'string' ? 'too-long' : 'out-of-range'
    if (issue.code === 'too_small') code = issue.origin === 'string' ? 'too-short' : 'out-of-range'
    if (issue.message in REFUSALS) code = issue.message as RefusalCode
    return [{ field: path.join('.'), code, values }]
  })
}

type Say = (mistake: Pick<Mistake, 'code' | 'values'>) => string

let say: Say = ({ code, values = {} }) =>
  [code, ...Object.entries(values).map(([key, value]) => `${key}: ${value}`)].join(', ')

/** Gives the sentences in which programs are told of mistakes: this folder knows no language. */
export const sayMistakes = (sentences: Say): void => {
  say = sentences
}

/** A mistake for a program to show, with what to do about it. */
export const messageOf: Say = (mistake) => say(mistake)
