import { DRAFT_DOCUMENTS_MAX, type InterestDocumentKind } from '~/domain/interest/draft'
import { ok, refuse, type Verdict } from '~/domain/verdict'
import { interestFor, touchDraft } from '~/infra/interest-record.server'
import { documentOf, withUploads } from '~/infra/kept-uploads.server'
import { type Ctx, transact } from '~/infra/transact.server'
import type { Upload } from '~/infra/upload.server'

/**
 * Attaches one or more files of one kind to a draft; all of them or none.
 * Refuses `file-missing`, `out-of-range` beyond the most documents a draft may carry, `not-found`, `not-allowed`,
 * `state-forbids` once sent.
 */
export async function attachDocument(
  ctx: Ctx,
  input: { interestId: string; kind: InterestDocumentKind; uploads: Upload[] },
): Promise<Verdict<true>> {
  const { kind, uploads } = input
  const found = await interestFor(ctx, input.interestId, 'interest.write')
  if (!found.ok) return found
  if (uploads.length === 0) return refuse('file-missing', undefined, 'files')
  const { id } = found.value
  return withUploads(`interests/${id}`, uploads, (kept) =>
    transact(ctx, async (t) => {
      const written = await touchDraft(t, { id })
      if (!written.ok) return written
      const count = await t.db.document.count({ where: { interestId: id } })
      if (count + kept.length > DRAFT_DOCUMENTS_MAX) {
        return refuse('out-of-range', { min: 1, max: DRAFT_DOCUMENTS_MAX }, 'files')
      }
      await t.db.document.createMany({
        data: kept.map((upload) => ({
          ...documentOf(upload),
          interestId: id,
          kind,
          uploadedById: ctx.actor.personId,
          createdAt: t.now,
        })),
      })
      await t.audit({
        act: 'interest.attach',
        subject: { kind: 'interest', id },
        detail: { kind, files: kept.map(({ fileName, sha256 }) => ({ fileName, sha256 })) },
      })
      return ok(true)
    }),
  )
}
