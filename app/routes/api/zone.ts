import type { LoaderFunctionArgs } from '@remix-run/node'
import { noQuery } from '~/forms/land'
import { now } from '~/infra/clock.server'
import { jsonAnswer, problem, readQuery } from '~/infra/http.server'
import { zoneDetail } from '~/queries/land/zone-answer.server'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const query = readQuery(request, noQuery)
  if (!query.ok) return query.response
  const answer = await zoneDetail(params.code ?? '', now())
  return answer.ok ? jsonAnswer(request, answer.value) : problem(answer.refusal)
}
