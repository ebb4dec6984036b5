import { PIECE_BYTES, standingOf, type UploadState } from '~/domain/interest/upload'
import { ok, type Refusal, type Verdict } from '~/domain/verdict'
import type { Ctx } from '~/infra/transact.server'
import { uploadFactsOf, uploadFor } from '~/infra/upload-record.server'

export interface UploadStanding {
  id: string
  state: UploadState
  receivedBytes: number
  failure: Refusal | null
  /** The largest piece that is taken. */
  pieceBytes: number
}

/** Where a file on its way stands: from here it is gone on with. Refuses `not-found` for anybody else's. */
export async function uploadStanding(
  ctx: Ctx,
  input: { interestId: string; uploadId: string },
): Promise<Verdict<UploadStanding>> {
  const found = await uploadFor(ctx, input)
  if (!found.ok) return found
  const { id, receivedBytes } = found.value
  return ok({ id, receivedBytes, ...standingOf(uploadFactsOf(found.value), ctx.now), pieceBytes: PIECE_BYTES })
}
