import type { ImportResult } from '~/domain/land/import-row'
import { ok, type Refusal, refuse, type Verdict } from '~/domain/verdict'
import { type Ctx, transact } from '~/infra/transact.server'
import { json, moveImport, subjectOf } from './import-record.server'

export type ReadingEnd =
  | { counts: Record<ImportResult, number>; catalogueVersion: number }
  /** Why the file as a whole cannot be taken. */
  | { refusals: Refusal[] }

/** Ends the reading of a file: its preview is ready, or it is refused as a whole. */
export async function finishReading(ctx: Ctx, input: { importId: string; end: ReadingEnd }): Promise<Verdict<true>> {
  const { importId, end } = input
  return transact(ctx, async (t) => {
    const row = await t.db.landImport.findUnique({ where: { id: importId } })
    if (!row) return refuse('not-found')
    const refused = 'refusals' in end
    const moved = await moveImport(
      t,
      row,
      'reading',
      refused
        ? { state: 'refused', refusal: json(end.refusals) }
        : { state: 'previewed', counts: json(end.counts), catalogueVersion: end.catalogueVersion },
    )
    if (!moved.ok) return moved
    if (refused) await t.db.landImportRow.deleteMany({ where: { importId } })
    await t.audit({
      act: refused ? 'import.refuse' : 'import.preview',
      subject: subjectOf(row),
      detail: refused ? { codes: end.refusals.map(({ code }) => code) } : { ...end.counts },
    })
    return ok(true)
  })
}
