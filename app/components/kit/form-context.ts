import { createContext, useContext } from 'react'
import type { FormAnswer } from '~/forms/answer'

/** What the fields of a form show: what was typed before, and what is wrong. */
export const FormContext = createContext<FormAnswer>({ values: {}, errors: [] })

// A name ending in `[]` posts a list; its values and errors go by the name without it.
const bare = (name: string): string => name.replace(/\[\]$/, '')

/** The id of a field's control, the target of the error summary's links. */
export const fieldId = (name: string): string => `f-${bare(name).replace(/[^\w-]/g, '-')}`

/** What a field shows at first: what was typed before, else the value the page gives. */
export function useFieldState(name: string, given: string | readonly string[] | undefined) {
  const { values, errors } = useContext(FormContext)
  const typed = values[bare(name)]
  const value = typed ?? given
  return {
    id: fieldId(name),
    text: value === undefined ? undefined : typeof value === 'string' ? value : value[0],
    list: value === undefined ? [] : typeof value === 'string' ? [value] : [...value],
    error: errors.find((error) => error.field === bare(name)),
  }
}
