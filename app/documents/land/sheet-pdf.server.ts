import type { Lang } from '~/domain/text'
import { renderPdf } from '../pdf.server'
import { dataSheet, type SheetPaper } from './data-sheet'

const MOST_KEPT = 60
const made = new Map<string, Promise<Uint8Array>>()

/** The bytes of a sheet: a code stands for the same facts for ever, so the last ones made are kept. */
export function sheetPdf(paper: SheetPaper, lang: Lang): Promise<Uint8Array> {
  const known = made.get(paper.code)
  if (known) return known
  const making = renderPdf(dataSheet(paper, lang))
  made.set(paper.code, making)
  making.catch(() => made.delete(paper.code))
  const oldest = made.keys().next().value
  if (made.size > MOST_KEPT && oldest !== undefined) made.delete(oldest)
  return making
}
