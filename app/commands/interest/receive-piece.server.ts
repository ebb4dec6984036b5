import { standingOf, takePiece, type UploadState } from '~/domain/interest/upload'
import { ok, type Refusal, refuse, type Verdict } from '~/domain/verdict'
import { db } from '~/infra/db.server'
import { touchDraft } from '~/infra/interest-record.server'
import { documentOf, withUploads } from '~/infra/kept-uploads.server'
import { copyPartial, dropPartial, partialDigest, partialPath, writePiece } from '~/infra/partial-files.server'
import type { Prisma, Upload as UploadRow } from '~/infra/prisma/client'
import { type Ctx, transact } from '~/infra/transact.server'
import { checkPaper } from '~/infra/upload.server'
import { holdDraft, lockUpload, uploadFactsOf, uploadFor } from '~/infra/upload-record.server'

export interface PieceAnswer {
  state: UploadState
  receivedBytes: number
  failure: Refusal | null
}

/**
 * Takes the next piece of a file. The last one has it checked, by its content and by the SHA-256 of the file that was
 * chosen where the sender knows it, and kept as a document, or failed with the reason; an empty piece after the last
 * has that done again. A piece that came before is refused `upload-offset` with what was received, and changes nothing.
 */
export async function receivePiece(
  ctx: Ctx,
  input: { interestId: string; uploadId: string; offset: number; bytes: Uint8Array; sha256: string | null },
): Promise<Verdict<PieceAnswer>> {
  const found = await uploadFor(ctx, input)
  if (!found.ok) return found
  const { id } = found.value
  const taken = await transact(ctx, async (t) => {
    const draft = await holdDraft(t, input.interestId)
    if (!draft.ok) return draft
    const row = await lockUpload(t, id)
    if (!row) return refuse('not-found')
    const piece = takePiece(uploadFactsOf(row), { offset: input.offset, bytes: input.bytes.length }, t.now)
    if (!piece.ok) return piece
    if (input.bytes.length > 0) await writePiece(id, input.offset, input.bytes)
    const { receivedBytes, complete } = piece.value
    const state = complete ? 'checking' : 'uploading'
    const written = await t.db.upload.update({ where: { id }, data: { receivedBytes, state, heardAt: t.now } })
    return ok(written)
  })
  if (!taken.ok) return taken
  if (taken.value.state === 'uploading') return ok(answerOf(taken.value, ctx.now))
  return finish(ctx, taken.value, input.sha256)
}

const answerOf = (row: UploadRow, now: Date): PieceAnswer => ({
  ...standingOf(uploadFactsOf(row), now),
  receivedBytes: row.receivedBytes,
})

/** All of it came: a document, or a reason why not. The bytes so far stay until the row says what became of them. */
async function finish(ctx: Ctx, row: UploadRow, sha256: string | null): Promise<Verdict<PieceAnswer>> {
  const { id, interestId, fileName, sizeBytes } = row
  const digest = await partialDigest(id)
  if (digest === null) return settled(ctx, row)
  const paper = { field: 'files', fileName, mediaType: '', sizeBytes, sha256: digest, temporaryPath: partialPath(id) }
  const wrong: Refusal | null =
    sha256 !== null && sha256 !== digest
      ? { code: 'digest-differs', values: { file: fileName } }
      : await checkPaper(paper)
  if (wrong) return fail(ctx, row, wrong)
  const whole = { ...paper, temporaryPath: await copyPartial(id) }
  const kept = await withUploads(`interests/${interestId}`, [whole], ([upload]) =>
    transact(ctx, async (t) => {
      const draft = await touchDraft(t, { id: interestId })
      if (!draft.ok) return draft
      const locked = await lockUpload(t, id)
      if (locked?.state !== 'checking' || !upload) return refuse('upload-offset')
      const document = await t.db.document.create({
        data: {
          ...documentOf(upload),
          interestId,
          kind: locked.kind,
          supersedesId: locked.supersedesId,
          uploadedById: ctx.actor.personId,
          createdAt: t.now,
        },
      })
      const done = await t.db.upload.update({ where: { id }, data: { state: 'kept', documentId: document.id } })
      await t.audit({
        act: 'interest.attach',
        subject: { kind: 'interest', id: interestId },
        detail: {
          kind: locked.kind,
          files: [{ fileName, sha256: digest }],
          ...(locked.supersedesId && { supersedes: locked.supersedesId }),
        },
      })
      return ok(answerOf(done, ctx.now))
    }),
  )
  if (kept.ok) await dropPartial(id)
  // The version it was to follow has been followed meanwhile.
  else if (kept.refusal.code === 'already-used') return fail(ctx, row, kept.refusal)
  // Another last piece had it checked meanwhile.
  else if (kept.refusal.code === 'upload-offset') return settled(ctx, row)
  return kept
}

/** What became of a file whose bytes are no longer here. */
async function settled(ctx: Ctx, row: UploadRow): Promise<Verdict<PieceAnswer>> {
  const now = await db().upload.findUnique({ where: { id: row.id } })
  if (!now) return refuse('not-found')
  return now.state === 'checking' ? fail(ctx, now, { code: 'upload-expired' }) : ok(answerOf(now, ctx.now))
}

async function fail(ctx: Ctx, row: UploadRow, refusal: Refusal): Promise<Verdict<PieceAnswer>> {
  const failure = { code: refusal.code, ...(refusal.values && { values: refusal.values }) }
  const verdict = await transact(ctx, async (t) => {
    const failed = await t.db.upload.update({
      where: { id: row.id },
      data: { state: 'failed', failure: failure as unknown as Prisma.InputJsonObject },
    })
    await t.audit({
      act: 'interest.fail_upload',
      subject: { kind: 'interest', id: row.interestId },
      detail: { fileName: row.fileName, upload: row.id, code: refusal.code },
    })
    return ok(answerOf(failed, ctx.now))
  })
  if (verdict.ok) await dropPartial(row.id)
  return verdict
}
