import type { LoaderFunctionArgs } from '@remix-run/node'
import { plotCsv } from '~/documents/report/plot-csv'
import { textAnswer } from '~/infra/http.server'
import { basketOf, openVisit } from '~/infra/session.server'
import { basketAnswers } from '~/queries/land/basket-page.server'

export async function loader(args: LoaderFunctionArgs) {
  const { now } = await openVisit(args)
  return textAnswer(args.request, plotCsv(await basketAnswers(basketOf(args.request), now)), {
    'Content-Type': 'text/csv; charset=utf-8; header=present',
    'Content-Disposition': 'attachment; filename="plots.csv"',
    'Cache-Control': 'private, no-store',
  })
}
