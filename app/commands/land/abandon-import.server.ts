import { ok, refuse, type Verdict } from '~/domain/verdict'
import { type Ctx, transact } from '~/infra/transact.server'
import { importFor, moveImport, subjectOf } from './import-record.server'

/** Gives a preview up: nothing of it is ever written. Refuses `conflict` where it was confirmed meanwhile. */
export async function abandonImport(ctx: Ctx, input: { number: string; version: number }): Promise<Verdict<true>> {
  return transact(ctx, async (t) => {
    const found = await importFor(t, input.number)
    if (!found.ok) return found
    if (found.value.version !== input.version) return refuse('conflict')
    const moved = await moveImport(t, found.value, 'previewed', { state: 'abandoned' })
    if (!moved.ok) return moved
    await t.audit({ act: 'import.abandon', subject: subjectOf(found.value), detail: { number: input.number } })
    return ok(true)
  })
}
