import { Link } from '@remix-run/react'
import { useFormat } from '~/components/kit/format'
import { StatusTag } from '~/components/kit/status-tag'
import { type Column, Table } from '~/components/kit/table'
import { useHref, useLang } from '~/components/kit/use-lang'
import type { FigureKey, SourceKind } from '~/domain/land/published-figure'
import { type Text, textIn } from '~/domain/text'
import { useTranslation } from '~/locales/use-translation'
import { useFigure } from './published-table'
import { useAsOf } from './use-as-of'

interface FigureLine {
  id: string
  key: FigureKey
  value: number
  source: string
  sourceKind: SourceKind
  asOf: string | null
  note: Text | null
  enteredBy: string | null
  endedOn: string | null
  endReason: string | null
}

/** Published figures, a line for each source; different numbers for one thing are marked and none is chosen. */
export function FigureTable({ rows, caption, linked }: { rows: FigureLine[]; caption: string; linked: boolean }) {
  const { t } = useTranslation(['setting', 'totals'])
  const { day } = useFormat()
  const href = useHref()
  const lang = useLang()
  const figure = useFigure()
  const asOf = useAsOf()
  const disagree = (key: FigureKey) => new Set(rows.flatMap((row) => (row.key === key ? [row.value] : []))).size > 1
  const ended = rows.some(({ endedOn }) => endedOn !== null)
  const columns: Column<FigureLine>[] = [
    {
      key: 'figure',
      label: t('figure.key'),
      cell: (row) => (
        <>
          {t(`totals:figure.${row.key}`)}{' '}
          {!ended && disagree(row.key) ? <StatusTag tone="amber">{t('totals:published.disagree')}</StatusTag> : null}
        </>
      ),
    },
    {
      key: 'value',
      label: t('figure.value'),
      end: true,
      cell: (row) => (
        <>
          {figure(row.key, row.value)}
          {row.note ? <span className="hint block">{textIn(row.note, lang)}</span> : null}
        </>
      ),
    },
    {
      key: 'source',
      label: t('source'),
      cell: (row) => (
        <>
          {row.source}
          <span className="hint block">
            {t(`totals:sourceKind.${row.sourceKind}`)}
            {row.enteredBy ? ` · ${t('figure.enteredBy', { name: row.enteredBy })}` : ''}
          </span>
        </>
      ),
    },
    {
      key: 'asOf',
      label: t('figure.asOf'),
      cell: (row) => (row.asOf ? asOf(row.asOf) : t('totals:published.undated')),
    },
    ended
      ? {
          key: 'ended',
          label: t('figure.ended'),
          cell: (row) => (
            <>
              {row.endedOn ? day(row.endedOn) : null}
              <span className="hint block">{row.endReason}</span>
            </>
          ),
        }
      : {
          key: 'act',
          label: t('figure.act'),
          cell: (row) =>
            linked ? (
              <span className="flex flex-wrap gap-3">
                <Link to={href(`/office/figures/${row.id}`)}>{t('figure.correct')}</Link>
                <Link to={href(`/office/figures/${row.id}/take-back`)}>{t('figure.takeBack')}</Link>
              </span>
            ) : null,
        },
  ]
  return <Table columns={columns} rows={rows} rowKey={(row) => row.id} caption={caption} />
}
