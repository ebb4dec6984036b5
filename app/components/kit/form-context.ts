import { createContext, useContext } from 'react'
import type { FormError, FormValues } from '~/forms/answer'

interface FormState {
  values: FormValues
  errors: readonly FormError[]
}

/** What the fields of a form show: what was typed before, and what is wrong. */
export const FormContext = createContext<FormState>({ values: {}, errors: [] })

/** The id of a field's control, the target of the error summary's links. */
export const fieldId = (name: string): string => `f-${name.replace(/[^\w-]/g, '-')}`

/** What a field shows at first: what was typed before, else the value the page gives. */
export function useFieldState(name: string, given: string | readonly string[] | undefined) {
  const { values, errors } = useContext(FormContext)
  const typed = values[name]
  const value = typed ?? given
  return {
    id: fieldId(name),
    text: value === undefined ? undefined : typeof value === 'string' ? value : value[0],
    list: value === undefined ? [] : typeof value === 'string' ? [value] : [...value],
    error: errors.find((error) => error.field === name),
  }
}
