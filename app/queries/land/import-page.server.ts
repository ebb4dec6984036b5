import { IMPORT_RESULTS, type ImportResult, type PlotValues, type Reason } from '~/domain/land/import-row'
import type { SheetColumn } from '~/domain/land/sheet'
import { may } from '~/domain/party/permission'
import { zonesWhere } from '~/domain/party/zone-scope'
import { ok, type Refusal, refuse, type Verdict } from '~/domain/verdict'
import { db } from '~/infra/db.server'
import type { LandImport, Prisma } from '~/infra/prisma/client'
import type { Ctx } from '~/infra/transact.server'

type Counts = Record<ImportResult, number>
const countsOf = (row: { counts: Prisma.JsonValue }): Counts | null => row.counts as Counts | null

/** An import for the job that works on it, and the version the land has now. */
export async function importAtWork(importId: string) {
  const [row, catalogue] = await Promise.all([
    db().landImport.findUnique({ where: { id: importId } }),
    db().catalogue.findUniqueOrThrow({ where: { id: 1 }, select: { version: true } }),
  ])
  if (!row) return null
  const counts = countsOf(row)
  return {
    state: row.state,
    storageKey: row.storageKey,
    format: row.format,
    catalogueVersion: row.catalogueVersion ?? 0,
    catalogueNow: catalogue.version,
    toWrite: (counts?.inserted ?? 0) + (counts?.updated ?? 0),
  }
}

/** What rows of an import came out as at its preview, and the versions of their plots. */
export async function judgedBefore(importId: string, rowNumbers: number[]) {
  const rows = await db().landImportRow.findMany({
    where: { importId, rowNumber: { in: rowNumbers } },
    select: { rowNumber: true, result: true, before: true },
  })
  return new Map(
    rows.map(({ rowNumber, result, before }) => [
      rowNumber,
      { result, version: (before as { version: number } | null)?.version ?? null },
    ]),
  )
}

const importsWhere = (ctx: Ctx): Prisma.LandImportWhereInput =>
  zonesWhere(ctx.actor, 'land.read_draft') === null ? {} : { createdById: ctx.actor.personId ?? '' }

const SHOWN = 50

/** Imports, newest first: the office's all, a developer's own. */
export async function landImports(ctx: Ctx) {
  const rows = await db().landImport.findMany({ where: importsWhere(ctx), orderBy: { createdAt: 'desc' }, take: SHOWN })
  const people = await db().person.findMany({
    where: { id: { in: rows.map((row) => row.createdById) } },
    select: { id: true, fullName: true },
  })
  const nameOf = new Map(people.map(({ id, fullName }) => [id, fullName]))
  return rows.map((row) => ({
    number: row.number,
    fileName: row.fileName,
    state: row.state as ImportPageState,
    counts: countsOf(row),
    by: nameOf.get(row.createdById) ?? '',
    createdAt: row.createdAt.toISOString(),
  }))
}

export type ImportPageState =
  | 'reading'
  | 'previewed'
  | 'writing'
  | 'confirmed'
  | 'undoing'
  | 'undone'
  | 'refused'
  | 'abandoned'

async function ownImport(ctx: Ctx, number: string): Promise<LandImport | null> {
  return db().landImport.findFirst({ where: { ...importsWhere(ctx), number } })
}

const PER_PAGE = 100

interface KeptAfter {
  values?: PlotValues
  changed?: SheetColumn[]
}

