import {
  COLUMN_NAMES,
  headOf,
  SHEET_COLUMNS,
  type SheetCell,
  type SheetColumn,
  type SheetRow,
} from '~/domain/land/sheet'
import type { Lang } from '~/domain/text'
import enLand from '~/locales/en/land.json'
import enSheet from '~/locales/en/sheet.json'
import viLand from '~/locales/vi/land.json'
import viSheet from '~/locales/vi/sheet.json'
import zhLand from '~/locales/zh/land.json'
import zhSheet from '~/locales/zh/sheet.json'
import { BYTE_ORDER_MARK, csvLine } from './csv'
import { xlsxPieces } from './xlsx'

const NAMES = { vi: viSheet.column, en: enSheet.column, zh: zhSheet.column }
const WORDS: Record<Lang, { [K in SheetColumn]?: Record<string, string> }> = {
  vi: { readiness: viLand.readiness, commercial: viLand.commercial, publication: viLand.publication },
  en: { readiness: enLand.readiness, commercial: enLand.commercial, publication: enLand.publication },
  zh: { readiness: zhLand.readiness, commercial: zhLand.commercial, publication: zhLand.publication },
}

/** A column's names in every language. */
export const namesOfColumn = (column: SheetColumn): string[] => Object.values(NAMES).map((names) => names[column])

/** What a word of a choice may be written as: in every language, each with the stable name it stands for. */
export function wordsOfChoices(): { [K in SheetColumn]?: Map<string, string> } {
  const found: { [K in SheetColumn]?: Map<string, string> } = {}
  for (const words of Object.values(WORDS)) {
    for (const [column, choices] of Object.entries(words) as [SheetColumn, Record<string, string>][]) {
      found[column] ??= new Map()
      for (const [name, word] of Object.entries(choices)) found[column]?.set(word, name)
    }
  }
  return found
}

export const SHEET_FORMATS = ['xlsx', 'csv', 'geojson'] as const
export type SheetFormat = (typeof SHEET_FORMATS)[number]

export const SHEET_MEDIA_TYPES: Record<SheetFormat, string> = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8; header=present',
  geojson: 'application/geo+json; charset=utf-8',
}

const KINDS = COLUMN_NAMES.map((column) => SHEET_COLUMNS[column])

/**
 * Land as a file, piece by piece. Heads stand in the language with the stable name in brackets; a workbook has its
 * choices in words, the other two keep the stable names for programs.
 */
export function sheetPieces(
  pages: AsyncIterable<readonly SheetRow[]>,
  { format, lang, columns = COLUMN_NAMES }: { format: SheetFormat; lang: Lang; columns?: readonly SheetColumn[] },
): AsyncIterable<Uint8Array | string> {
  const heads = columns.map((column) => headOf(NAMES[lang][column], column))
  if (format === 'geojson') return geoJsonPieces(pages)
  if (format === 'csv') return csvPieces(pages, heads, columns)
  const inWords = (row: SheetRow): SheetCell[] =>
    columns.map((column) => {
      const value = row[column]
      return typeof value === 'string' ? (WORDS[lang][column]?.[value] ?? value) : value
    })
  const kinds = columns.map((column) => KINDS[COLUMN_NAMES.indexOf(column)] ?? 'text')
  return xlsxPieces({ name: TITLES[lang], heads, kinds }, mapped(pages, inWords))
}

const TITLES: Record<Lang, string> = { vi: viSheet.title, en: enSheet.title, zh: zhSheet.title }

async function* mapped<T>(
  pages: AsyncIterable<readonly SheetRow[]>,
  change: (row: SheetRow) => T,
): AsyncGenerator<T[]> {
  for await (const page of pages) yield page.map(change)
}

async function* csvPieces(
  pages: AsyncIterable<readonly SheetRow[]>,
  heads: readonly string[],
  columns: readonly SheetColumn[],
) {
  yield BYTE_ORDER_MARK + csvLine(heads)
  for await (const page of pages) yield page.map((row) => csvLine(columns.map((column) => row[column]))).join('')
}

async function* geoJsonPieces(pages: AsyncIterable<readonly SheetRow[]>) {
  yield '{"type":"FeatureCollection","features":['
  let parted = ''
  for await (const page of pages) {
    for (const { ring, ...properties } of page) {
      const geometry = typeof ring === 'string' ? `{"type":"Polygon","coordinates":[${ring}]}` : 'null'
      yield `${parted}\n{"type":"Feature","geometry":${geometry},"properties":${JSON.stringify(properties)}}`
      parted = ','
    }
  }
  yield '\n]}\n'
}
