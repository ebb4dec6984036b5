import type { HTMLInputTypeAttribute, ReactNode, SelectHTMLAttributes, TextareaHTMLAttributes } from 'react'
import type { FormError } from '~/forms/answer'
import { useTranslation } from '~/locales/use-translation'
import { useFieldState } from './form-context'
import { RefusalText } from './refusal-text'

export interface FieldProps {
  name: string
  label: ReactNode
  /** One line under the label, where a layperson would stumble. */
  hint?: ReactNode
  /** What stands in the field before anything was typed. */
  value?: string
  required?: boolean
  /** Shown behind the control: a unit. */
  unit?: ReactNode
  className?: string
}

interface ShellProps extends Pick<FieldProps, 'label' | 'hint' | 'required' | 'className'> {
  id: string
  error: FormError | undefined
  children: ReactNode
}

const describedBy = (id: string, hint: unknown, error: unknown) =>
  [hint ? `${id}-hint` : '', error ? `${id}-error` : ''].filter(Boolean).join(' ') || undefined

function Hint({ id, hint }: { id: string; hint: ReactNode }) {
  return hint ? (
    <p className="hint" id={`${id}-hint`}>
      {hint}
    </p>
  ) : null
}

/** The sentence under a field that is not right. */
export function FieldError({ id, error }: { id: string; error: FormError | undefined }) {
  const { t } = useTranslation('common')
  return error ? (
    <p className="field-error" id={`${id}-error`}>
      <span className="sr-only">{t('form.error')}: </span>
      <RefusalText code={error.code} values={error.values} />
    </p>
  ) : null
}

function Optional({ required }: { required: boolean | undefined }) {
  const { t } = useTranslation('common')
  return required === false ? <span className="optional">({t('form.optional')})</span> : null
}

function Shell({ id, label, hint, error, required, className, children }: ShellProps) {
  return (
    <div className={`field ${error ? 'field-wrong' : ''} ${className ?? ''}`}>
      <label htmlFor={id}>
        {label} <Optional required={required} />
      </label>
      <Hint id={id} hint={hint} />
      <FieldError id={id} error={error} />
      {children}
    </div>
  )
}

function GroupShell({ id, label, hint, error, required, className, children }: ShellProps) {
  return (
    <fieldset
      className={`field ${error ? 'field-wrong' : ''} ${className ?? ''}`}
      aria-describedby={describedBy(id, hint, error)}
    >
      <legend>
        {label} <Optional required={required} />
      </legend>
      <Hint id={id} hint={hint} />
      <FieldError id={id} error={error} />
      {children}
    </fieldset>
  )
}

interface InputProps extends FieldProps {
  type?: HTMLInputTypeAttribute
  autoComplete?: string
  inputMode?: 'text' | 'numeric' | 'decimal' | 'email' | 'tel' | 'search' | 'url'
  width?: 'full' | 'medium' | 'short'
  min?: string | number
  max?: string | number
  maxLength?: number
  step?: string
  placeholder?: string
}

/** One line of input: text, e-mail, telephone, number, day. */
export function TextField(props: InputProps) {
  const { name, label, hint, value, required, unit, className, type = 'text', width = 'full', ...rest } = props
  const { id, text, error } = useFieldState(name, value)
  return (
    <Shell {...{ id, label, hint, error, required, className }}>
      <span className="control-row">
        <input
          {...rest}
          id={id}
          name={name}
          type={type}
          className={`control control-${width}`}
          defaultValue={type === 'password' ? undefined : text}
          required={required}
          aria-invalid={error ? true : undefined}
          aria-describedby={describedBy(id, hint, error)}
        />
        {unit ? <span className="unit">{unit}</span> : null}
      </span>
    </Shell>
  )
}

/** An e-mail address. */
export const EmailField = (props: Omit<InputProps, 'type'>) => (
  <TextField autoComplete="email" inputMode="email" {...props} type="email" />
)

/** A password; never filled in again by an answer. */
export const PasswordField = (props: Omit<InputProps, 'type'>) => (
  <TextField autoComplete="current-password" {...props} type="password" />
)

interface TextAreaProps extends FieldProps, Pick<TextareaHTMLAttributes<HTMLTextAreaElement>, 'rows' | 'maxLength'> {}

/** Several lines of text. */
export function TextAreaField({ name, label, hint, value, required, className, unit, ...rest }: TextAreaProps) {
  const { id, text, error } = useFieldState(name, value)
  return (
    <Shell {...{ id, label, hint, error, required, className }}>
      <textarea
        rows={5}
        {...rest}
        id={id}
        name={name}
        className="control control-full"
        defaultValue={text}
        required={required}
        aria-invalid={error ? true : undefined}
        aria-describedby={describedBy(id, hint, error)}
      />
      {unit}
    </Shell>
  )
}

