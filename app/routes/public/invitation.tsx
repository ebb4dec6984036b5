import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { acceptInvitation } from '~/commands/party/accept-invitation.server'
import { useFormat } from '~/components/kit/format'
import type { PageHandle } from '~/components/kit/page-handle'
import { AccountPage } from '~/components/party/account-page'
import { BadLink } from '~/components/party/bad-link'
import { SetPasswordForm } from '~/components/party/set-password-form'
import { newPasswordForm } from '~/forms/party'
import { answerRefusal, formRefused, limit, readForm, seeOther } from '~/infra/http.server'
import { beginSession, openVisit } from '~/infra/session.server'
import { pageMeta } from '~/locales/page-meta'
import { useTranslation } from '~/locales/use-translation'
import { mailedLink } from '~/queries/party/mailed-link.server'

export const handle: PageHandle = { scripts: true }
export const meta: MetaFunction<typeof loader> = ({ data }) => data?.meta ?? []

export async function loader(args: LoaderFunctionArgs) {
  const visit = await openVisit(args)
  const link = await mailedLink(args.params.token ?? '', 'invitation', visit.now)
  return { meta: pageMeta(visit.lang, 'party', 'invitation'), link }
}

export async function action(args: ActionFunctionArgs) {
  const visit = await openVisit(args)
  await limit('sign-in', visit.ip)
  const form = await readForm(args.request, newPasswordForm)
  if (!form.ok) return formRefused(form.answer, form.status)
  const verdict = await acceptInvitation(visit.ctx, { token: args.params.token ?? '', password: form.value.password })
  if (!verdict.ok) return answerRefusal(verdict.refusal)
  await beginSession(args, verdict.value.personId)
  return seeOther(`/${visit.lang}${verdict.value.landing}`)
}

export default function Invitation() {
  const { link } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const { t } = useTranslation('party')
  const { t: notice } = useTranslation('notice')
  const { day } = useFormat()
  if (link === null) return <BadLink again="/forgot-password" />
  const { email, fullName: name, roles } = link
  const labels = { password: t('field.password'), passwordRepeat: t('field.passwordRepeat') }
  return (
    <AccountPage title={t('invitation.title')} lead={t('invitation.text', { name, email })}>
      <div>
        <h2>{t('invitation.roles')}</h2>
        <ul className="list-disc pl-5">
          {roles.map(({ role, fromDay, untilDay }) => {
            const values = { role: notice(`role.${role}`), from: day(fromDay), until: untilDay ? day(untilDay) : '' }
            return <li key={role + fromDay}>{t(untilDay ? 'invitation.between' : 'invitation.from', values)}</li>
          })}
        </ul>
      </div>
      <SetPasswordForm email={email} send={t('invitation.send')} answer={answer} labels={labels} />
    </AccountPage>
  )
}
