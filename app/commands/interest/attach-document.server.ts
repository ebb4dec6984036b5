import { DRAFT_VERSIONS_MAX, inVersions, isLatest } from '~/domain/interest/document-version'
import { DRAFT_DOCUMENTS_MAX, type InterestDocumentKind } from '~/domain/interest/draft'
import { ok, refuse, type Verdict } from '~/domain/verdict'
import { interestFor, touchDraft } from '~/infra/interest-record.server'
import { documentOf, withUploads } from '~/infra/kept-uploads.server'
import { type Ctx, transact } from '~/infra/transact.server'
import type { Upload } from '~/infra/upload.server'

/**
 * Attaches one or more files of one kind to a draft, or one file as the next version of a document; all of them or none.
 * Refuses `file-missing`, `out-of-range` beyond the most documents a draft may carry, `not-found`, `not-allowed`,
 * `state-forbids` for a version that was followed already or once sent, `invalid-form` for several files as one version.
 */
export async function attachDocument(
  ctx: Ctx,
  input: { interestId: string; kind: InterestDocumentKind; supersedesId?: string | null; uploads: Upload[] },
): Promise<Verdict<true>> {
  const { uploads, supersedesId = null } = input
  const found = await interestFor(ctx, input.interestId, 'interest.write')
  if (!found.ok) return found
  if (uploads.length === 0) return refuse('file-missing', undefined, 'files')
  const { id, documents } = found.value
  const before = documents.find((document) => document.id === supersedesId)
  if (supersedesId !== null && !before) return refuse('not-found')
  if (before && !isLatest(before.id, documents)) return refuse('state-forbids', undefined, 'supersedes')
  if (before && uploads.length > 1) return refuse('invalid-form', undefined, 'files')
  const kind = before?.kind ?? input.kind
  return withUploads(`interests/${id}`, uploads, (kept) =>
    transact(ctx, async (t) => {
      const written = await touchDraft(t, { id })
      if (!written.ok) return written
      const [now, used] = await Promise.all([
        t.db.document.findMany({ where: { interestId: id }, select: { id: true, supersedesId: true } }),
        t.db.documentUse.count({ where: { interestId: id } }),
      ])
      const current = used + inVersions(now).length + (before ? 0 : kept.length)
      if (current > DRAFT_DOCUMENTS_MAX || now.length + kept.length > DRAFT_VERSIONS_MAX) {
        return refuse('out-of-range', { min: 1, max: DRAFT_DOCUMENTS_MAX }, 'files')
      }
      await t.db.document.createMany({
        data: kept.map((upload) => ({
          ...documentOf(upload),
          interestId: id,
          kind,
          supersedesId,
          uploadedById: ctx.actor.personId,
          createdAt: t.now,
        })),
      })
      await t.audit({
        act: 'interest.attach',
        subject: { kind: 'interest', id },
        detail: {
          kind,
          files: kept.map(({ fileName, sha256 }) => ({ fileName, sha256 })),
          ...(supersedesId && { supersedes: supersedesId }),
        },
      })
      return ok(true)
    }),
  )
}
