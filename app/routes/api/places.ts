import type { LoaderFunctionArgs } from '@remix-run/node'
import { placesQuery } from '~/forms/land'
import { jsonAnswer, readQuery } from '~/infra/http.server'
import { placesForApi } from '~/queries/land/places.server'

export async function loader({ request }: LoaderFunctionArgs) {
  const query = readQuery(request, placesQuery)
  if (!query.ok) return query.response
  return jsonAnswer(request, await placesForApi(query.value))
}
