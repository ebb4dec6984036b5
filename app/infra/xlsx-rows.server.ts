import { cleanText } from '~/domain/interest/file-name'
import type { RawCell } from '~/domain/land/sheet-cell'
import type { Refusal } from '~/domain/verdict'
import { type SheetPart, SheetRefused } from './sheet-rows.server'
import { attribute, scanXml, WrongXml, type XmlReader } from './xml-scan.server'
import { openZip, UnsafeZip, unpack } from './zip.server'

type Entries = Extract<ReturnType<typeof openZip>, { ok: true }>['value']

const MAX_COLUMNS = 200
const MAX_TEXTS = 2_000_000
/** Merged places beyond these are not listed one by one. */
const MERGES_TOLD = 20

const unreadable = (row: number) => new SheetRefused([{ code: 'file-unreadable', values: { row } }])

/** Scans one part of the workbook, yielding after each piece so that rows can be taken out as they come. */
async function* scanned(entries: Entries, name: string, reader: XmlReader): AsyncGenerator<void> {
  const entry = entries.get(name)
  if (!entry) throw unreadable(1)
  const decoder = new TextDecoder('utf-8', { fatal: true })
  const scan = scanXml(reader)
  for await (const piece of unpack(entry)) {
    scan.push(decoder.decode(piece, { stream: true }))
    yield
  }
  scan.end()
}

async function scan(entries: Entries, name: string, reader: XmlReader): Promise<void> {
  for await (const _ of scanned(entries, name, reader));
}

/** The path of the first sheet, and whether its days count from 1904. */
async function firstSheet(entries: Entries): Promise<{ path: string; from1904: boolean }> {
  let id: string | null = null
  let from1904 = false
  await scan(entries, 'xl/workbook.xml', {
    open(name, attributes) {
      if (name === 'workbookPr') from1904 = ['1', 'true'].includes(attribute(attributes, 'date1904') ?? '')
      if (name === 'sheet' && attribute(attributes, 'state') !== 'hidden') id ??= attribute(attributes, 'id')
    },
  })
  let path: string | null = null
  await scan(entries, 'xl/_rels/workbook.xml.rels', {
    open(name, attributes) {
      if (name !== 'Relationship' || attribute(attributes, 'Id') !== id) return
      const target = attribute(attributes, 'Target') ?? ''
      path = target.startsWith('/') ? target.slice(1) : `xl/${target}`
    },
  })
  if (path === null) throw unreadable(1)
  return { path, from1904 }
}

async function sharedTexts(entries: Entries): Promise<string[]> {
  const texts: string[] = []
  if (!entries.has('xl/sharedStrings.xml')) return texts
  let now: string | null = null
  let reading = false
  let aloud = 0
  await scan(entries, 'xl/sharedStrings.xml', {
    open(name) {
      if (name === 'si') now = ''
      else if (name === 'rPh') aloud += 1
      else if (name === 't') reading = aloud === 0
    },
    text(text) {
      if (reading && now !== null) now += text
    },
    close(name) {
      if (name === 't') reading = false
      else if (name === 'rPh') aloud -= 1
      else if (name === 'si') {
        if (texts.length >= MAX_TEXTS) throw new UnsafeZip('texts')
        texts.push(now ?? '')
        now = null
      }
    },
  })
  return texts
}

