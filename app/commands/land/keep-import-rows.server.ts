import { ok, refuse, type Verdict } from '~/domain/verdict'
import { insertRows } from '~/infra/bulk-rows.server'
import { type Ctx, transact } from '~/infra/transact.server'
import type { ImportRowInput } from './import-record.server'

/**
 * Keeps what a page of rows would do, while the file is being read; a page that was kept by a reading that broke off
 * is kept anew. Refuses `state-forbids` once the reading is over.
 */
export async function keepImportRows(
  ctx: Ctx,
  input: { importId: string; rows: readonly ImportRowInput[] },
): Promise<Verdict<true>> {
  const { importId, rows } = input
  return transact(ctx, async (t) => {
    const open = await t.db.landImport.count({ where: { id: importId, state: 'reading' } })
    if (open === 0) return refuse('state-forbids')
    await t.db.landImportRow.deleteMany({ where: { importId, rowNumber: { in: rows.map((row) => row.rowNumber) } } })
    await insertRows(
      t.db,
      'LandImportRow',
      rows.map((row) => ({ ...row, importId })),
    )
    return ok(true)
  })
}
