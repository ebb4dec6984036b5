import type { LoaderFunctionArgs } from '@remix-run/node'
import { jsonAnswer, requireMay } from '~/infra/http.server'
import { openVisit } from '~/infra/session.server'
import { casesRevision } from '~/queries/case/revision.server'

/** What open pages of the office ask every few seconds: a few bytes, and none while nothing changed. */
export async function loader(args: LoaderFunctionArgs) {
  const visit = await openVisit(args)
  requireMay(visit, args.request, 'case.list')
  const number = new URL(args.request.url).searchParams.get('case')
  return jsonAnswer(args.request, await casesRevision(visit.ctx, number), { 'Cache-Control': 'private, no-cache' })
}
