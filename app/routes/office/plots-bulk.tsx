import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from '@remix-run/node'
import { Link, useActionData, useLoaderData } from '@remix-run/react'
import { editPlots } from '~/commands/land/edit-plots.server'
import { Button } from '~/components/kit/button'
import { Card } from '~/components/kit/card'
import { Details } from '~/components/kit/details'
import { Empty } from '~/components/kit/empty'
import { Form } from '~/components/kit/form'
import { useFormat } from '~/components/kit/format'
import { BulkFields, useBulkLabels } from '~/components/land/bulk-fields'
import { BulkResults } from '~/components/land/bulk-results'
import { inventoryMeta } from '~/components/land/inventory-meta'
import { OfficePlotConflict } from '~/components/land/office-plot-conflict'
import { useKeeperHref } from '~/components/land/use-keeper-href'
import type { BulkResult } from '~/domain/land/bulk-change'
import { keeperPath } from '~/domain/land/keeper'
import type { FormAnswer } from '~/forms/answer'
import { bulkForm, bulkQuery } from '~/forms/inventory'
import { officePlotsForm } from '~/forms/plot'
import { answerRefusal, formRefused, orThrow, readForm, requireMay, seeOther, valuesOf } from '~/infra/http.server'
import { openVisit } from '~/infra/session.server'
import { useTranslation } from '~/locales/use-translation'
import { bulkPlots } from '~/queries/land/bulk-plots.server'

export const handle = { dense: true }
export const meta = inventoryMeta('bulk')

interface BulkAnswer extends FormAnswer {
  lines?: { code: string; version: number; outcome: BulkResult }[]
}

export async function loader(args: LoaderFunctionArgs) {
  const visit = await openVisit(args)
  requireMay(visit, args.request, 'land.write')
  const asked = valuesOf(new URL(args.request.url).searchParams)
  const { plot: codes, all } = bulkQuery.parse(asked)
  const chosen = all ? { filter: officePlotsForm.parse(asked) } : { codes }
  return { plots: orThrow(await bulkPlots(visit.ctx, chosen)) }
}

export async function action(args: ActionFunctionArgs) {
  const visit = await openVisit(args)
  requireMay(visit, args.request, 'land.write')
  const form = await readForm(args.request, bulkForm)
  if (!form.ok) return formRefused(form.answer, form.status)
  const verdict = await editPlots(visit.ctx, form.value)
  if (!verdict.ok) return answerRefusal(verdict.refusal, form.values)
  if (form.value.confirmed) return seeOther(keeperPath(new URL(args.request.url).pathname, '/plots'))
  return data({ values: form.values, errors: [], lines: verdict.value.lines })
}

/** Plots as they were shown: what is confirmed is what was seen. */
const versionsOf = (plots: { code: string; version: number }[]): string =>
  plots.map(({ code, version }) => `${code}:${version}`).join(',')

export default function PlotsBulk() {
  const { plots } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>() as BulkAnswer | undefined
  const { t } = useTranslation('inventory')
  const { number } = useFormat()
  const href = useKeeperHref()
  const labels = useBulkLabels()
  const lines = answer?.lines
  const changing = lines?.filter(({ outcome }) => outcome.result === 'changes').length ?? 0
  return (
    <>
      <p className="mb-1 text-sm">
        <Link to={href('/plots')}>← {t('bulk.back')}</Link>
      </p>
      <h1>{t('page.bulk.title')}</h1>
      <OfficePlotConflict answer={answer} />
      {plots.length === 0 ? (
        <Empty title={t('bulk.none')}>{t('bulk.noneText')}</Empty>
      ) : (
        <div className="grid gap-4">
          <Form answer={answer} labels={labels}>
            <Card title={t('bulk.chosen', { count: plots.length })}>
              <Details summary={t('bulk.codes')}>{plots.map(({ code }) => code).join(', ')}</Details>
              <div className="mt-4">
                <BulkFields />
              </div>
              <input type="hidden" name="plots" value={versionsOf(plots)} />
              <input type="hidden" name="intent" value="preview" />
              <div className="actions mt-4">
                <Button kind="outline">{t('operation.preview')}</Button>
              </div>
            </Card>
          </Form>
          {lines ? (
            <Card title={t('bulk.results')}>
              <BulkResults lines={lines} />
              <Form className="mt-4">
                {Object.entries({ ...answer?.values, plots: versionsOf(lines), intent: 'confirm' }).map(
                  ([name, value]) => (
                    <input key={name} type="hidden" name={name} value={String(value)} />
                  ),
                )}
                <Button whyNot={changing === 0 ? t('bulk.nothing') : null}>
                  {t('bulk.confirm', { count: number(changing) })}
                </Button>
              </Form>
            </Card>
          ) : null}
        </div>
      )}
    </>
  )
}
