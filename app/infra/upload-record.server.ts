import type { InterestDocumentKind } from '~/domain/interest/draft'
import type { UploadFacts, UploadState } from '~/domain/interest/upload'
import { ok, refuse, type Verdict } from '~/domain/verdict'
import { db } from './db.server'
import { interestFor } from './interest-record.server'
import type { Upload as UploadRow } from './prisma/client'
import type { Ctx, Transaction } from './transact.server'

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

export const uploadFactsOf = (row: UploadRow): UploadFacts => ({
  state: row.state as UploadState,
  sizeBytes: row.sizeBytes,
  receivedBytes: row.receivedBytes,
  heardAt: row.heardAt,
  failure: row.failure as UploadFacts['failure'],
})

export const kindOf = (row: UploadRow): InterestDocumentKind => row.kind as InterestDocumentKind

/** A file on its way to a draft, for those who may write the draft; anybody else's is `not-found`. */
export async function uploadFor(
  ctx: Ctx,
  input: { interestId: string; uploadId: string },
): Promise<Verdict<UploadRow>> {
  const interest = await interestFor(ctx, input.interestId, 'interest.write')
  if (!interest.ok) return interest
  const row = UUID.test(input.uploadId) ? await db().upload.findUnique({ where: { id: input.uploadId } }) : null
  return row?.interestId === interest.value.id ? ok(row) : refuse('not-found')
}

/** The row locked to the end of the transaction: pieces of one file are written one after the other. */
export async function lockUpload(t: Transaction, id: string): Promise<UploadRow | null> {
  await t.db.$queryRaw`SELECT id FROM "Upload" WHERE id = ${id}::uuid FOR UPDATE`
  return t.db.upload.findUnique({ where: { id } })
}

/**
 * Holds a draft as one to the end of the transaction, without moving its version: it cannot be sent meanwhile.
 * Refuses `state-forbids` once it was sent.
 */
export async function holdDraft(t: Transaction, interestId: string): Promise<Verdict<true>> {
  const [row] = await t.db.$queryRaw<{ state: string }[]>`
    SELECT state FROM "Interest" WHERE id = ${interestId}::uuid FOR SHARE`
  return row?.state === 'draft' ? ok(true) : refuse('state-forbids')
}
