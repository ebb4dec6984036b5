import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Link, useActionData, useLoaderData } from '@remix-run/react'
import type { ReactNode } from 'react'
import { reviewDuplicate } from '~/commands/case/review-duplicate.server'
import { CaseStateTag } from '~/components/case/case-state-tag'
import { DuplicateTag } from '~/components/case/duplicates-card'
import { Button } from '~/components/kit/button'
import { Card } from '~/components/kit/card'
import { RadioField, TextAreaField } from '~/components/kit/field'
import { Form } from '~/components/kit/form'
import { useFormat } from '~/components/kit/format'
import { GuardField } from '~/components/kit/guard-field'
import type { PageHandle } from '~/components/kit/page-handle'
import { Table } from '~/components/kit/table'
import { useHref } from '~/components/kit/use-lang'
import { DUPLICATE_VERDICTS } from '~/domain/interest/duplicate'
import { reviewDuplicateForm } from '~/forms/case'
import { answerRefusal, formRefused, orThrow, readForm, requireMay, seeOther } from '~/infra/http.server'
import { openVisit } from '~/infra/session.server'
import { pageMeta } from '~/locales/page-meta'
import { useTranslation } from '~/locales/use-translation'
import { type DuplicateSide, duplicatePair } from '~/queries/case/duplicates.server'

export const handle: PageHandle = { dense: true }
export const meta: MetaFunction<typeof loader> = ({ data }) => data?.meta ?? []

export async function loader(args: LoaderFunctionArgs) {
  const visit = await openVisit(args)
  requireMay(visit, args.request, 'duplicate.read')
  const pair = orThrow(await duplicatePair(visit.ctx, args.params.id ?? ''))
  return { pair, meta: pageMeta(visit.lang, 'duplicate', 'one') }
}

export async function action(args: ActionFunctionArgs) {
  const visit = await openVisit(args)
  requireMay(visit, args.request, 'duplicate.review')
  const id = args.params.id ?? ''
  orThrow(await duplicatePair(visit.ctx, id))
  const form = await readForm(args.request, reviewDuplicateForm)
  if (!form.ok) return formRefused(form.answer, form.status)
  const verdict = await reviewDuplicate(visit.ctx, { id, ...form.value })
  if (!verdict.ok) return answerRefusal(verdict.refusal, form.values)
  return seeOther(`/${visit.lang}/office/duplicates/${id}`)
}

export default function DuplicatePair() {
  const { pair } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const { t } = useTranslation('duplicate')
  const { instant, money } = useFormat()
  const href = useHref()
  const rows: { key: string; label: string; cell: (side: DuplicateSide) => ReactNode }[] = [
    {
      key: 'case',
      label: t('case'),
      cell: ({ number }) => <Link to={href(`/office/cases/${number}`)}>{number}</Link>,
    },
    { key: 'organization', label: t('organization'), cell: (side) => side.organization },
    { key: 'registration', label: t('registration'), cell: (side) => side.registration },
    { key: 'project', label: t('project'), cell: (side) => side.project },
    { key: 'sector', label: t('sector'), cell: (side) => side.sector },
    { key: 'capital', label: t('capital'), cell: ({ capital }) => money(capital.amount, capital.currency) },
    { key: 'land', label: t('land'), cell: (side) => side.land },
    { key: 'submitted', label: t('submitted'), cell: (side) => instant(side.submittedAt) },
    { key: 'state', label: t('state'), cell: (side) => <CaseStateTag state={side.state} /> },
  ]
  return (
    <div className="mx-auto grid w-full max-w-4xl gap-4">
      <header>
        <p className="mb-1 text-sm">
          <Link to={href('/office/duplicates')}>← {t('list.title')}</Link>
        </p>
        <h1>{t('one.title')}</h1>
        <p className="flex flex-wrap items-center gap-x-3">
          <DuplicateTag verdict={pair.verdict} />
          <span>{pair.reasons.map((reason) => t(`reason.${reason}`)).join(', ')}</span>
          {pair.reviewedAt ? (
            <span className="text-ink-soft">
              {t('by', { name: pair.reviewedBy ?? '–', at: instant(pair.reviewedAt) })}
            </span>
          ) : null}
        </p>
        {pair.note ? <p className="mt-1">{pair.note}</p> : null}
      </header>
      <Table
        captionHidden
        caption={t('one.title')}
        rows={rows}
        rowKey={(row) => row.key}
        columns={[
          { key: 'fact', label: t('fact'), cell: (row) => row.label, heads: true },
          { key: 'earlier', label: t('earlier'), cell: (row) => row.cell(pair.earlier) },
          { key: 'later', label: t('later'), cell: (row) => row.cell(pair.later) },
        ]}
      />
      {pair.mayReview ? (
        <Card title={t('verdict')}>
          <Form
            className="form"
            answer={answer}
            defaults={{ verdict: pair.verdict ?? '', note: pair.note ?? '' }}
            labels={{ verdict: t('verdict'), note: t('note') }}
          >
            <GuardField value={pair.version} answer={answer} />
            <RadioField
              name="verdict"
              label={t('verdict')}
              choices={DUPLICATE_VERDICTS.map((value) => ({ value, label: t(`verdicts.${value}`) }))}
            />
            <TextAreaField
              name="note"
              label={t('note')}
              hint={t('noteHint')}
              rows={3}
              maxLength={2000}
              required={false}
            />
            <div>
              <Button>{t('save')}</Button>
              {pair.verdict ? <p className="hint mt-1">{t('again')}</p> : null}
            </div>
          </Form>
        </Card>
      ) : (
        <p className="text-ink-soft">{t('mayNot')}</p>
      )}
    </div>
  )
}
