import { DRAFT_VERSIONS_MAX, inVersions, isLatest } from '~/domain/interest/document-version'
import { DRAFT_DOCUMENTS_MAX, type InterestDocumentKind } from '~/domain/interest/draft'
import { cleanFileName } from '~/domain/interest/file-name'
import { ok, refuse, type Verdict } from '~/domain/verdict'
import { interestFor } from '~/infra/interest-record.server'
import { type Ctx, transact } from '~/infra/transact.server'
import { acceptsName, MAX_FILE_BYTES } from '~/infra/upload.server'
import { holdDraft } from '~/infra/upload-record.server'

/**
 * Announces a file that will come piece by piece, as a document of its own or as the next version of one.
 * Refuses `file-empty`, `too-large`, `wrong-type` by its name, `out-of-range` beyond the most documents or versions a
 * draft may carry, `state-forbids` for a version that was followed already or once the draft was sent, `not-found`.
 */
export async function beginUpload(
  ctx: Ctx,
  input: {
    interestId: string
    kind: InterestDocumentKind
    fileName: string
    sizeBytes: number
    supersedesId: string | null
  },
): Promise<Verdict<{ id: string }>> {
  const found = await interestFor(ctx, input.interestId, 'interest.write')
  if (!found.ok) return found
  const { id: interestId, documents, documentUses } = found.value
  const fileName = cleanFileName(input.fileName)
  if (input.sizeBytes === 0) return refuse('file-empty', { file: fileName }, 'files')
  if (input.sizeBytes > MAX_FILE_BYTES) {
    return refuse('too-large', { file: fileName, max: MAX_FILE_BYTES / 1024 / 1024 }, 'files')
  }
  if (!acceptsName(fileName)) return refuse('wrong-type', { file: fileName }, 'files')
  const before = documents.find(({ id }) => id === input.supersedesId)
  if (input.supersedesId !== null && !before) return refuse('not-found')
  if (before && !isLatest(before.id, documents)) return refuse('state-forbids', undefined, 'supersedes')
  return transact(ctx, async (t) => {
    const draft = await holdDraft(t, interestId)
    if (!draft.ok) return draft
    const onTheWay = await t.db.upload.count({ where: { interestId, state: { in: ['uploading', 'checking'] } } })
    const current = documentUses.length + inVersions(documents).length + (before ? 0 : 1)
    if (current + onTheWay > DRAFT_DOCUMENTS_MAX || documents.length + onTheWay >= DRAFT_VERSIONS_MAX) {
      return refuse('out-of-range', { min: 1, max: DRAFT_DOCUMENTS_MAX }, 'files')
    }
    const row = await t.db.upload.create({
      data: {
        interestId,
        kind: before?.kind ?? input.kind,
        supersedesId: before?.id,
        fileName,
        sizeBytes: input.sizeBytes,
        uploadedById: ctx.actor.personId ?? '',
        heardAt: t.now,
        createdAt: t.now,
      },
    })
    await t.audit({
      act: 'interest.begin_upload',
      subject: { kind: 'interest', id: interestId },
      detail: { fileName, sizeBytes: input.sizeBytes, upload: row.id },
    })
    return ok({ id: row.id })
  })
}
