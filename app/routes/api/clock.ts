import type { LoaderFunctionArgs } from '@remix-run/node'
import { clockQuery } from '~/forms/time'
import { jsonAnswer, problem, readQuery } from '~/infra/http.server'
import { clockAnswer } from '~/queries/time/clock-answer.server'

export async function loader({ request }: LoaderFunctionArgs) {
  const query = readQuery(request, clockQuery)
  if (!query.ok) return query.response
  const answer = await clockAnswer(query.value)
  return answer.ok ? jsonAnswer(request, answer.value) : problem(answer.refusal)
}
