import type { CaseDue } from '~/domain/case/due'
import type { CaseState } from '~/domain/case/state'
import type { ColumnKind, SheetCell } from '~/domain/land/sheet'
import { type Lang, type Text, textIn } from '~/domain/text'
import { dayInVietnam } from '~/domain/time/day'
import enCase from '~/locales/en/case.json'
import enInbox from '~/locales/en/inbox.json'
import viCase from '~/locales/vi/case.json'
import viInbox from '~/locales/vi/inbox.json'
import zhCase from '~/locales/zh/case.json'
import zhInbox from '~/locales/zh/inbox.json'
import { xlsxPieces } from './xlsx'

const WORDS = {
  vi: { inbox: viInbox, states: viCase.state },
  en: { inbox: enInbox, states: enCase.state },
  zh: { inbox: zhInbox, states: zhCase.state },
}

export interface CaseSheetRow {
  number: string
  state: CaseState
  organization: { name: string; country: string }
  officer: string | null
  division: Text | null
  zone: Text
  plots: string[]
  areaM2: number
  project: string
  sector: Text | null
  /** ISO instant. */
  submittedAt: string
  due: CaseDue | null
}

type Column = keyof typeof viInbox.sheet
const COLUMNS: Record<Column, ColumnKind> = {
  number: 'text',
  organization: 'text',
  country: 'text',
  project: 'text',
  sector: 'text',
  zone: 'text',
  plots: 'text',
  areaM2: 'whole',
  state: 'text',
  officer: 'text',
  division: 'text',
  submitted: 'day',
  due: 'day',
  left: 'whole',
  paused: 'text',
}

/** Cases as a workbook, piece by piece, its words in one language. */
export function caseSheetPieces(
  pages: AsyncIterable<readonly CaseSheetRow[]>,
  lang: Lang,
): AsyncIterable<Uint8Array | string> {
  const { inbox, states } = WORDS[lang]
  const named = (text: Text | null) => text && textIn(text, lang)
  const cellsOf = (row: CaseSheetRow): Record<Column, SheetCell> => ({
    number: row.number,
    organization: row.organization.name,
    country: row.organization.country,
    project: row.project,
    sector: named(row.sector),
    zone: named(row.zone),
    plots: row.plots.join(' '),
    areaM2: row.areaM2 || null,
    state: states[row.state],
    officer: row.officer,
    division: named(row.division),
    submitted: dayInVietnam(new Date(row.submittedAt)),
    due: row.due?.day ?? null,
    left: row.due?.left ?? null,
    paused: row.due?.paused ? inbox.sheetPaused : null,
  })
  const columns = Object.keys(COLUMNS) as Column[]
  async function* rows() {
    for await (const page of pages) {
      yield page.map((row) => {
        const cells = cellsOf(row)
        return columns.map((column) => cells[column])
      })
    }
  }
  const heads = columns.map((column) => inbox.sheet[column])
  return xlsxPieces({ name: inbox.sheetTitle, heads, kinds: Object.values(COLUMNS) }, rows())
}
