import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { resetPassword } from '~/commands/party/reset-password.server'
import type { PageHandle } from '~/components/kit/page-handle'
import { AccountPage } from '~/components/party/account-page'
import { BadLink } from '~/components/party/bad-link'
import { SetPasswordForm } from '~/components/party/set-password-form'
import { newPasswordForm } from '~/forms/party'
import { answerRefusal, formRefused, limit, readForm, seeOther } from '~/infra/http.server'
import { openVisit } from '~/infra/session.server'
import { pageMeta } from '~/locales/page-meta'
import { useTranslation } from '~/locales/use-translation'
import { mailedLink } from '~/queries/party/mailed-link.server'

export const handle: PageHandle = { scripts: true }
export const meta: MetaFunction<typeof loader> = ({ data }) => data?.meta ?? []

export async function loader(args: LoaderFunctionArgs) {
  const visit = await openVisit(args)
  const link = await mailedLink(args.params.token ?? '', 'reset_password', visit.now)
  return { meta: pageMeta(visit.lang, 'party', 'reset'), email: link?.email ?? null }
}

export async function action(args: ActionFunctionArgs) {
  const visit = await openVisit(args)
  await limit('sign-in', visit.ip)
  const form = await readForm(args.request, newPasswordForm)
  if (!form.ok) return formRefused(form.answer, form.status)
  const verdict = await resetPassword(visit.ctx, { token: args.params.token ?? '', password: form.value.password })
  if (!verdict.ok) return answerRefusal(verdict.refusal)
  return seeOther(`/${visit.lang}/sign-in?done=reset`)
}

export default function ResetPassword() {
  const { email } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const { t } = useTranslation('party')
  if (email === null) return <BadLink again="/forgot-password" />
  const labels = { password: t('field.password'), passwordRepeat: t('field.passwordRepeat') }
  return (
    <AccountPage title={t('reset.title')} lead={t('reset.text', { email })}>
      <SetPasswordForm email={email} send={t('reset.send')} answer={answer} labels={labels} />
    </AccountPage>
  )
}
