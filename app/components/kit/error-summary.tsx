import { useEffect, useRef } from 'react'
import type { FormError } from '~/forms/answer'
import { useTranslation } from '~/locales/use-translation'
import { fieldId } from './form-context'
import { RefusalText } from './refusal-text'

interface ErrorSummaryProps {
  errors: readonly FormError[]
  /** Names of fields as the person reads them. */
  labels?: Readonly<Record<string, string>>
}

/** What is wrong with a form, on top of it: takes the focus, and each line leads to its field. */
export function ErrorSummary({ errors, labels = {} }: ErrorSummaryProps) {
  const { t } = useTranslation('common')
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (errors.length > 0) box.current?.focus()
  }, [errors])
  if (errors.length === 0) return null
  return (
    // biome-ignore lint/a11y/noAutofocus: with scripts off this is what brings a person to the errors
    <div ref={box} id="error-summary" className="error-summary" role="alert" tabIndex={-1} autoFocus>
      <h2>{t('form.problem')}</h2>
      <ul>
        {errors.map((error) => (
          <li key={`${error.field}:${error.code}`}>
            {error.field === '' ? (
              <RefusalText code={error.code} values={error.values} />
            ) : (
              <a href={`#${fieldId(error.field)}`}>
                {labels[error.field] ? `${labels[error.field]}: ` : null}
                <RefusalText code={error.code} values={error.values} />
              </a>
            )}
          </li>
        ))}
      </ul>
    </div>
  )
}
