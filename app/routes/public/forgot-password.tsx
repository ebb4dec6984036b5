import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { requestPasswordReset } from '~/commands/party/request-password-reset.server'
import { Button } from '~/components/kit/button'
import { Card } from '~/components/kit/card'
import { CheckedForm } from '~/components/kit/checked-form'
import { EmailField } from '~/components/kit/field'
import type { PageHandle } from '~/components/kit/page-handle'
import { AccountPage } from '~/components/party/account-page'
import { MailSent } from '~/components/party/mail-sent'
import { forgotPasswordForm } from '~/forms/party'
import { answerRefusal, formRefused, limit, readForm, seeOther } from '~/infra/http.server'
import { openVisit } from '~/infra/session.server'
import { pageMeta } from '~/locales/page-meta'
import { useTranslation } from '~/locales/use-translation'

export const handle: PageHandle = { scripts: true }
export const meta: MetaFunction<typeof loader> = ({ data }) => data?.meta ?? []

export async function loader(args: LoaderFunctionArgs) {
  const { lang } = await openVisit(args)
  return { meta: pageMeta(lang, 'party', 'forgot'), sent: new URL(args.request.url).searchParams.has('sent') }
}

export async function action(args: ActionFunctionArgs) {
  const visit = await openVisit(args)
  await limit('sign-in', visit.ip)
  const form = await readForm(args.request, forgotPasswordForm)
  if (!form.ok) return formRefused(form.answer, form.status)
  const verdict = await requestPasswordReset(visit.ctx, form.value)
  if (!verdict.ok) return answerRefusal(verdict.refusal, form.values)
  return seeOther(`/${visit.lang}/forgot-password?sent`)
}

export default function ForgotPassword() {
  const { sent } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const { t } = useTranslation('party')
  if (sent) {
    return (
      <MailSent title={t('forgot.sentTitle')}>
        <p>{t('forgot.sentText')}</p>
      </MailSent>
    )
  }
  const labels = { email: t('field.email') }
  return (
    <AccountPage title={t('forgot.title')} lead={t('forgot.intro')}>
      <Card>
        <CheckedForm className="form" schema={forgotPasswordForm} answer={answer} labels={labels}>
          <EmailField name="email" label={labels.email} required />
          <Button className="justify-self-start">{t('forgot.send')}</Button>
        </CheckedForm>
      </Card>
    </AccountPage>
  )
}
