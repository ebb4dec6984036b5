import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { withdrawCase } from '~/commands/case/withdraw-case.server'
import { Button, ButtonLink } from '~/components/kit/button'
import { Card } from '~/components/kit/card'
import { CheckboxField, TextAreaField } from '~/components/kit/field'
import { Form } from '~/components/kit/form'
import { useHref } from '~/components/kit/use-lang'
import { withdrawForm } from '~/forms/interest'
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
import { myCase } from '~/queries/case/my-case.server'

export const meta: MetaFunction<typeof loader> = ({ data }) => data?.meta ?? []

export async function loader(args: LoaderFunctionArgs) {
  const visit = await openVisit(args)
  requireMay(visit, args.request, 'case.withdraw')
  const { number, version, project, land, mayWithdraw } = orThrow(await myCase(visit.ctx, args.params.number ?? ''))
  if (!mayWithdraw) throw refusalResponse({ code: 'state-forbids' })
  return { meta: pageMeta(visit.lang, 'case', 'my.withdrawal'), number, version, project, land }
}

export async function action(args: ActionFunctionArgs) {
  const visit = await openVisit(args)
  requireMay(visit, args.request, 'case.withdraw')
  const form = await readForm(args.request, withdrawForm)
  if (!form.ok) return formRefused(form.answer, form.status)
  const number = args.params.number ?? ''
  const { version, reason } = form.value
  const verdict = await withdrawCase(visit.ctx, { number, version, reason })
  if (!verdict.ok) return answerRefusal(verdict.refusal, form.values)
  return seeOther(`/${visit.lang}/my/cases/${number}`)
}

export default function Withdraw() {
  const { number, version, project, land } = useLoaderData<typeof loader>()
  const { t } = useTranslation('case')
  const { t: common } = useTranslation('common')
  const href = useHref()
  const labels = { reason: t('my.withdrawal.reason'), sure: t('my.withdrawal.sure', { number }) }
  return (
    <div className="mx-auto grid w-full max-w-2xl gap-5">
      <header>
        <p className="text-sm text-ink-soft">
          {number} · {project}, {land}
        </p>
        <h1 className="mt-1 mb-0">{t('my.withdrawal.title')}</h1>
      </header>
      <Card>
        <p className="mb-4">{t('my.withdrawal.text')}</p>
        <Form className="form" answer={useActionData<typeof action>()} labels={labels}>
          <input type="hidden" name="version" value={version} />
          <TextAreaField name="reason" label={labels.reason} maxLength={1000} rows={3} required={false} />
          <CheckboxField name="sure" label={labels.sure} />
          <div className="flex flex-wrap gap-3">
            <Button kind="danger">{t('my.withdrawal.send')}</Button>
            <ButtonLink to={href(`/my/cases/${number}`)} kind="quiet">
              {common('form.cancel')}
            </ButtonLink>
          </div>
        </Form>
      </Card>
    </div>
  )
}
