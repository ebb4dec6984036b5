import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Link, useActionData, useLoaderData } from '@remix-run/react'
import { delegateSigning } from '~/commands/party/delegate-signing.server'
import { Card } from '~/components/kit/card'
import { useHref } from '~/components/kit/use-lang'
import { DelegationForm } from '~/components/party/delegation-form'
import { DelegationTable } from '~/components/party/delegation-table'
import type { FormAnswer } from '~/forms/answer'
import { delegationForm } from '~/forms/delegation'
import { answerRefusal, formRefused, limit, readForm, requireMay, seeOther } from '~/infra/http.server'
import { openVisit } from '~/infra/session.server'
import { pageMeta } from '~/locales/page-meta'
import { useTranslation } from '~/locales/use-translation'
import { delegations } from '~/queries/party/delegations.server'

export const handle = { dense: true }
export const meta: MetaFunction<typeof loader> = ({ data }) => data?.meta ?? []

export async function loader(args: LoaderFunctionArgs) {
  const visit = await openVisit(args)
  requireMay(visit, args.request, 'delegation.read')
  return { ...(await delegations(visit.ctx)), meta: pageMeta(visit.lang, 'signing', 'page') }
}

export async function action(args: ActionFunctionArgs) {
  const visit = await openVisit(args)
  requireMay(visit, args.request, 'delegation.write')
  await limit('upload', visit.actor.personId ?? visit.ip)
  const form = await readForm(args.request, delegationForm, 'files')
  if (!form.ok) return formRefused(form.answer, form.status)
  const verdict = await delegateSigning(visit.ctx, { ...form.value, uploads: form.uploads })
  if (!verdict.ok) return answerRefusal(verdict.refusal, form.values)
  return seeOther(`/${visit.lang}/office/delegations`)
}

export default function Delegations() {
  const { open, ended, mayWrite, delegates, zones, today } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>() as FormAnswer | undefined
  const { t } = useTranslation('signing')
  const href = useHref()
  return (
    <>
      <p className="mb-1 text-sm">
        <Link to={href('/office')}>← {t('back')}</Link>
      </p>
      <h1>{t('page.title')}</h1>
      <p className="mb-4 max-w-prose text-ink-soft">{t('intro')}</p>
      <div className="grid grid-cols-[minmax(0,1fr)] gap-4">
        <Card title={t('open')}>
          {open.length > 0 ? (
            <DelegationTable caption={t('open')} rows={open} />
          ) : (
            <p className="text-ink-soft">{t('none')}</p>
          )}
        </Card>
        {mayWrite ? (
          <Card title={t('give')}>
            <p className="mb-3 max-w-prose text-sm text-ink-soft">{t('giveHelp')}</p>
            {delegates.length > 0 ? (
              <div className="max-w-3xl">
                <DelegationForm delegates={delegates} zones={zones} today={today} answer={answer} />
              </div>
            ) : (
              <p>{t('nobody')}</p>
            )}
          </Card>
        ) : null}
        {ended.length > 0 ? (
          <Card title={t('ended')}>
            <DelegationTable caption={t('ended')} rows={ended} />
          </Card>
        ) : null}
      </div>
    </>
  )
}
