import type { LoaderFunctionArgs } from '@remix-run/node'
import { plotListQuery } from '~/forms/land'
import { now } from '~/infra/clock.server'
import { jsonAnswer, problem, readQuery } from '~/infra/http.server'
import { plotList } from '~/queries/land/plot-list.server'

export async function loader({ request }: LoaderFunctionArgs) {
  const query = readQuery(request, plotListQuery)
  if (!query.ok) return query.response
  const { page, perPage, ...filter } = query.value
  const answer = await plotList(filter, { page, perPage }, now())
  return answer.ok ? jsonAnswer(request, answer.value) : problem(answer.refusal)
}
