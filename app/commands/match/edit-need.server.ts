import type { AlertRhythm } from '~/domain/match/alert'
import { ok, refuse, type Verdict } from '~/domain/verdict'
import { savedNeedFor } from '~/infra/saved-need.server'
import { type Ctx, transact } from '~/infra/transact.server'

/** Renames a saved need, or changes how often it is told of and to whom its owner's name is shown. Refuses `conflict`. */
export async function editNeed(
  ctx: Ctx,
  input: { id: string; version: number; name: string; alert: AlertRhythm; shareName: boolean },
): Promise<Verdict<true>> {
  const found = await savedNeedFor(ctx, input.id, 'need.write')
  if (!found.ok) return found
  const { name, alert, shareName } = input
  return transact(ctx, async (t) => {
    const written = await t.db.need.updateMany({
      where: { id: found.value.id, version: input.version, archivedAt: null },
      data: { name, alert, shareName, version: { increment: 1 } },
    })
    if (written.count !== 1) return refuse('conflict')
    const before = { name: found.value.name, alert: found.value.alert, shareName: found.value.shareName }
    await t.audit({
      act: 'need.edit',
      subject: { kind: 'need', id: found.value.id },
      detail: { before, name, alert, shareName },
    })
    return ok(true)
  })
}
