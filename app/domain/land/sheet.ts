import type { Refusal } from '../verdict'
import { fold } from './search'

/** What a column of a sheet of land holds. `whole` and `decimal` are numbers, `list` slugs parted by spaces. */
export type ColumnKind = 'text' | 'whole' | 'decimal' | 'day' | 'choice' | 'list' | 'ring' | 'flag'

/**
 * The columns of a sheet of land, by their stable names, in the order they are written. A sheet that was exported,
 * changed and read again says the same.
 */
export const SHEET_COLUMNS = {
  code: 'text',
  zone: 'text',
  areaM2: 'whole',
  block: 'text',
  phase: 'whole',
  readiness: 'choice',
  readinessSince: 'day',
  readinessConfirmedUntil: 'day',
  readyByEarliest: 'day',
  readyByLatest: 'day',
  commercial: 'choice',
  priceUsdPerM2: 'decimal',
  priceConfirmedUntil: 'day',
  source: 'text',
  termEndYear: 'whole',
  maxDensityPct: 'whole',
  maxFloors: 'whole',
  sectors: 'list',
  note: 'text',
  ring: 'ring',
  heldUntil: 'day',
  publication: 'choice',
  illustrative: 'flag',
} as const satisfies Record<string, ColumnKind>

export type SheetColumn = keyof typeof SHEET_COLUMNS
export const COLUMN_NAMES = Object.keys(SHEET_COLUMNS) as SheetColumn[]

/** Written when land is exported, and passed over when it is read: a sheet decides none of these. */
export const TOLD_COLUMNS: readonly SheetColumn[] = ['heldUntil', 'publication', 'illustrative']
export const READ_COLUMNS = COLUMN_NAMES.filter((column) => !TOLD_COLUMNS.includes(column))
/** A sheet without one of these cannot be read. Any other may be absent: what it would say stays as it is. */
export const REQUIRED_COLUMNS = [
  'code',
  'zone',
  'areaM2',
  'readiness',
  'commercial',
  'source',
] as const satisfies readonly SheetColumn[]

/** Heads the list of rejected rows adds; it may be mended and sent again with them. */
export const REPORT_HEADS: readonly string[] = ['row', 'reasons']
/** A longer file is to be divided. */
export const MAX_IMPORT_ROWS = 100_000

export type SheetCell = string | number | boolean | null
export type SheetRow = Record<SheetColumn, SheetCell>

/** The head of a column as it is written: for people and, in brackets, for programs. */
export const headOf = (name: string, column: SheetColumn): string => `${name} [${column}]`

/**
 * Which column each head names: by the stable name, alone or in brackets, or by its name in one of the languages.
 * Every head that names none, names one a second time, and every required column that is missing is told.
 */
export function matchHeads(
  heads: readonly string[],
  namesOf: (column: SheetColumn) => readonly string[],
): { columns: (SheetColumn | null)[]; refusals: Refusal[] } {
  const known = new Map<string, SheetColumn>()
  for (const column of COLUMN_NAMES) for (const name of [column, ...namesOf(column)]) known.set(fold(name), column)
  const refusals: Refusal[] = []
  const first = new Map<SheetColumn, number>()
  const columns = heads.map((head, index) => {
    const bracketed = /\[\s*(\w+)\s*\]\s*$/.exec(head)?.[1]
    if (head.trim() === '' || REPORT_HEADS.includes(bracketed ?? '')) return null
    const column = known.get(fold(bracketed ?? head)) ?? null
    const at = letterOf(index)
    if (column === null) refusals.push({ code: 'column-unknown', values: { column: at, head: head.slice(0, 60) } })
    else if (first.has(column)) {
      const other = letterOf(first.get(column) ?? 0)
      refusals.push({ code: 'column-twice', values: { column: at, other, head: column } })
    } else first.set(column, index)
    return column
  })
  for (const column of REQUIRED_COLUMNS) {
    if (!first.has(column)) refusals.push({ code: 'column-missing', values: { head: column } })
  }
  return { columns, refusals }
}

/** The letters of a column as spreadsheets count them: 0 is A, 26 is AA. */
export function letterOf(index: number): string {
  let letters = ''
  for (let rest = index + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters
  }
  return letters
}
