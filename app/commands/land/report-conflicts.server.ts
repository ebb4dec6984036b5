import type { ImportResult, Reason } from '~/domain/land/import-row'
import { ok, refuse, type Verdict } from '~/domain/verdict'
import { type Ctx, transact } from '~/infra/transact.server'
import { json, moveImport, subjectOf } from './import-record.server'

/**
 * Gives an import back to whoever confirmed it, nothing written: the rows whose plots changed since the preview are
 * rejected with `conflict` and what else is now wrong with them.
 */
export async function reportConflicts(
  ctx: Ctx,
  input: { importId: string; conflicts: readonly { rowNumber: number; reasons: Reason[] }[]; catalogueVersion: number },
): Promise<Verdict<true>> {
  const { importId, conflicts, catalogueVersion } = input
  return transact(ctx, async (t) => {
    const row = await t.db.landImport.findUnique({ where: { id: importId } })
    if (!row) return refuse('not-found')
    for (const { rowNumber, reasons } of conflicts) {
      await t.db.landImportRow.update({
        where: { importId_rowNumber: { importId, rowNumber } },
        data: { result: 'rejected', reasons: json(reasons) },
      })
    }
    const grouped = await t.db.landImportRow.groupBy({ by: ['result'], where: { importId }, _count: true })
    const counts: Record<ImportResult, number> = { inserted: 0, updated: 0, unchanged: 0, rejected: 0 }
    for (const { result, _count } of grouped) counts[result as ImportResult] = _count
    const moved = await moveImport(t, row, 'writing', {
      state: 'previewed',
      counts,
      catalogueVersion,
      refusal: json([{ code: 'conflict' }]),
    })
    if (!moved.ok) return moved
    await t.audit({ act: 'import.conflict', subject: subjectOf(row), detail: { rows: conflicts.length } })
    return ok(true)
  })
}
