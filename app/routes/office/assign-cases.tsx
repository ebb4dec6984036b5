import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { Link, useActionData, useLoaderData } from '@remix-run/react'
import { assignCases } from '~/commands/case/assign-cases.server'
import { type AssignedLines, AssignedLinesTable } from '~/components/case/assigned-lines'
import { OfficerField } from '~/components/case/officer-field'
import { Button } from '~/components/kit/button'
import { Empty } from '~/components/kit/empty'
import { Form } from '~/components/kit/form'
import { useFormat } from '~/components/kit/format'
import { Table } from '~/components/kit/table'
import { useHref } from '~/components/kit/use-lang'
import { textIn } from '~/domain/text'
import type { FormAnswer } from '~/forms/answer'
import { assignCasesForm, chosenCasesForm } from '~/forms/inbox'
import { answerRefusal, formRefused, readForm, requireMay, valuesOf } from '~/infra/http.server'
import { openVisit } from '~/infra/session.server'
import { pageMeta } from '~/locales/page-meta'
import { useTranslation } from '~/locales/use-translation'
import { chosenCases } from '~/queries/case/chosen-cases.server'
import { officers } from '~/queries/case/officers.server'

export const handle = { dense: true }
export const meta: MetaFunction<typeof loader> = ({ data }) => data?.meta ?? []

export async function loader(args: LoaderFunctionArgs) {
  const visit = await openVisit(args)
  requireMay(visit, args.request, 'case.assign')
  const asked = chosenCasesForm.parse(valuesOf(new URL(args.request.url).searchParams))
  const [cases, choices] = await Promise.all([chosenCases(asked.case), officers(visit.ctx)])
  return { cases, officers: choices, meta: pageMeta(visit.lang, 'inbox', 'bulk') }
}

export async function action(args: ActionFunctionArgs) {
  const visit = await openVisit(args)
  requireMay(visit, args.request, 'case.assign')
  const form = await readForm(args.request, assignCasesForm)
  if (!form.ok) return formRefused(form.answer, form.status)
  const verdict = await assignCases(visit.ctx, form.value)
  if (!verdict.ok) return answerRefusal(verdict.refusal, form.values)
  return data({ values: form.values, errors: [], result: verdict.value })
}

export default function AssignCases() {
  const { cases, officers } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>() as (FormAnswer & { result?: AssignedLines }) | undefined
  const { t } = useTranslation(['inbox', 'case'])
  const href = useHref()
  const { lang } = useFormat()
  return (
    <>
      <p className="mb-1 text-sm">
        <Link to={href('/office?tab=unassigned')}>← {t('bulk.back')}</Link>
      </p>
      <h1>{t('bulk.title')}</h1>
      {answer?.result ? <AssignedLinesTable {...answer.result} /> : null}
      {!answer?.result && cases.length === 0 ? <Empty title={t('bulk.none')}>{t('bulk.noneText')}</Empty> : null}
      {!answer?.result && cases.length > 0 ? (
        <Form answer={answer} labels={{ officerId: t('case:office.form.officer') }} className="grid gap-4">
          <Table
            caption={t('bulk.chosen', { count: cases.length })}
            rows={cases}
            rowKey={({ number }) => number}
            columns={[
              { key: 'number', label: t('column.number'), cell: ({ number }) => number },
              { key: 'organization', label: t('column.organization'), cell: ({ organization }) => organization },
              { key: 'state', label: t('column.state'), cell: ({ state }) => t(`case:state.${state}`) },
              {
                key: 'division',
                label: t('sheet.division'),
                cell: ({ division }) => division && textIn(division, lang),
              },
            ]}
          />
          <input
            type="hidden"
            name="cases"
            value={cases.map(({ number, version }) => `${number}:${version}`).join(',')}
          />
          <div className="card max-w-3xl">
            <OfficerField officers={officers} />
            <div className="actions mt-4">
              <Button>{t('bulk.confirm')}</Button>
            </div>
          </div>
        </Form>
      ) : null}
    </>
  )
}
