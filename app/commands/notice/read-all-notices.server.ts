import { ok, refuse, type Verdict } from '~/domain/verdict'
import { type Ctx, transact } from '~/infra/transact.server'

/** Marks the person's notices as read, those up to the newest one that was shown. Gives how many. */
export async function readAllNotices(ctx: Ctx, input: { through: string }): Promise<Verdict<number>> {
  const { personId } = ctx.actor
  if (personId === null) return refuse('not-signed-in')
  return transact(ctx, async (t) => {
    const read = await t.db.notice.updateMany({
      where: { personId, readAt: null, id: { lte: input.through } },
      data: { readAt: t.now },
    })
    return ok(read.count)
  })
}
