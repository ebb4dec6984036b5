import { Link, useLocation } from '@remix-run/react'
import { Card } from '~/components/kit/card'
import { Empty } from '~/components/kit/empty'
import { useFormat } from '~/components/kit/format'
import { Pager } from '~/components/kit/pager'
import { RefusalText } from '~/components/kit/refusal-text'
import { Table } from '~/components/kit/table'
import { IMPORT_RESULTS, type ImportResult, type Reason } from '~/domain/land/import-row'
import type { CommercialState, Rung } from '~/domain/land/readiness'
import { COLUMN_NAMES, headOf, SHEET_COLUMNS, type SheetColumn } from '~/domain/land/sheet'
import type { Refusal } from '~/domain/verdict'
import { useTranslation } from '~/locales/use-translation'
import { ImportResultTag, type ImportState } from './import-table'
import { useKeeperHref } from './use-keeper-href'

interface ImportRow {
  row: number
  code: string | null
  result: ImportResult
  reasons: readonly Reason[]
  changes: readonly { column: SheetColumn; from: string | number | null; to: string | number | null }[]
}

/** A missing column by its name, with the name programs use. */
function useNamedHead() {
  const { t } = useTranslation('sheet')
  return (values: Refusal['values']): Refusal['values'] => {
    const column = COLUMN_NAMES.find((one) => one === values?.head)
    return column ? { ...values, head: headOf(t(`column.${column}`), column) } : values
  }
}

/** Why a file was refused as a whole, or why its writing or undoing was given back. */
export function ImportRefusals({ state, refusals }: { state: ImportState; refusals: readonly Refusal[] }) {
  const { t } = useTranslation('sheet')
  const named = useNamedHead()
  if (refusals.length === 0) return null
  const conflict = state === 'previewed' && refusals.some(({ code }) => code === 'conflict')
  return (
    <Card title={state === 'refused' ? t('import.refusedTitle') : t('jobs.failed')} kind="asks">
      <ul className="list-disc pl-6">
        {refusals.map((refusal) => (
          <li key={JSON.stringify(refusal)}>
            {conflict ? t('import.conflict') : <RefusalText code={refusal.code} values={named(refusal.values)} />}
          </li>
        ))}
      </ul>
    </Card>
  )
}

/** Sentences of a sheet where those of a form would point beside the field; each names what stood in the cell. */
const OF_SHEETS = ['out-of-range', 'not-a-choice', 'not-a-number', 'not-a-day', 'required', 'invalid-form'] as const

function ReasonText({ reason }: { reason: Reason }) {
  const { t } = useTranslation('sheet')
  const named = useNamedHead()
  const code = OF_SHEETS.find((one) => one === reason.code)
  const complete = code === 'required' || (code === 'out-of-range' ? 'min' : 'value') in (reason.values ?? {})
  return code && complete ? (
    t(`reason.${code}`, { ...reason.values })
  ) : (
    <RefusalText code={reason.code} values={named(reason.values)} />
  )
}

function useValueText() {
  const { t } = useTranslation(['sheet', 'land'])
  const { number, day } = useFormat()
  return (column: SheetColumn, value: string | number | null): string => {
    if (value === null || value === '') return t('import.blank')
    if (column === 'ring') return t('import.drawn')
    if (column === 'readiness') return t(`land:readiness.${value as Rung}`)
    if (column === 'commercial') return t(`land:commercial.${value as CommercialState}`)
    if (SHEET_COLUMNS[column] === 'day') return day(String(value))
    return typeof value === 'number' && column !== 'termEndYear' ? number(value) : String(value)
  }
}

function RowText({ row }: { row: ImportRow }) {
  const { t } = useTranslation('sheet')
  const shown = useValueText()
  const items =
    row.result === 'rejected'
      ? row.reasons.map((reason) => (
          <>
            <strong>{t(`column.${reason.column}`)}:</strong> <ReasonText reason={reason} />
          </>
        ))
      : row.changes.map(({ column, from, to }) =>
          t('import.change', { column: t(`column.${column}`), from: shown(column, from), to: shown(column, to) }),
        )
  if (items.length === 0) return null
  return (
    <ul className="m-0 list-none p-0">
      {items.map((item, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a fixed list, drawn once
        <li key={index}>{item}</li>
      ))}
    </ul>
  )
}

interface ImportRowsProps {
  page: { number: string; rows: readonly ImportRow[]; next: number | null }
  filter: { result?: ImportResult; after?: number }
  counts: Record<ImportResult, number>
}

/** The result of each row, by result, with every reason and every change. */
export function ImportRows({ page, filter, counts }: ImportRowsProps) {
  const { t } = useTranslation('sheet')
  const { number } = useFormat()
  const { pathname } = useLocation()
  const href = useKeeperHref()
  const address = (query: { result?: string; after?: number }) => {
    const all = Object.entries(query).filter(([, value]) => value !== undefined)
    return `${pathname}?${new URLSearchParams(all.map(([name, value]) => [name, String(value)]))}`
  }
  const total = IMPORT_RESULTS.reduce((sum, result) => sum + counts[result], 0)
  const choices = [{ result: undefined, label: t('import.all'), count: total }].concat(
    IMPORT_RESULTS.map((result) => ({ result, label: t(`import.results.${result}`), count: counts[result] })) as never,
  )
  return (
    <section aria-label={t('import.rows')}>
      <nav className="mb-2 flex flex-wrap items-center gap-x-4 gap-y-1" aria-label={t('import.result')}>
        {choices.map(({ result, label, count }) => (
          <Link
            key={label}
            to={address({ result })}
            aria-current={filter.result === result ? 'page' : undefined}
            className={filter.result === result ? 'font-semibold' : undefined}
          >
            {label} ({number(count)})
          </Link>
        ))}
        {counts.rejected > 0 ? <a href={href(`/imports/${page.number}/rejected`)}>{t('import.rejectedFile')}</a> : null}
      </nav>
      {page.rows.length === 0 ? (
        <Empty title={t('import.noRows')} />
      ) : (
        <Table
          caption={t('import.rows')}
          captionHidden
          rows={page.rows}
          rowKey={(row) => String(row.row)}
          columns={[
            { key: 'row', label: t('import.row'), cell: (row) => number(row.row) },
            { key: 'code', label: t('import.code'), cell: (row) => row.code },
            { key: 'result', label: t('import.result'), cell: (row) => <ImportResultTag result={row.result} /> },
            { key: 'what', label: t('import.what'), cell: (row) => <RowText row={row} /> },
          ]}
        />
      )}
      <Pager
        previous={filter.after ? address({ result: filter.result }) : null}
        next={page.next === null ? null : address({ result: filter.result, after: page.next })}
      />
    </section>
  )
}
