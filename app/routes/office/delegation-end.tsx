import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Link, useActionData, useLoaderData } from '@remix-run/react'
import { endDelegation } from '~/commands/party/end-delegation.server'
import { Button, ButtonLink } from '~/components/kit/button'
import { Card } from '~/components/kit/card'
import { DayField } from '~/components/kit/day-field'
import { TextAreaField } from '~/components/kit/field'
import { Form } from '~/components/kit/form'
import { useFormat } from '~/components/kit/format'
import { useHref } from '~/components/kit/use-lang'
import { DelegationTable } from '~/components/party/delegation-table'
import type { FormAnswer } from '~/forms/answer'
import { endDelegationForm } from '~/forms/delegation'
import { answerRefusal, formRefused, orThrow, readForm, requireMay, seeOther } from '~/infra/http.server'
import { openVisit } from '~/infra/session.server'
import { pageMeta } from '~/locales/page-meta'
import { useTranslation } from '~/locales/use-translation'
import { delegationToEnd } from '~/queries/party/delegations.server'

export const handle = { dense: true }
export const meta: MetaFunction<typeof loader> = ({ data }) => data?.meta ?? []

export async function loader(args: LoaderFunctionArgs) {
  const visit = await openVisit(args)
  requireMay(visit, args.request, 'delegation.write')
  const page = orThrow(await delegationToEnd(visit.ctx, args.params.id ?? ''))
  return { ...page, meta: pageMeta(visit.lang, 'signing', 'end') }
}

export async function action(args: ActionFunctionArgs) {
  const visit = await openVisit(args)
  requireMay(visit, args.request, 'delegation.write')
  const id = args.params.id ?? ''
  orThrow(await delegationToEnd(visit.ctx, id))
  const form = await readForm(args.request, endDelegationForm)
  if (!form.ok) return formRefused(form.answer, form.status)
  const verdict = await endDelegation(visit.ctx, { ...form.value, id })
  if (!verdict.ok) return answerRefusal(verdict.refusal, form.values)
  return seeOther(`/${visit.lang}/office/delegations`)
}

export default function EndDelegation() {
  const { delegation, first } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>() as FormAnswer | undefined
  const { t } = useTranslation(['signing', 'common'])
  const { day } = useFormat()
  const href = useHref()
  const labels = { fromDay: t('end.fromDay'), reason: t('end.reason') }
  const back = href('/office/delegations')
  return (
    <>
      <p className="mb-1 text-sm">
        <Link to={back}>← {t('page.title')}</Link>
      </p>
      <h1>{t('end.title')}</h1>
      <div className="grid grid-cols-[minmax(0,1fr)] gap-4">
        <Card>
          <DelegationTable caption={t('open')} rows={[{ ...delegation, mayEnd: false }]} />
        </Card>
        <Card>
          <p className="mb-3 max-w-prose text-ink-soft">{t('end.help')}</p>
          <Form answer={answer} labels={labels} className="max-w-xl">
            <div className="grid gap-4">
              <DayField
                name="fromDay"
                label={labels.fromDay}
                hint={t('end.fromHint', { until: day(delegation.lastDay) })}
                value={first}
                required
              />
              <TextAreaField name="reason" label={labels.reason} rows={3} maxLength={500} required />
            </div>
            <div className="actions mt-4">
              <Button kind="danger">{t('end.save')}</Button>
              <ButtonLink kind="quiet" to={back}>
                {t('common:form.cancel')}
              </ButtonLink>
            </div>
          </Form>
        </Card>
      </div>
    </>
  )
}
