import { type FormProps, Form as RemixForm } from '@remix-run/react'
import type { ReactNode } from 'react'
import type { FormAnswer } from '~/forms/answer'
import { ErrorSummary } from './error-summary'
import { FormContext } from './form-context'

export interface KitFormProps extends Omit<FormProps, 'method' | 'children'> {
  /** The action's answer, when it sent the person back to the form. */
  answer?: FormAnswer | null | undefined
  /** What the fields show before anything was typed. */
  defaults?: FormAnswer['values']
  /** Names of fields as the person reads them, for the summary; each field also says its own. */
  labels?: Readonly<Record<string, string>>
  /** A search asks with `get`; what changes something posts. */
  method?: 'get' | 'post'
  children: ReactNode
}

const NO_ERRORS: FormAnswer['errors'] = []

/**
 * A form that posts. With scripts off it posts as any form; an answer with errors comes back with a summary on
 * top, and what was typed. For a check in the browser before posting, see CheckedForm.
 */
export function Form({ answer, defaults = {}, labels, children, ...rest }: KitFormProps) {
  const errors = answer?.errors ?? NO_ERRORS
  const values = answer ? { ...defaults, ...answer.values } : defaults
  return (
    <RemixForm method="post" noValidate {...rest}>
      <ErrorSummary errors={errors} labels={labels} />
      <FormContext.Provider value={{ values, errors }}>{children}</FormContext.Provider>
    </RemixForm>
  )
}
