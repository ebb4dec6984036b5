import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { grantRole } from '~/commands/party/grant-role.server'
import { Button } from '~/components/kit/button'
import { Card } from '~/components/kit/card'
import { CheckedForm } from '~/components/kit/checked-form'
import type { PageHandle } from '~/components/kit/page-handle'
import { AccountPage } from '~/components/party/account-page'
import { GrantFields, useGrantLabels } from '~/components/party/grant-fields'
import { dayInVietnam } from '~/domain/time/day'
import { grantRoleForm } from '~/forms/party'
import { answerRefusal, formRefused, orThrow, readForm, requireMay, seeOther } from '~/infra/http.server'
import { openVisit } from '~/infra/session.server'
import { pageMeta } from '~/locales/page-meta'
import { useTranslation } from '~/locales/use-translation'
import { personDetail } from '~/queries/party/person-detail.server'
import { roleScopes } from '~/queries/party/role-scopes.server'

export const handle: PageHandle = { dense: true, scripts: true }
export const meta: MetaFunction<typeof loader> = ({ data }) => data?.meta ?? []

export async function loader(args: LoaderFunctionArgs) {
  const visit = await openVisit(args)
  requireMay(visit, args.request, 'people.manage')
  const { lang, now } = visit
  const { fullName } = orThrow(await personDetail({ id: args.params.id ?? '', lang, now }))
  return { meta: pageMeta(lang, 'admin', 'grant'), fullName, scopes: await roleScopes(lang), today: dayInVietnam(now) }
}

export async function action(args: ActionFunctionArgs) {
  const visit = await openVisit(args)
  requireMay(visit, args.request, 'people.manage')
  const { lang, now } = visit
  const { id } = orThrow(await personDetail({ id: args.params.id ?? '', lang, now }))
  const form = await readForm(args.request, grantRoleForm)
  if (!form.ok) return formRefused(form.answer, form.status)
  const verdict = await grantRole(visit.ctx, { ...form.value, personId: id })
  if (!verdict.ok) return answerRefusal(verdict.refusal, form.values)
  return seeOther(`/${lang}/office/admin/people/${id}`)
}

export default function PersonRole() {
  const { fullName, scopes, today } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const { t } = useTranslation('admin')
  return (
    <AccountPage title={t('grant.title')} lead={fullName}>
      <Card>
        <CheckedForm className="form" schema={grantRoleForm} answer={answer} labels={useGrantLabels()}>
          <GrantFields scopes={scopes} today={today} />
          <Button className="justify-self-start">{t('grant.send')}</Button>
        </CheckedForm>
      </Card>
    </AccountPage>
  )
}
