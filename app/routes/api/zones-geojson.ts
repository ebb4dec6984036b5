import type { LoaderFunctionArgs } from '@remix-run/node'
import { noQuery } from '~/forms/land'
import { now } from '~/infra/clock.server'
import { jsonAnswer, readQuery } from '~/infra/http.server'
import { zoneFeatures } from '~/queries/land/zone-answer.server'

export async function loader({ request }: LoaderFunctionArgs) {
  const query = readQuery(request, noQuery)
  if (!query.ok) return query.response
  const headers = { 'Content-Type': 'application/geo+json; charset=utf-8' }
  return jsonAnswer(request, await zoneFeatures(now()), headers)
}
