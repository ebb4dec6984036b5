import { useTranslation } from '~/locales/use-translation'
import { FieldError, type FieldProps } from './field'
import { useFieldState } from './form-context'

const CURRENCIES = ['VND', 'USD'] as const

interface MoneyFieldProps extends Omit<FieldProps, 'unit'> {
  /** The name of the currency's own field; `<name>Currency` by default. */
  currencyName?: string
  /** The currency shown before one was chosen. */
  currency?: (typeof CURRENCIES)[number]
}

/** An amount and its currency, posted under two names. */
export function MoneyField(props: MoneyFieldProps) {
  const { t } = useTranslation('common')
  const { name, label, hint, value, required, className, currency = 'VND' } = props
  const currencyName = props.currencyName ?? `${name}Currency`
  const amount = useFieldState(name, value)
  const chosen = useFieldState(currencyName, currency)
  const wrong = amount.error ?? chosen.error
  return (
    <fieldset className={`field ${wrong ? 'field-wrong' : ''} ${className ?? ''}`}>
      <legend>
        {label} {required === false ? <span className="optional">({t('form.optional')})</span> : null}
      </legend>
      {hint ? (
        <p className="hint" id={`${amount.id}-hint`}>
          {hint}
        </p>
      ) : null}
      <FieldError id={amount.id} error={amount.error} />
      <FieldError id={chosen.id} error={chosen.error} />
      <span className="control-row">
        <input
          id={amount.id}
          name={name}
          inputMode="decimal"
          maxLength={24}
          autoComplete="off"
          className="control control-medium"
          aria-label={t('form.amount')}
          defaultValue={amount.text}
          required={required}
          aria-invalid={amount.error ? true : undefined}
          aria-describedby={amount.error ? `${amount.id}-error` : hint ? `${amount.id}-hint` : undefined}
        />
        <select
          id={chosen.id}
          name={currencyName}
          className="control"
          aria-label={t('form.currency')}
          defaultValue={chosen.text}
          aria-invalid={chosen.error ? true : undefined}
        >
          {CURRENCIES.map((code) => (
            <option key={code} value={code}>
              {t(`currency.${code}`)}
            </option>
          ))}
        </select>
      </span>
    </fieldset>
  )
}
