import type { LoaderFunctionArgs } from '@remix-run/node'
import { noQuery } from '~/forms/land'
import { jsonAnswer, problem, readQuery } from '~/infra/http.server'
import { publicReceipt } from '~/queries/interest/public-receipt.server'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const query = readQuery(request, noQuery)
  if (!query.ok) return query.response
  const receipt = await publicReceipt(params.number ?? '')
  return receipt.ok ? jsonAnswer(request, receipt.value.receipt) : problem(receipt.refusal)
}
