import { DRAFT_DOCUMENTS_MAX } from '~/domain/interest/draft'
import { canUse } from '~/domain/party/organization-document'
import { ok, refuse, type Verdict } from '~/domain/verdict'
import { FOLLOWED, keptDocumentOf } from '~/infra/case-documents.server'
import { interestFor, touchDraft } from '~/infra/interest-record.server'
import { type Ctx, transact } from '~/infra/transact.server'

/**
 * Uses documents of the organisation in one of its drafts; all of them or none. Refuses `not-found`, `not-allowed`,
 * `not-a-choice` for a document of another organisation, what `canUse` refuses, `out-of-range` beyond the most a draft
 * may carry, `state-forbids` once sent.
 */
export async function reuseDocuments(
  ctx: Ctx,
  input: { interestId: string; documentIds: string[] },
): Promise<Verdict<true>> {
  const found = await interestFor(ctx, input.interestId, 'interest.write')
  if (!found.ok) return found
  const { id, organizationId } = found.value
  const documentIds = [...new Set(input.documentIds)]
  return transact(ctx, async (t) => {
    const written = await touchDraft(t, { id })
    if (!written.ok) return written
    // Held to the end: what is used is not deleted meanwhile.
    await t.db.$queryRaw`SELECT 1 FROM "Document" WHERE id = ANY(${documentIds}::uuid[]) FOR SHARE`
    const documents = await t.db.document.findMany({
      where: { id: { in: documentIds }, organizationId },
      include: FOLLOWED,
    })
    if (documents.length !== documentIds.length) return refuse('not-a-choice', undefined, 'document')
    for (const document of documents) {
      const usable = canUse(keptDocumentOf(document), t.today)
      if (!usable.ok) return usable
    }
    await t.db.documentUse.createMany({
      data: documentIds.map((documentId) => ({
        documentId,
        interestId: id,
        usedById: ctx.actor.personId ?? '',
        createdAt: t.now,
      })),
      skipDuplicates: true,
    })
    const [own, used] = await Promise.all([
      t.db.document.count({ where: { interestId: id, supersededBy: null } }),
      t.db.documentUse.count({ where: { interestId: id } }),
    ])
    if (own + used > DRAFT_DOCUMENTS_MAX)
      return refuse('out-of-range', { min: 1, max: DRAFT_DOCUMENTS_MAX }, 'document')
    await t.audit({
      act: 'interest.use_document',
      subject: { kind: 'interest', id },
      detail: {
        documents: documents.map(({ id: documentId, fileName, sha256 }) => ({ documentId, fileName, sha256 })),
      },
    })
    return ok(true)
  })
}
