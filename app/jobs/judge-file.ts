import { namesOfColumn, type SheetFormat, wordsOfChoices } from '~/documents/report/land-sheet'
import { type JudgedRow, judgeRow, type RowSurroundings } from '~/domain/land/import-row'
import { RingGrid } from '~/domain/land/ring-grid'
import { fold } from '~/domain/land/search'
import { MAX_IMPORT_ROWS, matchHeads, SHEET_COLUMNS, type SheetColumn, TOLD_COLUMNS } from '~/domain/land/sheet'
import { cellText, type DecimalMarks, noteDecimal, type RawCell } from '~/domain/land/sheet-cell'
import { csvRows, geoJsonRows, type SheetPart, SheetRefused } from '~/infra/sheet-rows.server'
import { xlsxRows } from '~/infra/xlsx-rows.server'
import { importGround, knownPlots, ringsOfZone } from '~/queries/land/import-surroundings.server'
import type { Work } from './work'

/** A row with what it would do, and what stood in its cells. */
export interface FileRow extends JudgedRow {
  row: number
  cells: ReadonlyMap<SheetColumn, RawCell>
}

const READERS: Record<SheetFormat, (bytes: Uint8Array) => AsyncGenerator<SheetPart[]>> = {
  xlsx: xlsxRows,
  csv: csvRows,
  geojson: geoJsonRows,
}

const isBlank = ({ cells }: SheetPart): boolean => cells.every((cell) => cellText(cell) === '')

/** Rows are judged in pages: one question to the database for each. */
const PAGE = 500

/** What the first reading tells of the file as a whole. */
interface Survey {
  headRow: number
  columns: (SheetColumn | null)[]
  marks: Map<SheetColumn, DecimalMarks>
  firstRow: Map<string, number>
  total: number
}

/** Reads the file once: its head, its decimal signs, which plots it names, and how many rows there are. */
async function survey(bytes: Uint8Array, format: SheetFormat, { signal }: Work): Promise<Survey> {
  const found: Survey = { headRow: 0, columns: [], marks: new Map(), firstRow: new Map(), total: 0 }
  for await (const page of READERS[format](bytes)) {
    signal.throwIfAborted()
    for (const part of page) {
      if (isBlank(part)) continue
      if (found.headRow === 0) {
        const { columns, refusals } = matchHeads(part.cells.map(cellText), namesOfColumn)
        if (refusals.length > 0) {
          throw new SheetRefused(refusals.map((one) => ({ ...one, values: { ...one.values, row: part.row } })))
        }
        found.headRow = part.row
        found.columns = columns
        continue
      }
      found.total += 1
      if (found.total > MAX_IMPORT_ROWS)
        throw new SheetRefused([{ code: 'too-many-rows', values: { max: MAX_IMPORT_ROWS } }])
      note(found, part)
    }
  }
  if (found.headRow === 0) throw new SheetRefused([{ code: 'file-empty' }])
  if (found.total === 0) throw new SheetRefused([{ code: 'only-head', values: { row: found.headRow } }])
  return found
}

function note(found: Survey, { row, cells }: SheetPart): void {
  for (const [index, column] of found.columns.entries()) {
    const cell = cells[index] ?? null
    if (column === null || cell === null) continue
    const kind = SHEET_COLUMNS[column]
    if (column === 'code' && !found.firstRow.has(cellText(cell))) found.firstRow.set(cellText(cell), row)
    if (kind !== 'whole' && kind !== 'decimal') continue
    const marks = found.marks.get(column) ?? { comma: null, point: null }
    noteDecimal(marks, cell, kind === 'whole', row)
    found.marks.set(column, marks)
  }
}

function cellsOf(columns: readonly (SheetColumn | null)[], { cells }: SheetPart): Map<SheetColumn, RawCell> {
  const found = new Map<SheetColumn, RawCell>()
  for (const [index, column] of columns.entries()) {
    if (column !== null && !TOLD_COLUMNS.includes(column)) found.set(column, cells[index] ?? null)
  }
  return found
}

/**
 * What every row of a file would do to the land as it stands, a page at a time. The file is read twice, so that only
 * the page at hand is in memory. Throws `SheetRefused` where the file as a whole cannot be taken.
 */
export async function judgeFile(bytes: Uint8Array, format: SheetFormat, work: Work) {
  const found = await survey(bytes, format, work)
  const ground = await importGround(work.ctx)
  const words: RowSurroundings['words'] = Object.fromEntries(
    Object.entries(wordsOfChoices()).map(([column, choices]) => [
      column,
      new Map([...choices].map(([word, name]) => [fold(word), name])),
    ]),
  )
  const grids = new Map<string, RingGrid>()

  async function gridOf(zoneCode: string): Promise<void> {
    const zone = ground.zoneByCode.get(zoneCode)
    if (!zone || grids.has(zoneCode)) return
    const grid = new RingGrid()
    for (const { code, ring } of await ringsOfZone(zone.id)) grid.put(code, ring)
    grids.set(zoneCode, grid)
  }

  async function judged(parts: readonly SheetPart[]): Promise<FileRow[]> {
    const rows = parts.map((part) => ({ row: part.row, cells: cellsOf(found.columns, part) }))
    const texts = (column: SheetColumn) => [...new Set(rows.map(({ cells }) => cellText(cells.get(column) ?? null)))]
    const known = await knownPlots(texts('code').filter(Boolean))
    for (const zoneCode of texts('zone')) await gridOf(zoneCode)
    return rows.map(({ row, cells }) => {
      const verdict = judgeRow(cells, {
        zoneOf: (code) => ground.zoneByCode.get(code) ?? null,
        plotOf: (code) => known.get(code) ?? null,
        earlierRow: (code) => {
          const first = found.firstRow.get(code)
          return first !== undefined && first < row ? first : null
        },
        overlapsOf: (zoneCode, code, ring) => grids.get(zoneCode)?.overlaps(code, ring) ?? [],
        sectors: ground.sectors,
        words,
        marksOf: (column) => found.marks.get(column) ?? { comma: null, point: null },
      })
      const { code, zoneCode, values } = verdict
      if (code && zoneCode && values) {
        if (values.ring) grids.get(zoneCode)?.put(code, values.ring)
        else grids.get(zoneCode)?.drop(code)
      }
      return { ...verdict, row, cells }
    })
  }

  async function* pages(): AsyncGenerator<FileRow[]> {
    let waiting: SheetPart[] = []
    for await (const page of READERS[format](bytes)) {
      for (const part of page) {
        if (part.row <= found.headRow || isBlank(part)) continue
        waiting.push(part)
        if (waiting.length < PAGE) continue
        work.signal.throwIfAborted()
        yield await judged(waiting)
        waiting = []
      }
    }
    if (waiting.length > 0) yield await judged(waiting)
  }
  return { total: found.total, catalogueVersion: ground.catalogueVersion, pages: pages() }
}
