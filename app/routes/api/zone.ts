import type { LoaderFunctionArgs } from '@remix-run/node'
import { asOfQuery } from '~/forms/land'
import { now } from '~/infra/clock.server'
import { jsonAnswer, problem, readQuery } from '~/infra/http.server'
import { zoneDetail } from '~/queries/land/zone-answer.server'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const query = readQuery(request, asOfQuery)
  if (!query.ok) return query.response
  const answer = await zoneDetail(params.code ?? '', now(), query.value.asOf)
  return answer.ok ? jsonAnswer(request, answer.value) : problem(answer.refusal)
}
