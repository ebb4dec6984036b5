import { ok, refuse, type Verdict } from '~/domain/verdict'
import { type Ctx, transact } from '~/infra/transact.server'

/**
 * Marks one of the person's own notices as read, once; gives the page it leads to. The day stands in the notice itself.
 * Refuses `not-found`.
 */
export async function readNotice(ctx: Ctx, input: { id: string }): Promise<Verdict<{ path: string | null }>> {
  const { personId } = ctx.actor
  if (personId === null) return refuse('not-signed-in')
  return transact(ctx, async (t) => {
    const notice = await t.db.notice.findFirst({ where: { id: input.id, personId }, select: { path: true } })
    if (!notice) return refuse('not-found')
    await t.db.notice.updateMany({ where: { id: input.id, personId, readAt: null }, data: { readAt: t.now } })
    return ok({ path: notice.path })
  })
}
