import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { splitPlot } from '~/commands/land/split-plot.server'
import { inventoryMeta } from '~/components/land/inventory-meta'
import { OperationPage } from '~/components/land/operation-page'
import { keeperPath } from '~/domain/land/keeper'
import type { FormAnswer } from '~/forms/answer'
import { operationQuery, splitForm } from '~/forms/inventory'
import { answerRefusal, formRefused, orThrow, readForm, readSearch, requireMay, seeOther } from '~/infra/http.server'
import { openVisit } from '~/infra/session.server'
import { plotOperation } from '~/queries/land/plot-operation.server'

export const handle = { dense: true, scripts: true }
export const meta = inventoryMeta('split')

export async function loader(args: LoaderFunctionArgs) {
  const visit = await openVisit(args)
  requireMay(visit, args.request, 'land.write')
  const { value, answer } = readSearch(args.request, operationQuery)
  const { plot: codes, cut = null, share: sharePct, line } = value
  return { page: orThrow(await plotOperation(visit.ctx, { kind: 'split', codes, cut, sharePct, line })), asked: answer }
}

export async function action(args: ActionFunctionArgs) {
  const visit = await openVisit(args)
  requireMay(visit, args.request, 'land.write')
  const form = await readForm(args.request, splitForm)
  if (!form.ok) return formRefused(form.answer, form.status)
  const { plots, ...rest } = form.value
  const [plot = { code: '', version: 0 }] = plots
  const verdict = await splitPlot(visit.ctx, { plot, ...rest })
  if (!verdict.ok) return answerRefusal(verdict.refusal, form.values)
  return seeOther(keeperPath(new URL(args.request.url).pathname, `/plots/${plot.code}`))
}

export default function PlotsSplit() {
  const { page, asked } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>() as FormAnswer | undefined
  return <OperationPage kind="split" page={page} asked={asked} answer={answer} />
}
