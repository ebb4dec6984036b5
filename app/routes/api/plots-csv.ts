import type { LoaderFunctionArgs } from '@remix-run/node'
import { plotCsv } from '~/documents/report/plot-csv'
import { selectionQuery } from '~/forms/land'
import { now } from '~/infra/clock.server'
import { problem, readQuery, textAnswer } from '~/infra/http.server'
import { plotSelection } from '~/queries/land/plot-list.server'

export async function loader({ request }: LoaderFunctionArgs) {
  const query = readQuery(request, selectionQuery)
  if (!query.ok) return query.response
  const answer = await plotSelection(query.value, now())
  if (!answer.ok) return problem(answer.refusal)
  return textAnswer(request, plotCsv(answer.value), {
    'Content-Type': 'text/csv; charset=utf-8; header=present',
    'Content-Disposition': 'attachment; filename="plots.csv"',
  })
}
