import { isLatest } from '~/domain/interest/document-version'
import { ok, refuse, type Verdict } from '~/domain/verdict'
import { papersOf } from '~/infra/case-documents.server'
import { dropFile } from '~/infra/files.server'
import { interestFor, touchDraft } from '~/infra/interest-record.server'
import { type Ctx, transact } from '~/infra/transact.server'

/**
 * Takes the latest version of a document off a draft, and its bytes where the organisation does not keep them; the one
 * before it stands again. Refuses `not-found`, `not-allowed`, `state-forbids` for an earlier version or once sent.
 */
export async function removeDocument(
  ctx: Ctx,
  input: { interestId: string; documentId: string },
): Promise<Verdict<true>> {
  const found = await interestFor(ctx, input.interestId, 'interest.write')
  if (!found.ok) return found
  const { id } = found.value
  const document = papersOf(found.value).find((one) => one.id === input.documentId)
  if (!document) return refuse('not-found')
  const isKept = document.organizationId !== null
  if (!isLatest(document.id, found.value.documents)) return refuse('state-forbids')
  const verdict = await transact(ctx, async (t) => {
    const written = await touchDraft(t, { id })
    if (!written.ok) return written
    const removed = isKept
      ? await t.db.documentUse.deleteMany({ where: { documentId: document.id, interestId: id } })
      : await t.db.document.deleteMany({ where: { id: document.id, interestId: id } })
    if (removed.count !== 1) return refuse('not-found')
    await t.audit({
      act: 'interest.remove_document',
      subject: { kind: 'interest', id },
      detail: { kind: document.kind, fileName: document.fileName, sha256: document.sha256 },
    })
    return ok(true as const)
  })
  if (verdict.ok && !isKept) await dropFile(document.storageKey)
  return verdict
}
