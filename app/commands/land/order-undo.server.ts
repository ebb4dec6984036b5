import { ok, refuse, type Verdict } from '~/domain/verdict'
import { Prisma } from '~/infra/prisma/client'
import { type Ctx, transact } from '~/infra/transact.server'
import { importFor, moveImport, subjectOf } from './import-record.server'

/** Asks for a whole import to be undone, as a job. Refuses `conflict` where that is under way or done. */
export async function orderUndo(ctx: Ctx, input: { number: string; version: number }): Promise<Verdict<true>> {
  return transact(ctx, async (t) => {
    const found = await importFor(t, input.number)
    if (!found.ok) return found
    if (found.value.version !== input.version) return refuse('conflict')
    const moved = await moveImport(t, found.value, 'confirmed', { state: 'undoing', refusal: Prisma.DbNull })
    if (!moved.ok) return moved
    await t.enqueue({ kind: 'undo_import', input: { importId: found.value.id } })
    await t.audit({ act: 'import.order_undo', subject: subjectOf(found.value), detail: { number: input.number } })
    return ok(true)
  })
}
