import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { publishPlot } from '~/commands/land/publish-plot.server'
import { withdrawPlot } from '~/commands/land/withdraw-plot.server'
import { Button, ButtonLink } from '~/components/kit/button'
import { Form } from '~/components/kit/form'
import { officePlotMeta } from '~/components/land/office-meta'
import { OfficePlotConflict } from '~/components/land/office-plot-conflict'
import { OfficePlotHead } from '~/components/land/office-plot-head'
import { useKeeperHref } from '~/components/land/use-keeper-href'
import { keeperPath } from '~/domain/land/keeper'
import type { FormAnswer } from '~/forms/answer'
import { publishPlotForm } from '~/forms/plot'
import { answerRefusal, formRefused, orThrow, readForm, requireMay, seeOther } from '~/infra/http.server'
import { openVisit } from '~/infra/session.server'
import { useTranslation } from '~/locales/use-translation'
import { officePlot } from '~/queries/land/office-plots.server'

export const handle = { dense: true }
export const meta = officePlotMeta('publish')

export async function loader(args: LoaderFunctionArgs) {
  const visit = await openVisit(args)
  requireMay(visit, args.request, 'land.publish')
  return orThrow(await officePlot(visit.ctx, args.params.code ?? ''))
}

export async function action(args: ActionFunctionArgs) {
  const visit = await openVisit(args)
  requireMay(visit, args.request, 'land.publish')
  const form = await readForm(args.request, publishPlotForm)
  if (!form.ok) return formRefused(form.answer, form.status)
  const code = args.params.code ?? ''
  const change = form.value.to === 'published' ? publishPlot : withdrawPlot
  const verdict = await change(visit.ctx, { code, version: form.value.version })
  if (!verdict.ok) return answerRefusal(verdict.refusal, form.values)
  return seeOther(keeperPath(new URL(args.request.url).pathname, `/plots/${code}`))
}

export default function PlotPublish() {
  const plot = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>() as FormAnswer | undefined
  const { t } = useTranslation(['land', 'common'])
  const href = useKeeperHref()
  const isPublic = plot.publication === 'published'
  return (
    <>
      <OfficePlotHead plot={plot} mayPublish={false} />
      <div className="card max-w-3xl">
        <OfficePlotConflict answer={answer} />
        <p className="mb-4">{t(isPublic ? 'office.withdrawHelp' : 'office.publishHelp')}</p>
        <Form answer={answer}>
          <input type="hidden" name="version" value={plot.version} />
          <input type="hidden" name="to" value={isPublic ? 'withdrawn' : 'published'} />
          <div className="actions">
            <Button kind={isPublic ? 'danger' : 'main'}>{t(isPublic ? 'office.withdraw' : 'office.publish')}</Button>
            <ButtonLink kind="quiet" to={href(`/plots/${plot.code}`)}>
              {t('common:form.cancel')}
            </ButtonLink>
          </div>
        </Form>
      </div>
    </>
  )
}
