import { PasswordField } from '~/components/kit/field'
import { useTranslation } from '~/locales/use-translation'

/** A new password, typed twice. */
export function NewPasswordFields() {
  const { t } = useTranslation('party')
  return (
    <>
      <PasswordField
        name="password"
        label={t('field.password')}
        hint={t('hint.password')}
        autoComplete="new-password"
        required
      />
      <PasswordField name="passwordRepeat" label={t('field.passwordRepeat')} autoComplete="new-password" required />
    </>
  )
}
