import type { LoaderFunctionArgs } from '@remix-run/node'
import { calendarQuery } from '~/forms/time'
import { jsonAnswer, problem, readQuery } from '~/infra/http.server'
import { calendarDays } from '~/queries/time/calendar-days.server'

export async function loader({ request }: LoaderFunctionArgs) {
  const query = readQuery(request, calendarQuery)
  if (!query.ok) return query.response
  const answer = await calendarDays(query.value)
  return answer.ok ? jsonAnswer(request, answer.value) : problem(answer.refusal)
}
