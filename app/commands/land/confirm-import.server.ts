import type { ImportResult } from '~/domain/land/import-row'
import { ok, refuse, type Verdict } from '~/domain/verdict'
import { Prisma } from '~/infra/prisma/client'
import { type Ctx, transact } from '~/infra/transact.server'
import { importFor, moveImport, subjectOf } from './import-record.server'

/**
 * Somebody looked at the preview and wants it written; the writing is a job. Refuses `conflict` where it was confirmed
 * or changed meanwhile, `state-forbids` where there is nothing to write.
 */
export async function confirmImport(ctx: Ctx, input: { number: string; version: number }): Promise<Verdict<true>> {
  return transact(ctx, async (t) => {
    const found = await importFor(t, input.number)
    if (!found.ok) return found
    const counts = (found.value.counts ?? {}) as Partial<Record<ImportResult, number>>
    if (found.value.version !== input.version) return refuse('conflict')
    if ((counts.inserted ?? 0) + (counts.updated ?? 0) === 0) return refuse('state-forbids')
    const moved = await moveImport(t, found.value, 'previewed', { state: 'writing', refusal: Prisma.DbNull })
    if (!moved.ok) return moved
    await t.enqueue({ kind: 'write_import', input: { importId: found.value.id } })
    await t.audit({ act: 'import.confirm', subject: subjectOf(found.value), detail: { ...counts } })
    return ok(true)
  })
}
