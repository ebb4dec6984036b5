import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { Link, useActionData, useLoaderData } from '@remix-run/react'
import { recordRung } from '~/commands/land/record-rung.server'
import { Card } from '~/components/kit/card'
import { KeptFactsHead } from '~/components/land/kept-facts-head'
import { keptFactsMeta } from '~/components/land/kept-facts-meta'
import { OfficePlotConflict } from '~/components/land/office-plot-conflict'
import { ReadinessLadder } from '~/components/land/readiness-ladder'
import { RungForm } from '~/components/land/rung-form'
import { useKeeperHref } from '~/components/land/use-keeper-href'
import { keeperPath } from '~/domain/land/keeper'
import type { FormAnswer } from '~/forms/answer'
import { recordRungForm } from '~/forms/fact'
import { answerRefusal, formRefused, limit, orThrow, readForm, requireMay, seeOther } from '~/infra/http.server'
import { openVisit } from '~/infra/session.server'
import { useTranslation } from '~/locales/use-translation'
import { keptLadder } from '~/queries/land/kept-facts.server'

export const handle = { dense: true }
export const meta = keptFactsMeta('rung')

export async function loader(args: LoaderFunctionArgs) {
  const visit = await openVisit(args)
  requireMay(visit, args.request, 'land.read_draft')
  return orThrow(await keptLadder(visit.ctx, args.params.code ?? ''))
}

export async function action(args: ActionFunctionArgs) {
  const visit = await openVisit(args)
  requireMay(visit, args.request, 'land.write')
  await limit('upload', visit.actor.personId ?? visit.ip)
  const form = await readForm(args.request, recordRungForm, 'files')
  if (!form.ok) return formRefused(form.answer, form.status)
  const code = args.params.code ?? ''
  const verdict = await recordRung(visit.ctx, { code, ...form.value, uploads: form.uploads })
  if (!verdict.ok) return answerRefusal(verdict.refusal, form.values)
  return seeOther(keeperPath(new URL(args.request.url).pathname, `/plots/${code}/readiness`))
}

export default function PlotReadiness() {
  const plot = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>() as FormAnswer | undefined
  const { t } = useTranslation(['facts', 'need'])
  const href = useKeeperHref()
  return (
    <>
      <KeptFactsHead title={t('rung.title', { code: plot.code })}>
        <Link to={href(`/plots/${plot.code}`)}>{t('keeper.toPlot', { code: plot.code })}</Link>
        <Link to={href(`/plots/${plot.code}/facts`)}>{t('keeper.allFacts')}</Link>
        {plot.mayWrite ? <Link to={href(`/plots/${plot.code}/candidates`)}>{t('need:candidates.open')}</Link> : null}
      </KeptFactsHead>
      <div className="grid items-start gap-4 lg:grid-cols-2">
        <Card title={t('ladder.title')}>
          <ReadinessLadder
            lines={plot.lines}
            readsAll
            withdrawHref={plot.mayWrite ? (id) => href(`/plots/${plot.code}/readiness/${id}/withdraw`) : undefined}
          />
        </Card>
        {plot.mayWrite ? (
          <Card title={t('rung.record')}>
            <OfficePlotConflict answer={answer} />
            <p className="mb-3 text-sm text-ink-soft">{t('rung.recordHelp')}</p>
            <RungForm plot={plot} answer={answer} />
          </Card>
        ) : (
          <p className="why-not">{t('keeper.readOnly')}</p>
        )}
      </div>
    </>
  )
}
