import type { InterestDocumentKind } from '~/domain/interest/draft'
import { may } from '~/domain/party/permission'
import { type Day, dayToDate } from '~/domain/time/day'
import { ok, refuse, type Verdict } from '~/domain/verdict'
import { documentOf, withUploads } from '~/infra/kept-uploads.server'
import { type Ctx, transact } from '~/infra/transact.server'
import type { Upload } from '~/infra/upload.server'

/** How many documents an organisation may keep, those put away and earlier versions not counted. */
const MOST = 200

/**
 * Keeps one document of an organisation, for use in many interests. Refuses `not-found`, `not-allowed`, `file-missing`,
 * `day-past` for one that holds no longer, `out-of-range` beyond the most it may keep.
 */
export async function keepDocument(
  ctx: Ctx,
  input: { organizationId: string; kind: InterestDocumentKind; validUntil: Day | null; uploads: Upload[] },
): Promise<Verdict<string>> {
  const { organizationId, kind, validUntil, uploads } = input
  const allowed = may(ctx.actor, 'organization.keep_documents', { organizationId })
  if (!allowed.ok) return allowed
  if (uploads.length === 0) return refuse('file-missing', undefined, 'files')
  return withUploads(`organizations/${organizationId}`, uploads.slice(0, 1), ([upload]) =>
    transact(ctx, async (t) => {
      if (!upload) return refuse('file-missing', undefined, 'files')
      if (validUntil !== null && validUntil < t.today) return refuse('day-past', undefined, 'validUntil')
      await t.db.$queryRaw`SELECT 1 FROM "Organization" WHERE id = ${organizationId}::uuid FOR UPDATE`
      const count = await t.db.document.count({ where: { organizationId, retiredAt: null, supersededBy: null } })
      if (count >= MOST) return refuse('out-of-range', { min: 1, max: MOST }, 'files')
      const document = await t.db.document.create({
        data: {
          ...documentOf(upload),
          organizationId,
          kind,
          validUntil: validUntil && dayToDate(validUntil),
          uploadedById: ctx.actor.personId,
          createdAt: t.now,
        },
      })
      await t.audit({
        act: 'organization.keep_document',
        subject: { kind: 'organization', id: organizationId },
        detail: { documentId: document.id, kind, fileName: upload.fileName, sha256: upload.sha256, validUntil },
      })
      return ok(document.id)
    }),
  )
}
