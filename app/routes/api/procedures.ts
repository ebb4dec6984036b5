import type { LoaderFunctionArgs } from '@remix-run/node'
import { proceduresQuery } from '~/forms/procedure'
import { today } from '~/infra/clock.server'
import { jsonAnswer, readQuery } from '~/infra/http.server'
import { proceduresInForce } from '~/queries/procedure/procedures-in-force.server'

export async function loader({ request }: LoaderFunctionArgs) {
  const query = readQuery(request, proceduresQuery)
  if (!query.ok) return query.response
  const { on = today(), page, perPage } = query.value
  return jsonAnswer(request, await proceduresInForce({ on, page, perPage }))
}
