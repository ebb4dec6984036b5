import { may } from '~/domain/party/permission'
import { ok, refuse, type Verdict } from '~/domain/verdict'
import { dropFile } from '~/infra/files.server'
import { type Ctx, transact } from '~/infra/transact.server'

/**
 * Puts a document of an organisation away: one that was never used goes with its bytes, one that was used stays readable
 * where it was and is used no more. Gives whether it is gone. Refuses `not-found`, `not-allowed`, `state-forbids` for a
 * mandate and for one put away already.
 */
export async function retireDocument(
  ctx: Ctx,
  input: { organizationId: string; documentId: string },
): Promise<Verdict<{ gone: boolean }>> {
  const { organizationId, documentId } = input
  const allowed = may(ctx.actor, 'organization.keep_documents', { organizationId })
  if (!allowed.ok) return allowed
  let dropped: string | null = null
  const verdict = await transact(ctx, async (t) => {
    await t.db.$queryRaw`SELECT 1 FROM "Document" WHERE id = ${documentId}::uuid FOR UPDATE`
    const document = await t.db.document.findFirst({
      where: { id: documentId, organizationId },
      include: { _count: { select: { uses: true } } },
    })
    if (!document) return refuse('not-found')
    if (document.kind === 'mandate' || document.retiredAt !== null) return refuse('state-forbids')
    const gone = document._count.uses === 0
    if (gone) await t.db.document.delete({ where: { id: documentId } })
    else await t.db.document.update({ where: { id: documentId }, data: { retiredAt: t.now } })
    dropped = gone ? document.storageKey : null
    const { kind, fileName, sha256 } = document
    await t.audit({
      act: 'organization.retire_document',
      subject: { kind: 'organization', id: organizationId },
      detail: { documentId, kind, fileName, sha256, gone },
    })
    return ok({ gone })
  })
  if (verdict.ok && dropped !== null) await dropFile(dropped)
  return verdict
}
