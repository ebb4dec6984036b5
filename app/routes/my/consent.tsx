import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { widenConsent } from '~/commands/case/widen-consent.server'
import { Button, ButtonLink } from '~/components/kit/button'
import { Card } from '~/components/kit/card'
import { RadioField } from '~/components/kit/field'
import { Form } from '~/components/kit/form'
import { useHref } from '~/components/kit/use-lang'
import { consentForm } from '~/forms/desk'
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
import { developerForInvestor } from '~/queries/case/developer-desk.server'

export const meta: MetaFunction<typeof loader> = ({ data }) => data?.meta ?? []

export async function loader(args: LoaderFunctionArgs) {
  const visit = await openVisit(args)
  requireMay(visit, args.request, 'desk.consent')
  const request = orThrow(await developerForInvestor(visit.ctx, args.params.number ?? ''))
  if (request.wider.length === 0) throw refusalResponse({ code: 'state-forbids' })
  return { request, meta: pageMeta(visit.lang, 'desk', 'my.consent') }
}

export async function action(args: ActionFunctionArgs) {
  const visit = await openVisit(args)
  requireMay(visit, args.request, 'desk.consent')
  const form = await readForm(args.request, consentForm)
  if (!form.ok) return formRefused(form.answer, form.status)
  const number = args.params.number ?? ''
  const verdict = await widenConsent(visit.ctx, { number, ...form.value })
  if (!verdict.ok) return answerRefusal(verdict.refusal, form.values)
  return seeOther(`/${visit.lang}/my/cases/${number}#developer`)
}

export default function Consent() {
  const { request } = useLoaderData<typeof loader>()
  const { t } = useTranslation(['desk', 'common'])
  const href = useHref()
  const developer = request.developer ?? t('fact.developer')
  return (
    <div className="mx-auto grid w-full max-w-2xl gap-5">
      <header>
        <p className="text-sm text-ink-soft">
          {request.number} · {request.project}
        </p>
        <h1 className="mt-1 mb-0">{t('my.consent.title')}</h1>
      </header>
      <Card>
        <p className="mb-4">{t('my.consent.text', { developer, now: t(`scope.${request.scope}`) })}</p>
        <Form className="form" answer={useActionData<typeof action>()} labels={{ scope: t('my.consent.scope') }}>
          <RadioField
            name="scope"
            label={t('my.consent.scope')}
            hint={t('my.consent.hint')}
            choices={request.wider.map((value) => ({ value, label: t(`scope.${value}`) }))}
          />
          <div className="flex flex-wrap gap-3">
            <Button>{t('my.consent.send')}</Button>
            <ButtonLink to={href(`/my/cases/${request.number}`)} kind="quiet">
              {t('common:form.cancel')}
            </ButtonLink>
          </div>
        </Form>
      </Card>
    </div>
  )
}
