import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { editPlot } from '~/commands/land/edit-plot.server'
import { Button } from '~/components/kit/button'
import { Form } from '~/components/kit/form'
import { GuardField } from '~/components/kit/guard-field'
import { officePlotMeta } from '~/components/land/office-meta'
import { OfficePlotConflict, usePlotValue } from '~/components/land/office-plot-conflict'
import { OfficePlotFields } from '~/components/land/office-plot-fields'
import { OfficePlotHead } from '~/components/land/office-plot-head'
import { OfficePlotHistory } from '~/components/land/office-plot-history'
import { useOfficePlotLabels } from '~/components/land/office-plot-labels'
import { OperationLinks } from '~/components/land/operation-links'
import { PlotLineage } from '~/components/land/plot-lineage'
import { typedPlot } from '~/components/land/typed-plot'
import { useKeeperHref } from '~/components/land/use-keeper-href'
import { keeperPath } from '~/domain/land/keeper'
import type { ZoneStatus } from '~/domain/land/readiness'
import type { FormAnswer } from '~/forms/answer'
import { editPlotForm } from '~/forms/plot'
import { answerStale, formRefused, orThrow, readForm, requireMay, seeOther } from '~/infra/http.server'
import { openVisit } from '~/infra/session.server'
import { useTranslation } from '~/locales/use-translation'
import { boundaryAround } from '~/queries/land/boundary-around.server'
import { officePlot } from '~/queries/land/office-plots.server'

export const handle = { dense: true, scripts: true }
export const meta = officePlotMeta('edit')

export async function loader(args: LoaderFunctionArgs) {
  const visit = await openVisit(args)
  requireMay(visit, args.request, 'land.read_draft')
  const plot = orThrow(await officePlot(visit.ctx, args.params.code ?? ''))
  return { plot, mayWrite: plot.mayWrite, around: await boundaryAround(visit.ctx, plot.zone.code, plot.code) }
}

export async function action(args: ActionFunctionArgs) {
  const visit = await openVisit(args)
  requireMay(visit, args.request, 'land.write')
  const form = await readForm(args.request, editPlotForm)
  if (!form.ok) return formRefused(form.answer, form.status)
  const code = args.params.code ?? ''
  const verdict = await editPlot(visit.ctx, { code, ...form.value })
  if (!verdict.ok) return answerStale(verdict.refusal, form.values, () => standingPlot(visit.ctx, code))
  return seeOther(keeperPath(new URL(args.request.url).pathname, `/plots/${code}`))
}

async function standingPlot(ctx: Parameters<typeof officePlot>[0], code: string) {
  const plot = await officePlot(ctx, code)
  return plot.ok ? { ...typedPlot(plot.value.form), version: String(plot.value.version) } : null
}

export default function OfficePlot() {
  const { plot, mayWrite, around } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>() as FormAnswer | undefined
  const { t } = useTranslation('land')
  const href = useKeeperHref()
  const labels = useOfficePlotLabels()
  return (
    <>
      <OfficePlotHead plot={plot} linked />
      <div className="grid items-start gap-4 lg:grid-cols-[minmax(0,3fr)_minmax(0,1fr)]">
        <section className="card" aria-label={t('office.title.edit', { code: plot.code })}>
          <OfficePlotConflict answer={answer} labels={labels} say={usePlotValue(plot.choices.sectors)} />
          <Form answer={answer} labels={labels} defaults={typedPlot(plot.form)}>
            <fieldset disabled={!mayWrite} className="m-0 min-w-0 border-0 p-0">
              <GuardField value={plot.version} answer={answer} />
              <OfficePlotFields
                sectors={plot.choices.sectors}
                commercial={plot.form.commercial}
                zoneStatus={plot.zone.status as ZoneStatus}
                around={around}
              />
            </fieldset>
            <div className="actions mt-4">
              <Button whyNot={mayWrite ? null : t('office.readOnly')}>{t('office.save')}</Button>
            </div>
          </Form>
        </section>
        <div className="grid gap-4">
          {mayWrite ? <OperationLinks code={plot.code} /> : null}
          <PlotLineage lineage={plot.lineage} to={(code) => href(`/plots/${code}`)} />
          <OfficePlotHistory facts={plot.facts} history={plot.history} />
        </div>
      </div>
    </>
  )
}
