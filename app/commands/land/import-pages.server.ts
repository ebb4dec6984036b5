import type { PlotValues } from '~/domain/land/import-row'
import { ok, refuse, type Verdict } from '~/domain/verdict'
import { Prisma } from '~/infra/prisma/client'
import type { Transaction } from '~/infra/transact.server'
import type { ImportAfter, ImportBefore } from './import-record.server'
import { plotColumns } from './plot-rows.server'

const PAGE = 500

export interface WrittenRow {
  rowNumber: number
  code: string
  plotId: string | null
  after: ImportAfter
  before: ImportBefore | null
}

/** The rows of an import with a result, a page at a time, in the order of the sheet. */
export async function* importPages(
  t: Transaction,
  importId: string,
  result: 'inserted' | 'updated',
): AsyncGenerator<WrittenRow[]> {
  for (let after = 0; ; ) {
    const rows = await t.db.landImportRow.findMany({
      where: { importId, result, rowNumber: { gt: after } },
      orderBy: { rowNumber: 'asc' },
      take: PAGE,
    })
    const last = rows.at(-1)
    if (!last) return
    yield rows.map((row) => ({
      rowNumber: row.rowNumber,
      code: row.code ?? '',
      plotId: row.plotId,
      after: row.after as unknown as ImportAfter,
      before: row.before as unknown as ImportBefore | null,
    }))
    after = last.rowNumber
  }
}

/** The columns of a plot as the statements of many rows take them. */
export function plainColumns(values: PlotValues): object {
  const { ring, ...columns } = plotColumns({ ...values, source: '' })
  return { ...columns, ring: ring === Prisma.DbNull ? null : ring }
}

/**
 * Writes the columns of many plots in one statement, each only at the version it was read at. Refuses `conflict` when
 * one of them moved on.
 */
export async function writePlots(
  t: Transaction,
  plots: readonly { id: string; version: number; values: PlotValues }[],
): Promise<Verdict<true>> {
  const records = plots.map(({ id, version, values }) => ({ ...plainColumns(values), id, version }))
  const [first] = records
  if (!first) return ok(true)
  const names = Object.keys(first).filter((name) => name !== 'id' && name !== 'version')
  const set = names.map((name) => `"${name}" = r."${name}"`).join(', ')
  const written = await t.db.$executeRawUnsafe(
    // As in the form: what waits for its review was last changed by whoever writes now.
    `UPDATE "Plot" p SET ${set}, version = p.version + 1, "updatedAt" = $2::timestamptz,
       "reviewAskedById" = CASE WHEN p.publication = 'in_review' THEN $3::uuid ELSE p."reviewAskedById" END,
       "publishAt" = CASE WHEN p.publication = 'in_review' THEN NULL ELSE p."publishAt" END,
       "publishById" = CASE WHEN p.publication = 'in_review' THEN NULL ELSE p."publishById" END
     FROM jsonb_populate_recordset(NULL::"Plot", $1::jsonb) r WHERE p.id = r.id AND p.version = r.version`,
    JSON.stringify(records),
    t.now.toISOString(),
    t.actor.personId,
  )
  return written === plots.length ? ok(true) : refuse('conflict')
}
