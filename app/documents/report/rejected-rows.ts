import type { Reason } from '~/domain/land/import-row'
import { headOf, READ_COLUMNS, type SheetColumn } from '~/domain/land/sheet'
import type { Lang } from '~/domain/text'
import enRefusal from '~/locales/en/refusal.json'
import enSheet from '~/locales/en/sheet.json'
import viRefusal from '~/locales/vi/refusal.json'
import viSheet from '~/locales/vi/sheet.json'
import zhRefusal from '~/locales/zh/refusal.json'
import zhSheet from '~/locales/zh/sheet.json'
import { BYTE_ORDER_MARK, csvLine } from './csv'

const WORDS = {
  vi: { sheet: viSheet, refusal: viRefusal },
  en: { sheet: enSheet, refusal: enRefusal },
  zh: { sheet: zhSheet, refusal: zhRefusal },
}

interface RejectedRow {
  row: number
  reasons: readonly Reason[]
  cells: Partial<Record<SheetColumn, string>>
}

/** The rejected rows of an import as CSV, as they were sent and with every reason: mended, it can be sent again. */
export async function* rejectedPieces(pages: AsyncIterable<readonly RejectedRow[]>, lang: Lang) {
  const { sheet, refusal } = WORDS[lang]
  const told = (reason: Reason) => {
    // A form's sentence may point beside its field; a sheet's names what stood in the cell.
    const own = (sheet.reason as Partial<Record<string, string>>)[reason.code]
    const names = [...(own ?? '').matchAll(/\{\{(\w+)\}\}/g)].map(([, name = '']) => name)
    const fits = own !== undefined && names.every((name) => reason.values?.[name] !== undefined)
    const sentence = (fits ? own : refusal[reason.code]).replace(/\{\{(\w+)\}\}/g, (_, name: string) =>
      String(reason.values?.[name] ?? ''),
    )
    return `${sheet.column[reason.column]}: ${sentence}`
  }
  const heads = READ_COLUMNS.map((column) => headOf(sheet.column[column], column))
  yield BYTE_ORDER_MARK + csvLine([`${sheet.row} [row]`, `${sheet.reasons} [reasons]`, ...heads])
  for await (const page of pages) {
    yield page
      .map(({ row, reasons, cells }) =>
        csvLine([row, reasons.map(told).join(' · '), ...READ_COLUMNS.map((column) => cells[column] ?? null)]),
      )
      .join('')
  }
}
