import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { receivePiece } from '~/commands/interest/receive-piece.server'
import { PIECE_BYTES } from '~/domain/interest/upload'
import { pieceQuery } from '~/forms/upload'
import { orThrow, readPiece, refusalResponse, requireMay, stepAnswer } from '~/infra/http.server'
import { openVisit } from '~/infra/session.server'
import { uploadStanding } from '~/queries/interest/upload-standing.server'

const keysOf = ({ params }: Pick<LoaderFunctionArgs, 'params'>) => ({
  interestId: params.id ?? '',
  uploadId: params.uploadId ?? '',
})

/** Where a file stands: after a broken connection its sender goes on from here. */
export async function loader(args: LoaderFunctionArgs) {
  const visit = await openVisit(args)
  requireMay(visit, args.request, 'interest.write')
  return stepAnswer(orThrow(await uploadStanding(visit.ctx, keysOf(args))))
}

/** The next piece of a file, as bytes. */
export async function action(args: ActionFunctionArgs) {
  const visit = await openVisit(args)
  requireMay(visit, args.request, 'interest.write')
  orThrow(await uploadStanding(visit.ctx, keysOf(args)))
  const query = pieceQuery.safeParse(Object.fromEntries(new URL(args.request.url).searchParams))
  if (!query.success) throw refusalResponse({ code: 'invalid-form' })
  const bytes = orThrow(await readPiece(args.request, PIECE_BYTES))
  return stepAnswer(orThrow(await receivePiece(visit.ctx, { ...keysOf(args), ...query.data, bytes })))
}
