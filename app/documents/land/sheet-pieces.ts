import type { Content, TableCell } from 'pdfmake/interfaces'
import { runs } from '../text-run'

export const FAINT = '#59636f'

/** Text no longer than so many letters. */
export const cut = (text: string, most: number): string =>
  text.length > most ? `${text.slice(0, most - 1).trimEnd()}…` : text

export const caption = (text: string): Content => ({
  text: runs(text),
  bold: true,
  fontSize: 10.5,
  margin: [0, 7, 0, 3],
})
export const small = (text: string): Content => ({
  text: runs(text),
  color: FAINT,
  fontSize: 7.5,
  margin: [0, 0, 0, 3],
})
export const head = (text: string, end = false): TableCell => ({
  text: runs(text),
  color: FAINT,
  fontSize: 7.5,
  alignment: end ? 'right' : 'left',
})
export const cell = (text: string, end = false): TableCell => ({ text: runs(text), alignment: end ? 'right' : 'left' })

export const table = (widths: (number | string)[], body: TableCell[][]): Content => ({
  table: { headerRows: 1, widths, dontBreakRows: true, body },
  layout: 'ruled',
  margin: [0, 0, 0, 4],
})
