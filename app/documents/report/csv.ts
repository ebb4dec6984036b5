export type Cell = string | number | boolean | null

/** Leads a CSV so that spreadsheets read it as UTF-8. */
export const BYTE_ORDER_MARK = '\uFEFF'

/**
 * What a spreadsheet would take for a formula; some take the wide signs of Chinese keyboards too. One that is led by
 * apostrophes already gets one more, so that what is read again is what was written.
 */
const FORMULA = /^'*[=+\-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20]/

function cellText(cell: Cell): string {
  if (cell === null) return ''
  if (typeof cell !== 'string') return String(cell)
  const safe = FORMULA.test(cell) ? `'${cell}` : cell
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** One line of a CSV. */
export const csvLine = (row: readonly Cell[]): string => `${row.map(cellText).join(',')}\r\n`

/**
 * Rows as CSV (RFC 4180) with a UTF-8 byte order mark, so that spreadsheets read Vietnamese. A text that begins
 * like a formula is led by an apostrophe and stays a text.
 */
export const csvOf = (rows: readonly (readonly Cell[])[]): string => `${BYTE_ORDER_MARK}${rows.map(csvLine).join('')}`
