import type { LoaderFunctionArgs } from '@remix-run/node'
import { issueSheet } from '~/commands/land/issue-sheet.server'
import { dataSheet } from '~/documents/land/data-sheet'
import { limit, orThrow, pdfAnswer } from '~/infra/http.server'
import { openVisit, rootData } from '~/infra/session.server'

export async function loader(args: LoaderFunctionArgs) {
  const visit = await openVisit(args)
  await limit('data-sheet', visit.ip)
  const sheet = orThrow(await issueSheet(visit.ctx, { code: args.params.code ?? '', lang: visit.lang }))
  const { baseUrl } = await rootData(args)
  const definition = () => dataSheet({ ...sheet, baseUrl }, visit.lang)
  return pdfAnswer({ definition, keptAs: sheet.code }, `${sheet.data.code}-${sheet.data.day}.pdf`)
}
