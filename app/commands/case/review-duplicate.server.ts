import type { DuplicateVerdict } from '~/domain/interest/duplicate'
import { may } from '~/domain/party/permission'
import { ok, refuse, type Verdict } from '~/domain/verdict'
import { db } from '~/infra/db.server'
import { type Ctx, transact } from '~/infra/transact.server'

/**
 * What a person of the office found of two cases that may be one project. It may be found anew; neither case changes
 * by it. Refuses `not-found`, `not-allowed`, `conflict` where somebody found something meanwhile.
 */
export async function reviewDuplicate(
  ctx: Ctx,
  input: { id: string; version: number; verdict: DuplicateVerdict; note: string | null },
): Promise<Verdict<true>> {
  const allowed = may(ctx.actor, 'duplicate.review')
  if (!allowed.ok) return allowed
  const pair = await db().duplicatePair.findUnique({ where: { id: input.id } })
  if (!pair) return refuse('not-found')
  const { verdict, note } = input
  return transact(ctx, async (t) => {
    const written = await t.db.duplicatePair.updateMany({
      where: { id: pair.id, version: input.version },
      data: { verdict, note, reviewedById: ctx.actor.personId, reviewedAt: t.now, version: { increment: 1 } },
    })
    if (written.count !== 1) return refuse('conflict')
    // In the history of both cases: each tells what was found of it.
    for (const caseId of [pair.earlierId, pair.laterId]) {
      await t.audit({
        act: 'duplicate.review',
        subject: { kind: 'duplicate', id: pair.id },
        caseId,
        detail: { verdict, note },
      })
    }
    return ok(true)
  })
}