export interface Choice {
  value: string
  label: ReactNode
  hint?: ReactNode
  disabled?: boolean
}

interface SelectProps extends FieldProps, Pick<SelectHTMLAttributes<HTMLSelectElement>, 'multiple' | 'size'> {
  choices: readonly (Choice & { label: string })[]
  /** The first line that stands for "nothing chosen"; none when null. */
  blank?: string | null
}

/** One choice out of a list. */
export function SelectField(props: SelectProps) {
  const { t } = useTranslation('common')
  const { name, label, hint, value, required, unit, className, choices, blank, ...rest } = props
  const { id, text, list, error } = useFieldState(name, value)
  return (
    <Shell {...{ id, label, hint, error, required, className }}>
      <span className="control-row">
        <select
          {...rest}
          id={id}
          name={name}
          className="control"
          defaultValue={rest.multiple ? list : (text ?? '')}
          required={required}
          aria-invalid={error ? true : undefined}
          aria-describedby={describedBy(id, hint, error)}
        >
          {blank === null || rest.multiple ? null : <option value="">{blank ?? t('form.choose')}</option>}
          {choices.map((choice) => (
            <option key={choice.value} value={choice.value} disabled={choice.disabled}>
              {choice.label}
            </option>
          ))}
        </select>
        {unit ? <span className="unit">{unit}</span> : null}
      </span>
    </Shell>
  )
}

interface ChoicesProps extends Omit<FieldProps, 'value' | 'unit'> {
  choices: readonly Choice[]
  value?: string | readonly string[]
  inline?: boolean
}

function Choices({ type, choices, inline, ...props }: ChoicesProps & { type: 'radio' | 'checkbox' }) {
  const { name, label, hint, value, required, className } = props
  const { id, list, error } = useFieldState(name, value)
  return (
    <GroupShell {...{ id, label, hint, error, required, className }}>
      <div className={inline ? 'choices choices-inline' : 'choices'}>
        {choices.map((choice, index) => {
          const own = index === 0 ? id : `${id}-${index}`
          return (
            <label key={choice.value} className="choice" htmlFor={own}>
              <input
                id={own}
                type={type}
                name={name}
                value={choice.value}
                defaultChecked={list.includes(choice.value)}
                disabled={choice.disabled}
                aria-invalid={error ? true : undefined}
                aria-describedby={error ? `${id}-error` : undefined}
              />
              <span>
                {choice.label}
                {choice.hint ? <span className="hint block">{choice.hint}</span> : null}
              </span>
            </label>
          )
        })}
      </div>
    </GroupShell>
  )
}

/** One choice, all of them in sight. */
export const RadioField = (props: ChoicesProps) => <Choices {...props} type="radio" />

/** Any number of choices; the values come as one name repeated. */
export const CheckboxesField = (props: ChoicesProps) => <Choices {...props} type="checkbox" />

/** One yes or no; posts `yes` when ticked and nothing otherwise. */
export function CheckboxField({ name, label, hint, value, className }: Omit<FieldProps, 'unit' | 'required'>) {
  const { id, text, error } = useFieldState(name, value)
  return (
    <div className={`field ${error ? 'field-wrong' : ''} ${className ?? ''}`}>
      <FieldError id={id} error={error} />
      <label className="choice" htmlFor={id}>
        <input
          id={id}
          type="checkbox"
          name={name}
          value="yes"
          defaultChecked={text === 'yes'}
          aria-invalid={error ? true : undefined}
          aria-describedby={describedBy(id, hint, error)}
        />
        <span>{label}</span>
      </label>
      <Hint id={id} hint={hint} />
    </div>
  )
}

interface FileProps extends Omit<FieldProps, 'value' | 'unit'> {
  accept?: string
  multiple?: boolean
}

/** A file; its form needs `encType="multipart/form-data"`. */
export function FileField({ name, label, hint, required, className, accept, multiple }: FileProps) {
  const { id, error } = useFieldState(name, undefined)
  return (
    <Shell {...{ id, label, hint, error, required, className }}>
      <input
        id={id}
        name={name}
        type="file"
        accept={accept}
        multiple={multiple}
        className="control control-full control-file"
        required={required}
        aria-invalid={error ? true : undefined}
        aria-describedby={describedBy(id, hint, error)}
      />
    </Shell>
  )
}
