import { type Day, parseDay } from '../time/day'
import { ok, refuse, type Verdict } from '../verdict'

/**
 * A cell as a file has it: a text, a number, a day of a spreadsheet, yes or no, nothing; or a formula whose result
 * was not kept.
 */
export type RawCell = string | number | boolean | null | { day: string } | { formula: string }

/** A cell as it is written for people. */
export const cellText = (cell: RawCell): string => {
  if (cell === null) return ''
  if (typeof cell === 'object') return 'day' in cell ? cell.day : cell.formula
  return String(cell).trim()
}

/** The rows that first showed that a column writes decimals with a comma, or with a point; null while none did. */
export interface DecimalMarks {
  comma: number | null
  point: number | null
}

const GROUPED = /^-?\d{1,3}(?:([.,])\d{3})+$/
const bare = (text: string): string => text.replace(/[\s\u00a0\u202f]/g, '')

/**
 * Which decimal sign a number written as text proves: `12,5` and `1.234.567` the comma, `12.5` and `1,234,567` the
 * point, `1.234` none where decimals may follow. In a column of whole numbers a group of three is a thousand.
 */
export function decimalOf(text: string, whole: boolean): 'comma' | 'point' | null {
  const number = bare(text)
  const grouped = GROUPED.exec(number)
  if (grouped) {
    const signs = number.split(/[.,]/).length - 1
    if (new Set(number.replace(/[^.,]/g, '')).size > 1)
      return number.lastIndexOf(',') > number.lastIndexOf('.') ? 'comma' : 'point'
    if (signs === 1 && !whole && !/^-?0/.test(number)) return null
    if (signs === 1 && /^-?0/.test(number)) return grouped[1] === ',' ? 'comma' : 'point'
    return grouped[1] === ',' ? 'point' : 'comma'
  }
  if (/^-?\d[\d.]*,\d+$/.test(number)) return 'comma'
  if (/^-?\d[\d,]*\.\d+$/.test(number)) return 'point'
  return null
}

/** Keeps in mind what a cell proves of its column's decimal sign. */
export function noteDecimal(marks: DecimalMarks, cell: RawCell, whole: boolean, row: number): void {
  const proof = typeof cell === 'string' ? decimalOf(cell, whole) : null
  if (proof) marks[proof] ??= row
}

const COMMA_NUMBER = /^-?(\d{1,3}(\.\d{3})+|\d+)(,\d+)?$/
const POINT_NUMBER = /^-?(\d{1,3}(,\d{3})+|\d+)(\.\d+)?$/

/**
 * A number of a column, told by the decimal sign the whole column uses. Refuses `number-mixed` where the column uses
 * both, `number-unclear` where nothing in it tells, `not-a-number`, and a fraction where a whole number belongs.
 */
export function readNumber(cell: RawCell, marks: DecimalMarks, whole: boolean): Verdict<number> {
  if (typeof cell === 'number') return whole && !Number.isInteger(cell) ? refuse('not-a-number') : ok(cell)
  if (typeof cell !== 'string') return refuse('not-a-number')
  const number = bare(cell)
  if (!/[.,]/.test(number)) return /^-?\d+$/.test(number) ? ok(Number(number)) : refuse('not-a-number')
  if (!/^-?[\d.,]+$/.test(number)) return refuse('not-a-number')
  const { comma, point } = marks
  if (comma !== null && point !== null) {
    const own = decimalOf(cell, whole)
    return refuse('number-mixed', {
      value: cell,
      row: own === 'comma' ? point : own === 'point' ? comma : Math.max(comma, point),
    })
  }
  if (comma === null && point === null) {
    return GROUPED.test(number) ? refuse('number-unclear', { value: cell }) : refuse('not-a-number')
  }
  if (!(comma !== null ? COMMA_NUMBER : POINT_NUMBER).test(number)) return refuse('not-a-number')
  const plain = comma !== null ? number.replaceAll('.', '').replace(',', '.') : number.replaceAll(',', '')
  const value = Number(plain)
  return whole && !Number.isInteger(value) ? refuse('not-a-number') : ok(value)
}

/**
 * A day as it is written here: a spreadsheet's own, `31/12/2026` (day first, also with `-` or `.`), or `2026-12-31`.
 * Refuses `not-a-day`.
 */
export function readDay(cell: RawCell): Verdict<Day> {
  const text = cellText(cell)
  const dayFirst = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(text)
  if (!dayFirst) return parseDay(text)
  const [, day = '', month = '', year = ''] = dayFirst
  return parseDay(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`)
}
