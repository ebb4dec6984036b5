import type { LoaderFunctionArgs } from '@remix-run/node'
import { zonesQuery } from '~/forms/land'
import { now } from '~/infra/clock.server'
import { jsonAnswer, readQuery } from '~/infra/http.server'
import { zoneAnswers } from '~/queries/land/zone-answer.server'

export async function loader({ request }: LoaderFunctionArgs) {
  const query = readQuery(request, zonesQuery)
  if (!query.ok) return query.response
  return jsonAnswer(request, await zoneAnswers(query.value, now()))
}