/** One import: its counts, how far its work is, and a page of its rows. */
export async function importPage(ctx: Ctx, number: string, filter: { result?: ImportResult; after?: number }) {
  const row = await ownImport(ctx, number)
  if (!row) return refuse('not-found')
  const [rows, job] = await Promise.all([
    db().landImportRow.findMany({
      where: { importId: row.id, result: filter.result, rowNumber: { gt: filter.after ?? 0 } },
      orderBy: { rowNumber: 'asc' },
      take: PER_PAGE + 1,
    }),
    db().job.findFirst({
      where: { input: { path: ['importId'], equals: row.id } },
      orderBy: { createdAt: 'desc' },
      select: { done: true, total: true },
    }),
  ])
  const state = row.state as ImportPageState
  const shown = state === 'reading' ? [] : rows.slice(0, PER_PAGE)
  return ok({
    number: row.number,
    fileName: row.fileName,
    sizeBytes: row.sizeBytes,
    state,
    version: row.version,
    counts: countsOf(row),
    refusals: (row.refusal ?? []) as unknown as Refusal[],
    createdAt: row.createdAt.toISOString(),
    mayWrite: may(ctx.actor, 'land.write').ok,
    progress: ['reading', 'writing', 'undoing'].includes(state) ? (job ?? { done: 0, total: null }) : null,
    next: rows.length > PER_PAGE && state !== 'reading' ? (shown.at(-1)?.rowNumber ?? null) : null,
    rows: shown.map((one) => {
      const after = one.after as unknown as KeptAfter | null
      const before = (one.before as unknown as { values: PlotValues } | null)?.values
      return {
        row: one.rowNumber,
        code: one.code,
        result: one.result as ImportResult,
        reasons: one.reasons as unknown as Reason[],
        changes: before && after?.values ? changesOf(after.changed ?? [], before, after.values) : [],
      }
    }),
  })
}

const FIELDS: Partial<Record<SheetColumn, keyof PlotValues>> = {
  readinessConfirmedUntil: 'readinessUntil',
  priceConfirmedUntil: 'priceUntil',
}

const asText = (value: unknown): string | number | null =>
  value === null || typeof value === 'number' || typeof value === 'string'
    ? value
    : Array.isArray(value) && value.every((item) => typeof item === 'string')
      ? value.join(' ')
      : '…'

const changesOf = (changed: SheetColumn[], before: PlotValues, after: PlotValues) =>
  changed.map((column) => {
    const field = FIELDS[column] ?? (column as keyof PlotValues)
    return { column, from: asText(before[field]), to: asText(after[field]) }
  })

/** The rejected rows of an import, a page at a time: their cells and every reason. */
export async function rejectedRows(ctx: Ctx, number: string) {
  const row = await ownImport(ctx, number)
  if (!row) return refuse('not-found')
  const importId = row.id
  async function* pages() {
    for (let after = 0; ; ) {
      const rows = await db().landImportRow.findMany({
        where: { importId, result: 'rejected', rowNumber: { gt: after } },
        orderBy: { rowNumber: 'asc' },
        take: 500,
      })
      const last = rows.at(-1)
      if (!last) return
      yield rows.map((one) => ({
        row: one.rowNumber,
        reasons: one.reasons as unknown as Reason[],
        cells: cellsOf(one.after, one.code),
      }))
      after = last.rowNumber
    }
  }
  return ok({ number: row.number, pages: pages() }) satisfies Verdict<unknown>
}

/** A row rejected only when it was to be written has its figures, not its cells. */
function cellsOf(after: Prisma.JsonValue, code: string | null): Partial<Record<SheetColumn, string>> {
  const kept = after as unknown as
    | { cells: Partial<Record<SheetColumn, string>> }
    | { values: PlotValues; zone: string; source: string }
  if ('cells' in kept) return kept.cells
  const { values, zone, source } = kept
  const { readinessUntil, priceUntil, sectors, ring, ...rest } = values
  const texts = Object.fromEntries(
    Object.entries(rest).map(([name, value]) => [name, value === null ? '' : String(value)]),
  )
  return {
    ...texts,
    code: code ?? '',
    zone,
    source,
    readinessConfirmedUntil: readinessUntil ?? '',
    priceConfirmedUntil: priceUntil ?? '',
    sectors: sectors.join(' '),
    ring: ring ? JSON.stringify(ring) : '',
  }
}

/** Zones for the example rows of a template: those whose land whoever asks may keep. */
export async function templateZone(ctx: Ctx): Promise<string> {
  const scope = zonesWhere(ctx.actor, 'land.write')
  const zone = await db().zone.findFirst({
    where: { ...(scope && { id: { in: scope } }), publication: 'published' },
    orderBy: { code: 'asc' },
    select: { code: true },
  })
  return zone?.code ?? ''
}

export const isImportResult = (value: unknown): value is ImportResult => IMPORT_RESULTS.includes(value as ImportResult)
