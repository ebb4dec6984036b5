import { Form as RemixForm, useSubmit } from '@remix-run/react'
import { type FormEvent, useRef, useState } from 'react'
import { type Resolver, useForm } from 'react-hook-form'
import type { ZodType } from 'zod'
import type { FormAnswer, FormError } from '~/forms/answer'
import { errorsOf, typedValues } from '~/forms/check'
import { ErrorSummary } from './error-summary'
import type { KitFormProps } from './form'
import { FormContext } from './form-context'

interface CheckedFormProps extends KitFormProps {
  /** The schema the action reads the form with. */
  schema: ZodType
}

/**
 * A Form that the browser checks first with the action's own schema. The check reads the form's own data, so the
 * bytes posted are those a browser without scripts would post, and the action remains the judge.
 */
export function CheckedForm({ schema, answer, defaults = {}, labels, children, ...rest }: CheckedFormProps) {
  const element = useRef<HTMLFormElement>(null)
  const submit = useSubmit()
  const [found, setFound] = useState<{ errors: FormError[]; after: typeof answer } | null>(null)
  const resolver: Resolver<FormAnswer['values']> = () => {
    const typed = element.current ? typedValues(new FormData(element.current)) : {}
    const result = schema.safeParse(typed)
    const errors = result.success ? [] : errorsOf(result.error.issues)
    setFound({ errors, after: answer })
    if (errors.length === 0) return { values: typed, errors: {} }
    const named = errors.map((error) => [error.field || 'root', { type: error.code }] as const)
    return { values: {}, errors: Object.fromEntries(named) }
  }
  const form = useForm<FormAnswer['values']>({ resolver, shouldFocusError: false })
  const errors = found && found.after === answer ? found.errors : (answer?.errors ?? [])
  const values = answer ? { ...defaults, ...answer.values } : defaults

  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    const button = (event.nativeEvent as SubmitEvent).submitter
    const target = button instanceof HTMLButtonElement ? button : event.currentTarget
    event.preventDefault()
    void form.handleSubmit(() => submit(target, { method: 'post', encType: rest.encType }))()
  }

  return (
    <RemixForm method="post" noValidate {...rest} ref={element} onSubmit={onSubmit}>
      <ErrorSummary errors={errors} labels={labels} />
      <FormContext.Provider value={{ values, errors }}>{children}</FormContext.Provider>
    </RemixForm>
  )
}
