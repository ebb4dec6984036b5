import type { RefusalCode } from '../refusal'
import { type Refusal, refuse, type Verdict } from '../verdict'

/** A file on its way to a draft. */
export const UPLOAD_STATES = ['uploading', 'checking', 'kept', 'failed'] as const
export type UploadState = (typeof UPLOAD_STATES)[number]

/** The largest piece, bytes: small enough that little is lost where a connection breaks. */
export const PIECE_BYTES = 512 * 1024
/** Hours after the last piece for which an unfinished file can be gone on with. */
export const UPLOAD_HOURS = 24

const HOUR_MS = 3_600_000

export interface UploadFacts {
  state: UploadState
  sizeBytes: number
  receivedBytes: number
  /** The instant of the last piece. */
  heardAt: Date
  failure: { code: RefusalCode; values?: Record<string, string | number> } | null
}

/** Where a file stands now: one nobody went on with for a day has failed, whether or not it was swept yet. */
export function standingOf(upload: UploadFacts, now: Date): Pick<UploadFacts, 'state' | 'failure'> {
  const { state, failure, heardAt } = upload
  const open = state === 'uploading' || state === 'checking'
  if (!open || now.getTime() - heardAt.getTime() <= UPLOAD_HOURS * HOUR_MS) return { state, failure }
  return { state: 'failed', failure: { code: 'upload-expired' } }
}

/** Whether a draft with this file may be sent: only what is kept is no obstacle. */
export const blocksSending = (state: UploadState): boolean => state !== 'kept'

export interface PieceTaken {
  receivedBytes: number
  complete: boolean
}

/**
 * What a piece of `bytes` that begins at `offset` makes of a file. An empty piece at the end of all asks to look again
 * whether it is complete. Refuses `upload-offset` (with what was received) where the piece does not follow,
 * `too-large` beyond the size announced or the largest piece, `state-forbids` or the failure itself once it is over.
 */
export function takePiece(
  upload: UploadFacts,
  piece: { offset: number; bytes: number },
  now: Date,
): Verdict<PieceTaken> {
  const { state, failure } = standingOf(upload, now)
  if (state === 'failed') return failed(failure)
  if (state === 'kept') return refuse('state-forbids')
  const { receivedBytes, sizeBytes } = upload
  if (piece.offset !== receivedBytes) return refuse('upload-offset', { received: receivedBytes })
  const end = piece.offset + piece.bytes
  if (end > sizeBytes || piece.bytes > PIECE_BYTES) return refuse('too-large')
  if (piece.bytes === 0 && end < sizeBytes) return refuse('file-empty')
  return { ok: true, value: { receivedBytes: end, complete: end === sizeBytes } }
}

const failed = (failure: Refusal | null): Verdict<never> =>
  failure ? refuse(failure.code, failure.values) : refuse('state-forbids')
