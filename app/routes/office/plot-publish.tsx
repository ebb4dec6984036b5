import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { askReview } from '~/commands/land/ask-review.server'
import { cancelPublication } from '~/commands/land/cancel-publication.server'
import { publishPlot } from '~/commands/land/publish-plot.server'
import { returnPlot } from '~/commands/land/return-plot.server'
import { schedulePublication } from '~/commands/land/schedule-publication.server'
import { takeBackReview } from '~/commands/land/take-back-review.server'
import { withdrawPlot } from '~/commands/land/withdraw-plot.server'
import { officePlotMeta } from '~/components/land/office-meta'
import { OfficePlotConflict } from '~/components/land/office-plot-conflict'
import { OfficePlotHead } from '~/components/land/office-plot-head'
import { PublicationSteps } from '~/components/land/publication-steps'
import { keeperPath } from '~/domain/land/keeper'
import type { PublicationStep } from '~/domain/land/publication'
import { dayInVietnam } from '~/domain/time/day'
import type { FormAnswer } from '~/forms/answer'
import { publishPlotForm } from '~/forms/plot'
import { answerRefusal, formRefused, orThrow, readForm, requireMay, seeOther } from '~/infra/http.server'
import { openVisit } from '~/infra/session.server'
import { officePlot } from '~/queries/land/office-plots.server'

export const handle = { dense: true }
export const meta = officePlotMeta('publish')

const STEPS: Record<PublicationStep | 'cancel', typeof publishPlot> = {
  ask_review: askReview,
  take_back: takeBackReview,
  return: returnPlot,
  publish: publishPlot,
  withdraw: withdrawPlot,
  cancel: cancelPublication,
}

export async function loader(args: LoaderFunctionArgs) {
  const visit = await openVisit(args)
  requireMay(visit, args.request, 'land.write')
  return { plot: orThrow(await officePlot(visit.ctx, args.params.code ?? '')), today: dayInVietnam(visit.now) }
}

export async function action(args: ActionFunctionArgs) {
  const visit = await openVisit(args)
  requireMay(visit, args.request, 'land.write')
  const form = await readForm(args.request, publishPlotForm)
  if (!form.ok) return formRefused(form.answer, form.status)
  const code = args.params.code ?? ''
  const { step, version, reason, day, time } = form.value
  const verdict =
    step === 'schedule'
      ? await schedulePublication(visit.ctx, { code, version, day: day ?? dayInVietnam(visit.now), time: time ?? '' })
      : await STEPS[step](visit.ctx, { code, version, reason })
  if (!verdict.ok) return answerRefusal(verdict.refusal, form.values)
  return seeOther(keeperPath(new URL(args.request.url).pathname, `/plots/${code}`))
}

export default function PlotPublish() {
  const { plot, today } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>() as FormAnswer | undefined
  return (
    <>
      <OfficePlotHead plot={plot} linked={false} />
      <OfficePlotConflict answer={answer} />
      <PublicationSteps plot={plot} today={today} answer={answer} />
    </>
  )
}
