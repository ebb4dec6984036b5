import { useFormat } from '~/components/kit/format'
import { StatusTag } from '~/components/kit/status-tag'
import { type Column, Table } from '~/components/kit/table'
import type { FigureKey, FigureSource } from '~/domain/land/published-figure'
import { useTranslation } from '~/locales/use-translation'
import { useAsOf } from './use-as-of'

/** One figure as it stands in a table: a cell for each source. */
export interface ShownFigure {
  key: FigureKey
  cells: ({ value: number; note: string | null } | null)[]
  disagree: boolean
}

interface PublishedTableProps {
  sources: readonly FigureSource[]
  rows: readonly ShownFigure[]
  caption: string
  plain?: boolean
}

/** How a figure is written, by the end of its key: hectares, percent, or a plain number. */
export function useFigure(): (key: string, value: number) => string {
  const { t } = useTranslation('totals')
  const { number } = useFormat()
  return (key, value) => {
    if (key.endsWith('_ha')) return t('unit.ha', { value: number(value) })
    return key.endsWith('_percent') ? t('unit.percent', { value: number(value) }) : number(value)
  }
}

/** Published figures side by side: a row for each figure, a column for each source; different numbers are marked. */
export function PublishedTable({ sources, rows, caption, plain }: PublishedTableProps) {
  const { t } = useTranslation('totals')
  const asOf = useAsOf()
  const figure = useFigure()
  const columns: Column<ShownFigure>[] = [
    {
      key: 'figure',
      label: t('published.figure'),
      cell: (row) => (
        <span className="block">
          {t(`figure.${row.key}`)}
          {row.disagree ? (
            <span className="block">
              <StatusTag tone="amber">{t('published.disagree')}</StatusTag>
            </span>
          ) : null}
        </span>
      ),
    },
    ...sources.map(
      (source, index): Column<ShownFigure> => ({
        key: source.source,
        label: source.source,
        end: true,
        cell: (row) => {
          const cell = row.cells[index]
          if (!cell) return null
          return (
            <span className="block">
              {figure(row.key, cell.value)}
              {cell.note ? <span className="hint block">{cell.note}</span> : null}
            </span>
          )
        },
      }),
    ),
  ]
  return (
    <>
      <div className="figure-table">
        <Table columns={columns} rows={rows} rowKey={(row) => row.key} caption={caption} plain={plain} />
      </div>
      <ul className="source-line figure-sources">
        {sources.map((source) => (
          <li key={source.source}>
            {t('published.sourceLine', {
              source: source.source,
              kind: t(`sourceKind.${source.sourceKind}`),
              asOf: source.asOf ? t('published.asOf', { asOf: asOf(source.asOf) }) : t('published.undated'),
            })}
          </li>
        ))}
      </ul>
    </>
  )
}
