import { Readable } from 'node:stream'
import { parse } from 'csv-parse'
import { cleanText } from '~/domain/interest/file-name'
import type { RawCell } from '~/domain/land/sheet-cell'
import type { Refusal } from '~/domain/verdict'

/** A row of a file as its reader finds it, counted as a spreadsheet counts. */
export interface SheetPart {
  row: number
  cells: RawCell[]
}

/** The file as a whole cannot be taken: every reason. */
export class SheetRefused extends Error {
  constructor(readonly refusals: Refusal[]) {
    super(refusals.map(({ code }) => code).join())
  }
}

const unreadable = (row: number) => new SheetRefused([{ code: 'file-unreadable', values: { row } }])

function textOf(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw unreadable(1)
  }
}

const DELIMITERS = [',', ';', '\t'] as const

/** The sign that parts the cells of the first line, quoted texts left out. */
export function delimiterOf(text: string): (typeof DELIMITERS)[number] {
  const first = /^(?:"(?:[^"]|"")*"|[^"\r\n])*/.exec(text)?.[0].replace(/"(?:[^"]|"")*"/g, '') ?? ''
  const count = (sign: string) => first.split(sign).length
  return DELIMITERS.reduce((best, sign) => (count(sign) > count(best) ? sign : best))
}

/** What spreadsheets write before a text that begins like a formula; see `documents/report/csv.ts`. */
const DISARMED = /^'(?='*[=+\-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20])/

const csvCell = (text: string): RawCell => {
  if (text === '') return null
  if (text.startsWith('=')) return { formula: text }
  return cleanText(text.replace(DISARMED, ''))
}

const PAGE = 500
const SLICE = 64 * 1024
const MAX_RECORD = 1024 * 1024

/** In slices, so that other requests have their turn. */
function* slicesOf(bytes: Uint8Array) {
  for (let from = 0; from < bytes.length; from += SLICE) yield bytes.subarray(from, from + SLICE)
}

/** The rows of a CSV: UTF-8, cells parted by comma, semicolon or tab as its first line shows. */
export async function* csvRows(bytes: Uint8Array): AsyncGenerator<SheetPart[]> {
  const delimiter = delimiterOf(textOf(bytes))
  const parser = Readable.from(slicesOf(bytes)).pipe(
    parse({ bom: true, delimiter, relax_column_count: true, max_record_size: MAX_RECORD }),
  )
  let row = 0
  let page: SheetPart[] = []
  try {
    for await (const record of parser as AsyncIterable<string[]>) {
      row += 1
      page.push({ row, cells: record.map(csvCell) })
      if (page.length < PAGE) continue
      yield page
      page = []
    }
  } catch (error) {
    if ((error as { code?: string }).code?.startsWith('CSV_')) throw unreadable(row + 1)
    throw error
  }
  yield page
}

interface Feature {
  properties?: Record<string, unknown> | null
  geometry?: unknown
}

const jsonCell = (value: unknown): RawCell => {
  if (value === null || value === undefined || value === '') return null
  if (typeof value === 'number' || typeof value === 'boolean') return value
  return typeof value === 'string' ? cleanText(value) : JSON.stringify(value)
}

/**
 * The features of a GeoJSON file as rows: the first names the properties, `ring` is the geometry. Row 2 is the first
 * feature, as it would be in a sheet.
 */
export async function* geoJsonRows(bytes: Uint8Array): AsyncGenerator<SheetPart[]> {
  let features: Feature[]
  try {
    const read = JSON.parse(textOf(bytes)) as { type?: string; features?: Feature[] }
    if (read.type !== 'FeatureCollection' || !Array.isArray(read.features)) throw unreadable(1)
    features = read.features
  } catch (error) {
    if (error instanceof SyntaxError) throw unreadable(1)
    throw error
  }
  const names = new Set<string>()
  for (const [index, feature] of features.entries()) {
    if (typeof feature !== 'object' || feature === null) throw unreadable(index + 2)
    for (const name of Object.keys(feature.properties ?? {})) names.add(name)
  }
  const heads = [...names].filter((name) => name !== 'ring')
  yield [{ row: 1, cells: [...heads, 'ring'] }]
  for (let from = 0; from < features.length; from += PAGE) {
    yield features.slice(from, from + PAGE).map(({ properties, geometry }, index) => ({
      row: from + index + 2,
      cells: [...heads.map((name) => jsonCell(properties?.[name])), geometry ? JSON.stringify(geometry) : null],
    }))
  }
}
