import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { endRole } from '~/commands/party/end-role.server'
import { Button } from '~/components/kit/button'
import { Card } from '~/components/kit/card'
import { DayField } from '~/components/kit/day-field'
import { Form } from '~/components/kit/form'
import { useFormat } from '~/components/kit/format'
import type { PageHandle } from '~/components/kit/page-handle'
import { AccountPage } from '~/components/party/account-page'
import { addDays, dayInVietnam } from '~/domain/time/day'
import { endRoleForm } from '~/forms/party'
import {
  answerRefusal,
  formRefused,
  orThrow,
  readForm,
  refusalResponse,
  requireMay,
  seeOther,
} from '~/infra/http.server'
import { openVisit } from '~/infra/session.server'
import { pageMeta } from '~/locales/page-meta'
import { useTranslation } from '~/locales/use-translation'
import { personDetail } from '~/queries/party/person-detail.server'

export const handle: PageHandle = { dense: true }
export const meta: MetaFunction<typeof loader> = ({ data }) => data?.meta ?? []

async function openGrant(args: LoaderFunctionArgs) {
  const visit = await openVisit(args)
  requireMay(visit, args.request, 'people.manage')
  const { lang, now } = visit
  const person = orThrow(await personDetail({ id: args.params.id ?? '', lang, now }))
  const grant = person.grants.find((one) => one.id === args.params.grantId)
  if (!grant) throw refusalResponse({ code: 'not-found' })
  return { visit, person, grant }
}

export async function loader(args: LoaderFunctionArgs) {
  const { visit, person, grant } = await openGrant(args)
  const today = dayInVietnam(visit.now)
  const yesterday = addDays(today, -1)
  return { meta: pageMeta(visit.lang, 'admin', 'end'), name: person.fullName, role: grant.role, today, yesterday }
}

export async function action(args: ActionFunctionArgs) {
  const { visit, person, grant } = await openGrant(args)
  const form = await readForm(args.request, endRoleForm)
  if (!form.ok) return formRefused(form.answer, form.status)
  const input = { personId: person.id, grantId: grant.id, untilDay: form.value.untilDay }
  const verdict = await endRole(visit.ctx, input)
  if (!verdict.ok) return answerRefusal(verdict.refusal, form.values)
  return seeOther(`/${visit.lang}/office/admin/people/${person.id}`)
}

export default function PersonRoleEnd() {
  const { name, role, today, yesterday } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const { t } = useTranslation('admin')
  const { t: notice } = useTranslation('notice')
  const { day } = useFormat()
  const labels = { untilDay: t('end.untilDay') }
  return (
    <AccountPage title={t('end.title')} lead={t('end.text', { role: notice(`role.${role}`), name })}>
      <Card>
        <Form className="form" answer={answer} labels={labels}>
          <DayField
            name="untilDay"
            label={labels.untilDay}
            hint={t('end.hint', { yesterday: day(yesterday) })}
            value={today}
            min={yesterday}
            required
          />
          <Button kind="danger" className="justify-self-start">
            {t('end.send')}
          </Button>
        </Form>
      </Card>
    </AccountPage>
  )
}
