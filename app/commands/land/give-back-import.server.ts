import { ok, type Refusal, refuse, type Verdict } from '~/domain/verdict'
import { type Ctx, transact } from '~/infra/transact.server'
import { type ImportState, json, moveImport, subjectOf } from './import-record.server'

/** Where an import stands again when its work could not be done. */
const BACK: Partial<Record<ImportState, ImportState>> = {
  reading: 'refused',
  writing: 'previewed',
  undoing: 'confirmed',
}

/** Gives an import back to its keeper with the reason why its work could not be done; nothing was written. */
export async function giveBackImport(ctx: Ctx, input: { importId: string; refusal: Refusal }): Promise<Verdict<true>> {
  return transact(ctx, async (t) => {
    const row = await t.db.landImport.findUnique({ where: { id: input.importId } })
    const from = row?.state as ImportState | undefined
    const to = from && BACK[from]
    if (!row || !from || !to) return refuse('state-forbids')
    const moved = await moveImport(t, row, from, { state: to, refusal: json([input.refusal]) })
    if (!moved.ok) return moved
    await t.audit({ act: 'import.give_back', subject: subjectOf(row), detail: { from, code: input.refusal.code } })
    return ok(true)
  })
}
