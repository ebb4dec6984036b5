import type { LoaderFunctionArgs } from '@remix-run/node'
import { noQuery } from '~/forms/land'
import { now } from '~/infra/clock.server'
import { jsonAnswer, readQuery } from '~/infra/http.server'
import { totalsAnswer } from '~/queries/land/totals-page.server'

export async function loader({ request }: LoaderFunctionArgs) {
  const query = readQuery(request, noQuery)
  return query.ok ? jsonAnswer(request, await totalsAnswer(now())) : query.response
}