const isDayFormat = (id: number, code: string | undefined): boolean =>
  (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 50 && id <= 58)
    ? true
    : code !== undefined && /[ymd]/i.test(code.replace(/"[^"]*"|\[[^\]]*\]|\\./g, ''))

/** Which cell formats show a number as a day. */
async function dayFormats(entries: Entries): Promise<boolean[]> {
  const codes = new Map<number, string>()
  const days: boolean[] = []
  if (!entries.has('xl/styles.xml')) return days
  let inCells = false
  await scan(entries, 'xl/styles.xml', {
    open(name, attributes) {
      if (name === 'numFmt') {
        codes.set(Number(attribute(attributes, 'numFmtId')), attribute(attributes, 'formatCode') ?? '')
      }
      if (name === 'cellXfs') inCells = true
      if (name === 'xf' && inCells) {
        const id = Number(attribute(attributes, 'numFmtId') ?? 0)
        days.push(isDayFormat(id, codes.get(id)))
      }
    },
    close(name) {
      if (name === 'cellXfs') inCells = false
    },
  })
  return days
}

const DAY_MS = 86_400_000
const dayOfSerial = (serial: number, from1904: boolean): RawCell => {
  const days = Math.floor(serial) + (from1904 ? 1462 : 0) - 25_569
  const date = new Date(days * DAY_MS)
  return Number.isNaN(date.getTime()) ? serial : { day: date.toISOString().slice(0, 10) }
}

const columnOf = (reference: string | null): number | null => {
  const letters = /^[A-Z]+/.exec(reference ?? '')?.[0]
  if (!letters) return null
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1
}

interface CellAtWork {
  column: number
  type: string
  style: number
  value: string | null
  formula: string | null
}

/**
 * The rows of a workbook's first sheet as they are unpacked. Formulas are never run: the result kept beside one is
 * read, and where there is none the formula itself is told. Merged cells refuse the sheet, each place named.
 */
export async function* xlsxRows(bytes: Uint8Array): AsyncGenerator<SheetPart[]> {
  let row = 0
  try {
    const opened = openZip(bytes)
    if (!opened.ok) throw new SheetRefused([opened.refusal])
    const entries = opened.value
    const { path, from1904 } = await firstSheet(entries)
    const texts = await sharedTexts(entries)
    const isDay = await dayFormats(entries)
    const merges: Refusal[] = []
    let ready: SheetPart[] = []
    let cells: RawCell[] = []
    let cell: CellAtWork | null = null
    let into: 'value' | 'formula' | null = null
    const rawCell = ({ type, style, value, formula }: CellAtWork): RawCell => {
      if (type === 'e') return { formula: formula ?? value ?? '' }
      if (value === null || (value === '' && formula !== null)) return formula === null ? null : { formula }
      if (type === 's') return cleanText(texts[Number(value)] ?? '')
      if (type === 'b') return value === '1'
      if (type === 'd') return { day: value.slice(0, 10) }
      if (type === 'str' || type === 'inlineStr') return cleanText(value)
      const number = Number(value)
      return isDay[style] ? dayOfSerial(number, from1904) : number
    }
    const pieces = scanned(entries, path, {
      open(name, attributes) {
        if (name === 'row') {
          row = Number(attribute(attributes, 'r')) || row + 1
          cells = []
        } else if (name === 'c') {
          const column = columnOf(attribute(attributes, 'r')) ?? cells.length
          cell = {
            column,
            type: attribute(attributes, 't') ?? 'n',
            style: Number(attribute(attributes, 's') ?? 0),
            value: null,
            formula: null,
          }
        } else if (name === 'v' || name === 't') into = 'value'
        else if (name === 'f') into = 'formula'
        else if (name === 'mergeCell' && merges.length < MERGES_TOLD) {
          merges.push({ code: 'cells-merged', values: { range: attribute(attributes, 'ref') ?? '' } })
        }
      },
      text(text) {
        if (cell && into) cell[into] = (cell[into] ?? '') + text
      },
      close(name) {
        if (name === 'v' || name === 't') into = null
        else if (name === 'f') {
          into = null
          if (cell) cell.formula ??= ''
        } else if (name === 'c' && cell) {
          if (cell.column < MAX_COLUMNS) {
            while (cells.length < cell.column) cells.push(null)
            cells[cell.column] = rawCell(cell)
          }
          cell = null
        } else if (name === 'row') {
          ready.push({ row, cells })
          cells = []
        }
      },
    })
    for await (const _ of pieces) {
      if (ready.length > 0) yield ready
      ready = []
    }
    if (merges.length > 0) throw new SheetRefused(merges)
  } catch (error) {
    if (error instanceof UnsafeZip) throw new SheetRefused([{ code: 'file-unsafe' }])
    const broken =
      error instanceof WrongXml || error instanceof TypeError || (error as { code?: string }).code?.startsWith('Z_')
    throw broken ? unreadable(row + 1) : error
  }
}
