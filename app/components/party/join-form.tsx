import { Link } from '@remix-run/react'
import { Button, ButtonLink } from '~/components/kit/button'
import { Card } from '~/components/kit/card'
import { Facts } from '~/components/kit/facts'
import { CheckboxField, TextField } from '~/components/kit/field'
import { Form, type KitFormProps } from '~/components/kit/form'
import { useFormat } from '~/components/kit/format'
import { NoticeBanner } from '~/components/kit/notice-banner'
import { useHref } from '~/components/kit/use-lang'
import type { MemberRole } from '~/domain/party/permission'
import { useTranslation } from '~/locales/use-translation'
import { NewPasswordFields } from './new-password-fields'

interface JoinFormProps extends Pick<KitFormProps, 'answer'> {
  link: {
    organization: string
    email: string
    role: MemberRole
    fromDay: string | null
    untilDay: string | null
    scope: string | null
    by: 'own_account' | 'sign_in' | 'new_account' | 'another_account'
  }
  /** Signing in, and back to the invitation. */
  signIn: string
}

/** An invitation to an organisation: what it gives, and how it is taken. */
export function JoinForm({ link, signIn, answer }: JoinFormProps) {
  const { t } = useTranslation('organization')
  const { t: party } = useTranslation('party')
  const { t: notice } = useTranslation('notice')
  const { day } = useFormat()
  const href = useHref()
  const labels = {
    fullName: party('field.fullName'),
    password: party('field.password'),
    passwordRepeat: party('field.passwordRepeat'),
    consent: party('field.consent'),
  }
  return (
    <Card>
      <Facts
        items={[
          { label: party('field.name'), value: link.organization },
          { label: t('member.role'), value: notice(`member.${link.role}`) },
          { label: t('mandate.from'), value: link.fromDay && day(link.fromDay) },
          { label: t('mandate.last'), value: link.untilDay && day(link.untilDay) },
          { label: t('mandate.scope'), value: link.scope },
          { label: party('field.email'), value: link.email },
        ]}
      />
      {link.by === 'another_account' ? <NoticeBanner tone="amber">{t('join.another', link)}</NoticeBanner> : null}
      {link.by === 'sign_in' ? (
        <div className="grid justify-items-start gap-3">
          <p>{t('join.signIn', link)}</p>
          <ButtonLink to={signIn}>{party('signIn.send')}</ButtonLink>
        </div>
      ) : null}
      {link.by === 'own_account' ? (
        <Form answer={answer} className="form">
          <Button className="justify-self-start">{t('join.send')}</Button>
        </Form>
      ) : null}
      {link.by === 'new_account' ? (
        <Form answer={answer} labels={labels} className="form">
          <p>{t('join.newAccount', link)}</p>
          <input type="text" name="username" autoComplete="username" value={link.email} readOnly hidden />
          <TextField name="fullName" label={labels.fullName} autoComplete="name" maxLength={120} required />
          <NewPasswordFields />
          <CheckboxField
            name="consent"
            label={party('register.consent')}
            hint={
              <Link to={href('/privacy')} target="_blank" rel="noopener">
                {party('register.privacy')}
              </Link>
            }
          />
          <Button className="justify-self-start">{t('join.send')}</Button>
        </Form>
      ) : null}
    </Card>
  )
}
