import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { answerSupplement } from '~/commands/case/answer-supplement.server'
import { AnswerFields } from '~/components/case/answer-fields'
import { Button, ButtonLink } from '~/components/kit/button'
import { Card } from '~/components/kit/card'
import { FileField, TextAreaField } from '~/components/kit/field'
import { Form } from '~/components/kit/form'
import { useFormat } from '~/components/kit/format'
import { GuardField } from '~/components/kit/guard-field'
import { useHref } from '~/components/kit/use-lang'
import type { FormAnswer } from '~/forms/answer'
import { supplementAnswerForm } from '~/forms/interest'
import {
  answerRefusal,
  formRefused,
  limit,
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
import { answerChoices } from '~/queries/case/supplement-form.server'

export const meta: MetaFunction<typeof loader> = ({ data }) => data?.meta ?? []

export async function loader(args: LoaderFunctionArgs) {
  const visit = await openVisit(args)
  requireMay(visit, args.request, 'case.answer_supplement')
  const page = orThrow(await myCase(visit.ctx, args.params.number ?? ''))
  const { number, version, project, land, open, mayAnswer } = page
  if (!mayAnswer || !open) throw refusalResponse({ code: open ? 'not-allowed' : 'state-forbids' })
  const { reason, dueDay } = open
  const meta = pageMeta(visit.lang, 'case', 'my.supplement')
  return { meta, number, version, project, land, reason, dueDay, ...(await answerChoices(page.id)) }
}

export async function action(args: ActionFunctionArgs) {
  const visit = await openVisit(args)
  requireMay(visit, args.request, 'case.answer_supplement')
  await limit('upload', visit.actor.personId ?? visit.ip)
  const form = await readForm(args.request, supplementAnswerForm, 'files')
  if (!form.ok) return formRefused(form.answer, form.status)
  const number = args.params.number ?? ''
  const verdict = await answerSupplement(visit.ctx, { number, ...form.value, uploads: form.uploads })
  if (!verdict.ok) return answerRefusal(verdict.refusal, form.values)
  return seeOther(`/${visit.lang}/my/cases/${number}`)
}

export default function Supplement() {
  const { number, version, project, land, reason, dueDay, items, documents } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>() as FormAnswer | undefined
  const { t } = useTranslation('case')
  const { t: common } = useTranslation('common')
  const { dayLong } = useFormat()
  const href = useHref()
  const labels = {
    answer: t('my.supplement.answer'),
    files: t('my.supplement.files'),
    ...Object.fromEntries(
      items.flatMap(({ item, what }) => [`file${item}`, `replaces${item}`, `until${item}`].map((name) => [name, what])),
    ),
  }
  return (
    <div className="mx-auto grid w-full max-w-2xl gap-5">
      <header>
        <p className="text-sm text-ink-soft">
          {number} · {project}, {land}
        </p>
        <h1 className="mt-1 mb-0">{t('my.supplement.title')}</h1>
      </header>
      <Card
        kind="asks"
        title={t('my.asks', { count: items.length })}
        aside={t('my.answerBy', { day: dayLong(dueDay) })}
      >
        {reason ? <p className="mb-4 text-ink-soft">{reason}</p> : null}
        <Form className="form" encType="multipart/form-data" answer={answer} labels={labels}>
          <GuardField value={version} answer={answer} />
          <AnswerFields items={items} documents={documents} />
          <TextAreaField
            name="answer"
            label={labels.answer}
            hint={t('my.supplement.answerHint')}
            maxLength={4000}
            rows={7}
            required
          />
          <FileField
            name="files"
            label={labels.files}
            hint={t('my.supplement.filesHint')}
            accept=".pdf,.docx,.xlsx,.png,.jpg,.jpeg"
            multiple
            required={false}
          />
          <p className="hint">{t('my.supplement.once')}</p>
          <div className="flex flex-wrap gap-3">
            <Button>{t('my.supplement.send')}</Button>
            <ButtonLink to={href(`/my/cases/${number}`)} kind="quiet">
              {common('form.back')}
            </ButtonLink>
          </div>
        </Form>
      </Card>
    </div>
  )
}
