import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { reactivatePerson } from '~/commands/party/reactivate-person.server'
import { Button } from '~/components/kit/button'
import { Card } from '~/components/kit/card'
import { TextField } from '~/components/kit/field'
import { Form } from '~/components/kit/form'
import type { PageHandle } from '~/components/kit/page-handle'
import { AccountPage } from '~/components/party/account-page'
import { personStateForm } from '~/forms/party'
import { answerRefusal, formRefused, orThrow, readForm, requireMay, seeOther } from '~/infra/http.server'
import { openVisit } from '~/infra/session.server'
import { pageMeta } from '~/locales/page-meta'
import { useTranslation } from '~/locales/use-translation'
import { personDetail } from '~/queries/party/person-detail.server'

export const handle: PageHandle = { dense: true }
export const meta: MetaFunction<typeof loader> = ({ data }) => data?.meta ?? []

export async function loader(args: LoaderFunctionArgs) {
  const visit = await openVisit(args)
  requireMay(visit, args.request, 'people.manage')
  const { fullName } = orThrow(await personDetail({ id: args.params.id ?? '', lang: visit.lang, now: visit.now }))
  return { meta: pageMeta(visit.lang, 'admin', 'reactivate'), name: fullName }
}

export async function action(args: ActionFunctionArgs) {
  const visit = await openVisit(args)
  requireMay(visit, args.request, 'people.manage')
  const { id } = orThrow(await personDetail({ id: args.params.id ?? '', lang: visit.lang, now: visit.now }))
  const form = await readForm(args.request, personStateForm)
  if (!form.ok) return formRefused(form.answer, form.status)
  const verdict = await reactivatePerson(visit.ctx, { personId: id, ...form.value })
  if (!verdict.ok) return answerRefusal(verdict.refusal, form.values)
  return seeOther(`/${visit.lang}/office/admin/people/${id}`)
}

export default function PersonReactivate() {
  const { name } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const { t } = useTranslation('admin')
  const labels = { reason: t('deactivate.reason') }
  return (
    <AccountPage title={t('reactivate.title')} lead={t('reactivate.text', { name })}>
      <Card>
        <Form className="form" answer={answer} labels={labels}>
          <TextField name="reason" label={labels.reason} maxLength={300} required />
          <Button className="justify-self-start">{t('reactivate.send')}</Button>
        </Form>
      </Card>
    </AccountPage>
  )
}
