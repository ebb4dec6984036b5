import type { LoaderFunctionArgs } from '@remix-run/node'
import { rejectedPieces } from '~/documents/report/rejected-rows'
import { fileAnswer, orThrow, requireMay } from '~/infra/http.server'
import { openVisit } from '~/infra/session.server'
import { rejectedRows } from '~/queries/land/import-page.server'

export async function loader(args: LoaderFunctionArgs) {
  const visit = await openVisit(args)
  requireMay(visit, args.request, 'land.read_draft')
  const { number, pages } = orThrow(await rejectedRows(visit.ctx, args.params.number ?? ''))
  return fileAnswer(rejectedPieces(pages, visit.lang), `${number}.csv`, 'text/csv; charset=utf-8; header=present')
}
