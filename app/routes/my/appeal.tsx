import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Link, useActionData, useLoaderData } from '@remix-run/react'
import { writeAppeal } from '~/commands/interest/write-appeal.server'
import { AppealBasis } from '~/components/case/appeal-cards'
import { Button, ButtonLink } from '~/components/kit/button'
import { TextAreaField } from '~/components/kit/field'
import { Form } from '~/components/kit/form'
import { useFormat } from '~/components/kit/format'
import { NoticeBanner } from '~/components/kit/notice-banner'
import { RefusalText } from '~/components/kit/refusal-text'
import { useHref } from '~/components/kit/use-lang'
import { appealForm } from '~/forms/interest'
import { answerRefusal, formRefused, orThrow, readForm, requireMay, seeOther } from '~/infra/http.server'
import { openVisit } from '~/infra/session.server'
import { pageMeta } from '~/locales/page-meta'
import { useTranslation } from '~/locales/use-translation'
import { appealPage } from '~/queries/case/appeal.server'

export const meta: MetaFunction<typeof loader> = ({ data }) => data?.meta ?? []

export async function loader(args: LoaderFunctionArgs) {
  const visit = await openVisit(args)
  requireMay(visit, args.request, 'case.appeal')
  const page = orThrow(await appealPage(visit.ctx, args.params.number ?? ''))
  return { ...page, meta: pageMeta(visit.lang, 'appeal', 'form') }
}

export async function action(args: ActionFunctionArgs) {
  const visit = await openVisit(args)
  requireMay(visit, args.request, 'case.appeal')
  const number = args.params.number ?? ''
  orThrow(await appealPage(visit.ctx, number))
  const form = await readForm(args.request, appealForm)
  if (!form.ok) return formRefused(form.answer, form.status)
  const verdict = await writeAppeal(visit.ctx, { number, ...form.value })
  if (!verdict.ok) return answerRefusal(verdict.refusal, form.values)
  return seeOther(`/${visit.lang}/my/interests/${verdict.value.interestId}/documents`)
}

export default function Appeal() {
  const { number, appeal } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const { t } = useTranslation('appeal')
  const { t: common } = useTranslation('common')
  const { dayLong } = useFormat()
  const href = useHref()
  const what = appeal.what ?? 'decision'
  return (
    <div className="mx-auto grid w-full max-w-3xl gap-5">
      <header>
        <p className="mb-1 text-sm">
          <Link to={href(`/my/cases/${number}`)}>← {number}</Link>
        </p>
        <h1>{t(`may.begin.${what}`)}</h1>
        <p className="text-ink-soft">{t(`form.lead.${what}`, { number })}</p>
      </header>
      {appeal.whyNot ? (
        <NoticeBanner tone="amber">
          <RefusalText code={appeal.whyNot.code} values={appeal.whyNot.values} />
          {appeal.by ? (
            <>
              {' '}
              <Link to={href(`/my/cases/${appeal.by.number}`)}>{appeal.by.number}</Link>
            </>
          ) : null}
        </NoticeBanner>
      ) : appeal.until ? (
        <div>
          <p>{t(`may.until.${what}`, { day: dayLong(appeal.until) })}</p>
          <AppealBasis />
        </div>
      ) : null}
      {appeal.whyNot ? null : (
        <Form
          className="form"
          answer={answer}
          labels={{ ground: t('ground') }}
          defaults={{ ground: appeal.draft?.ground ?? '' }}
        >
          <TextAreaField name="ground" label={t('ground')} hint={t('groundHint')} rows={8} maxLength={8000} required />
          <div className="actions">
            <Button>{t('form.send')}</Button>
            <ButtonLink kind="quiet" to={href(`/my/cases/${number}`)}>
              {common('form.cancel')}
            </ButtonLink>
          </div>
        </Form>
      )}
    </div>
  )
}
