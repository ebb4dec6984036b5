import type { LoaderFunctionArgs } from '@remix-run/node'
import { submissionReceipt } from '~/documents/interest/submission-receipt'
import { orThrow, pdfAnswer, requireMay } from '~/infra/http.server'
import { openVisit } from '~/infra/session.server'
import { receiptPaper } from '~/queries/case/receipt-paper.server'

export async function loader(args: LoaderFunctionArgs) {
  const visit = await openVisit(args)
  requireMay(visit, args.request, 'case.read')
  const paper = orThrow(await receiptPaper(visit.ctx, args.params.number ?? ''))
  return pdfAnswer({ definition: () => submissionReceipt(paper, visit.lang) }, `${paper.number}.pdf`)
}
