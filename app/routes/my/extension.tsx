import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { askExtension } from '~/commands/case/ask-extension.server'
import { Button, ButtonLink } from '~/components/kit/button'
import { Card } from '~/components/kit/card'
import { DayField } from '~/components/kit/day-field'
import { TextAreaField } from '~/components/kit/field'
import { Form } from '~/components/kit/form'
import { useFormat } from '~/components/kit/format'
import { useHref } from '~/components/kit/use-lang'
import type { FormAnswer } from '~/forms/answer'
import { extensionForm } from '~/forms/interest'
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
  requireMay(visit, args.request, 'case.answer_supplement')
  const { number, project, open, mayAnswer } = orThrow(await myCase(visit.ctx, args.params.number ?? ''))
  if (!mayAnswer || open?.extension?.state !== 'open') throw refusalResponse({ code: 'state-forbids' })
  return { meta: pageMeta(visit.lang, 'case', 'my.supplement'), number, project, dueDay: open.dueDay }
}

export async function action(args: ActionFunctionArgs) {
  const visit = await openVisit(args)
  requireMay(visit, args.request, 'case.answer_supplement')
  const form = await readForm(args.request, extensionForm)
  if (!form.ok) return formRefused(form.answer, form.status)
  const number = args.params.number ?? ''
  const verdict = await askExtension(visit.ctx, { number, ...form.value })
  if (!verdict.ok) return answerRefusal(verdict.refusal, form.values)
  return seeOther(`/${visit.lang}/my/cases/${number}`)
}

export default function AskExtension() {
  const { number, project, dueDay } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>() as FormAnswer | undefined
  const { t } = useTranslation(['case', 'common'])
  const { dayLong } = useFormat()
  const href = useHref()
  const labels = { day: t('my.extension.day'), reason: t('my.extension.reason') }
  return (
    <div className="mx-auto grid w-full max-w-2xl gap-5">
      <header>
        <p className="text-sm text-ink-soft">
          {number} · {project}
        </p>
        <h1>{t('my.extension.title')}</h1>
        <p className="text-ink-soft">{t('my.extension.lead', { day: dayLong(dueDay) })}</p>
      </header>
      <Card>
        <Form answer={answer} labels={labels} className="form">
          <DayField name="day" label={labels.day} />
          <TextAreaField name="reason" label={labels.reason} rows={4} maxLength={2000} />
          <div className="actions">
            <Button>{t('my.extension.send')}</Button>
            <ButtonLink kind="quiet" to={href(`/my/cases/${number}`)}>
              {t('common:form.cancel')}
            </ButtonLink>
          </div>
        </Form>
      </Card>
    </div>
  )
}
