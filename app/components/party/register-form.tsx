import { Link } from '@remix-run/react'
import { Button } from '~/components/kit/button'
import { CheckedForm } from '~/components/kit/checked-form'
import { CheckboxField, type Choice, EmailField, PasswordField, SelectField, TextField } from '~/components/kit/field'
import type { KitFormProps } from '~/components/kit/form'
import { useHref } from '~/components/kit/use-lang'
import { registerForm } from '~/forms/party'
import { useTranslation } from '~/locales/use-translation'

const KINDS = ['vietnamese', 'foreign'] as const
const FIELDS = [
  'kind',
  'name',
  'taxCode',
  'country',
  'registrationNumber',
  'address',
  'fullName',
  'email',
  'phone',
  'password',
  'consent',
] as const

interface RegisterFormProps extends Pick<KitFormProps, 'answer'> {
  kind: (typeof KINDS)[number]
  countries: readonly (Choice & { label: string })[]
}

/** Registers an organisation and its owner; the kind is chosen by address, so that it works without scripts. */
export function RegisterForm({ kind, countries, answer }: RegisterFormProps) {
  const { t } = useTranslation('party')
  const href = useHref()
  const labels = Object.fromEntries(FIELDS.map((name) => [name, t(`field.${name}`)]))
  const text = (name: (typeof FIELDS)[number]) => ({ name, label: labels[name] })
  return (
    <CheckedForm className="form" schema={registerForm} answer={answer} labels={labels} key={kind}>
      <nav className="switch" aria-label={t('register.kind')}>
        {KINDS.map((one) => (
          <Link key={one} to={href(`/register?kind=${one}`)} aria-current={one === kind ? 'true' : undefined}>
            {t(`register.${one}`)}
          </Link>
        ))}
      </nav>
      <input type="hidden" name="kind" value={kind} />
      <h2>{t('register.organization')}</h2>
      <TextField {...text('name')} hint={t('hint.name')} autoComplete="organization" required />
      {kind === 'vietnamese' ? (
        <TextField {...text('taxCode')} hint={t('hint.taxCode')} inputMode="numeric" width="medium" required />
      ) : (
        <>
          <SelectField {...text('country')} choices={countries} required />
          <TextField {...text('registrationNumber')} hint={t('hint.registrationNumber')} required />
        </>
      )}
      <TextField {...text('address')} autoComplete="street-address" required={false} />
      <h2>{t('register.person')}</h2>
      <TextField {...text('fullName')} autoComplete="name" required />
      <EmailField {...text('email')} hint={t('hint.email')} required />
      <TextField
        {...text('phone')}
        hint={t('hint.phone')}
        type="tel"
        autoComplete="tel"
        inputMode="tel"
        width="medium"
        required={false}
      />
      <PasswordField {...text('password')} hint={t('hint.password')} autoComplete="new-password" required />
      <CheckboxField
        name="consent"
        label={t('register.consent')}
        hint={
          <Link to={href('/privacy')} target="_blank" rel="noopener">
            {t('register.privacy')}
          </Link>
        }
      />
      <Button className="justify-self-start">{t('register.send')}</Button>
    </CheckedForm>
  )
}
