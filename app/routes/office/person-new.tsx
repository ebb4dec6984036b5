import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { invitePerson } from '~/commands/party/invite-person.server'
import { Button } from '~/components/kit/button'
import { Card } from '~/components/kit/card'
import { CheckedForm } from '~/components/kit/checked-form'
import { EmailField, SelectField, TextField } from '~/components/kit/field'
import type { PageHandle } from '~/components/kit/page-handle'
import { AccountPage } from '~/components/party/account-page'
import { GrantFields, useGrantLabels } from '~/components/party/grant-fields'
import { dayInVietnam } from '~/domain/time/day'
import { inviteForm } from '~/forms/party'
import { answerRefusal, formRefused, readForm, requireMay, seeOther } from '~/infra/http.server'
import { openVisit } from '~/infra/session.server'
import { pageMeta } from '~/locales/page-meta'
import { useTranslation } from '~/locales/use-translation'
import { roleScopes } from '~/queries/party/role-scopes.server'

export const handle: PageHandle = { dense: true, scripts: true }
export const meta: MetaFunction<typeof loader> = ({ data }) => data?.meta ?? []

const LANGUAGES = [
  { value: 'vi', label: 'Tiếng Việt' },
  { value: 'en', label: 'English' },
  { value: 'zh', label: '中文（简体）' },
]

export async function loader(args: LoaderFunctionArgs) {
  const visit = await openVisit(args)
  requireMay(visit, args.request, 'people.manage')
  const { lang, now } = visit
  return { meta: pageMeta(lang, 'admin', 'invite'), scopes: await roleScopes(lang), today: dayInVietnam(now) }
}

export async function action(args: ActionFunctionArgs) {
  const visit = await openVisit(args)
  requireMay(visit, args.request, 'people.manage')
  const form = await readForm(args.request, inviteForm)
  if (!form.ok) return formRefused(form.answer, form.status)
  const verdict = await invitePerson(visit.ctx, form.value)
  if (!verdict.ok) return answerRefusal(verdict.refusal, form.values)
  return seeOther(`/${visit.lang}/office/admin/people/${verdict.value}?invited`)
}

export default function PersonNew() {
  const { scopes, today } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const { t } = useTranslation('admin')
  const own = { fullName: t('invite.fullName'), email: t('invite.email'), lang: t('invite.lang') }
  const labels = { ...own, ...useGrantLabels() }
  return (
    <AccountPage title={t('invite.title')} lead={t('invite.intro')}>
      <Card>
        <CheckedForm className="form" schema={inviteForm} answer={answer} labels={labels}>
          <TextField name="fullName" label={own.fullName} autoComplete="off" required />
          <EmailField name="email" label={own.email} autoComplete="off" required />
          <SelectField name="lang" label={own.lang} choices={LANGUAGES} value="vi" blank={null} required />
          <GrantFields scopes={scopes} today={today} />
          <Button className="justify-self-start">{t('invite.send')}</Button>
        </CheckedForm>
      </Card>
    </AccountPage>
  )
}
