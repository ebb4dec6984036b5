import { ok, refuse, type Verdict } from '~/domain/verdict'
import { savedNeedFor } from '~/infra/saved-need.server'
import { type Ctx, transact } from '~/infra/transact.server'

/** Puts a saved need away: no alerts, nobody's candidate any more; its kept runs stay. Refuses `conflict`. */
export async function archiveNeed(ctx: Ctx, input: { id: string; version: number }): Promise<Verdict<true>> {
  const found = await savedNeedFor(ctx, input.id, 'need.write')
  if (!found.ok) return found
  return transact(ctx, async (t) => {
    const written = await t.db.need.updateMany({
      where: { id: found.value.id, version: input.version, archivedAt: null },
      data: { archivedAt: t.now, version: { increment: 1 } },
    })
    if (written.count !== 1) return refuse('conflict')
    await t.audit({
      act: 'need.archive',
      subject: { kind: 'need', id: found.value.id },
      detail: { name: found.value.name },
    })
    return ok(true)
  })
}
