import { finishReading } from '~/commands/land/finish-reading.server'
import { giveBackImport } from '~/commands/land/give-back-import.server'
import { keepImportRows } from '~/commands/land/keep-import-rows.server'
import { reportConflicts } from '~/commands/land/report-conflicts.server'
import { undoImport } from '~/commands/land/undo-import.server'
import { writeImport } from '~/commands/land/write-import.server'
import type { SheetFormat } from '~/documents/report/land-sheet'
import type { ImportResult, Reason } from '~/domain/land/import-row'
import { cellText } from '~/domain/land/sheet-cell'
import type { Refusal, Verdict } from '~/domain/verdict'
import { readFileBytes } from '~/infra/files.server'
import type { JobInputs } from '~/infra/job-queue.server'
import { SheetRefused } from '~/infra/sheet-rows.server'
import { importAtWork, judgedBefore } from '~/queries/land/import-page.server'
import { type FileRow, judgeFile } from './judge-file'
import type { JobResult, Work } from './work'

/** What is kept of a judged row: of a rejected one its cells, so that it can be given back to be mended. */
function kept({ row, cells, known, result, code, reasons, values, zoneCode, source, changed }: FileRow) {
  const rejected = result === 'rejected'
  const texts = Object.fromEntries([...cells].map(([column, cell]) => [column, cellText(cell)]))
  return {
    rowNumber: row,
    code: code?.slice(0, 60) ?? null,
    result,
    reasons,
    after: rejected ? { cells: texts } : { zone: zoneCode, source, changed, values },
    before: !rejected && known ? { version: known.version, values: known.values } : null,
    plotId: rejected ? null : (known?.id ?? null),
  }
}

/** Reads an uploaded file of land and keeps what each row would do. */
export async function readImport({ importId }: JobInputs['read_import'], work: Work): Promise<JobResult> {
  const { ctx, report } = work
  const row = await importAtWork(importId)
  if (row?.state !== 'reading') return null
  try {
    const file = await judgeFile(await readFileBytes(row.storageKey), row.format as SheetFormat, work)
    const counts: Record<ImportResult, number> = { inserted: 0, updated: 0, unchanged: 0, rejected: 0 }
    let done = 0
    report(0, file.total)
    for await (const rows of file.pages) {
      const saved = await keepImportRows(ctx, { importId, rows: rows.map(kept) })
      if (!saved.ok) return saved.refusal
      for (const { result } of rows) counts[result] += 1
      done += rows.length
      report(done, file.total)
    }
    const end = { counts, catalogueVersion: file.catalogueVersion }
    return refusalOf(await finishReading(ctx, { importId, end }))
  } catch (error) {
    if (!(error instanceof SheetRefused)) throw error
    return refusalOf(await finishReading(ctx, { importId, end: { refusals: error.refusals } }))
  }
}

const refusalOf = (verdict: Verdict<unknown>): Refusal | null => (verdict.ok ? null : verdict.refusal)

/** How often an import is judged again because land changed while it was about to be written. */
const ROUNDS = 5

/**
 * Writes an import that was confirmed. Where land changed since its preview every row is judged again first; rows
 * that come out otherwise go back to whoever confirmed, and nothing is written.
 */
export async function writeLandImport({ importId }: JobInputs['write_import'], work: Work): Promise<JobResult> {
  const { ctx, report } = work
  for (let round = 0; round < ROUNDS; round += 1) {
    const row = await importAtWork(importId)
    if (row?.state !== 'writing') return null
    const total = row.toWrite
    report(0, total)
    let version = row.catalogueVersion
    if (round > 0 || row.catalogueNow !== version) {
      const again = await judgeAgain(importId, row, work)
      if (again.conflicts.length > 0) {
        return refusalOf(await reportConflicts(ctx, { importId, ...again }))
      }
      version = again.catalogueVersion
    }
    const written = await writeImport(ctx, {
      importId,
      catalogueVersion: version,
      report: (done) => report(done, total),
    })
    if (written.ok) return null
    if (written.refusal.code !== 'conflict') return giveBack(importId, written.refusal, work)
  }
  return giveBack(importId, { code: 'conflict' }, work)
}

async function giveBack(importId: string, refusal: Refusal, { ctx }: Pick<Work, 'ctx'>): Promise<Refusal> {
  return refusalOf(await giveBackImport(ctx, { importId, refusal })) ?? refusal
}

/** A job on an import that was given up leaves the import to its keeper. */
export async function giveUpImport({ importId }: { importId: string }, ctx: Work['ctx']): Promise<void> {
  await giveBack(importId, { code: 'unavailable' }, { ctx })
}

async function judgeAgain(importId: string, row: { storageKey: string; format: string }, work: Work) {
  const file = await judgeFile(await readFileBytes(row.storageKey), row.format as SheetFormat, work)
  const conflicts: { rowNumber: number; reasons: Reason[] }[] = []
  for await (const rows of file.pages) {
    const before = await judgedBefore(
      importId,
      rows.map((one) => one.row),
    )
    for (const one of rows) {
      const then = before.get(one.row)
      if (!then || then.result === 'rejected' || then.result === 'unchanged') continue
      if (then.result === one.result && then.version === (one.known?.version ?? null)) continue
      conflicts.push({ rowNumber: one.row, reasons: [{ column: 'code', code: 'conflict' }, ...one.reasons] })
    }
  }
  return { conflicts, catalogueVersion: file.catalogueVersion }
}

/** Undoes an import as a whole, or says why it cannot be. */
export async function undoLandImport({ importId }: JobInputs['undo_import'], work: Work): Promise<JobResult> {
  const row = await importAtWork(importId)
  if (row?.state !== 'undoing') return null
  const undone = await undoImport(work.ctx, { importId, report: (done) => work.report(done, row.toWrite) })
  if (undone.ok) return null
  return giveBack(importId, undone.refusal, work)
}
