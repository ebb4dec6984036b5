import type { LoaderFunctionArgs } from '@remix-run/node'
import { selectionQuery } from '~/forms/land'
import { now } from '~/infra/clock.server'
import { jsonAnswer, problem, readQuery } from '~/infra/http.server'
import { plotFeatures } from '~/queries/land/plot-list.server'

export async function loader({ request }: LoaderFunctionArgs) {
  const query = readQuery(request, selectionQuery)
  if (!query.ok) return query.response
  const answer = await plotFeatures(query.value, now())
  if (!answer.ok) return problem(answer.refusal)
  return jsonAnswer(request, answer.value, { 'Content-Type': 'application/geo+json; charset=utf-8' })
}
