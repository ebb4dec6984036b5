import { Link } from '@remix-run/react'
import { useFormat } from '~/components/kit/format'
import { ReadinessBar } from '~/components/kit/readiness-bar'
import { type Column, Table } from '~/components/kit/table'
import { useHref } from '~/components/kit/use-lang'
import type { PlotCard } from '~/domain/land/plot-card'
import { useTranslation } from '~/locales/use-translation'
import { CommercialTag } from './commercial-tag'
import { PriceText } from './price-text'
import { ReadyBy } from './ready-by'

interface PlotTableProps<Plot> {
  plots: readonly Plot[]
  /** What can be done with each, after what is said of it. */
  more?: readonly Column<Plot>[]
}

/** Plots, one line each. */
export function PlotTable<Plot extends PlotCard>({ plots, more = [] }: PlotTableProps<Plot>) {
  const { t } = useTranslation('land')
  const { hectares, until } = useFormat()
  const href = useHref()
  const columns: Column<Plot>[] = [
    { key: 'code', label: t('column.plot'), cell: (plot) => <Link to={href(`/plots/${plot.code}`)}>{plot.code}</Link> },
    { key: 'area', label: t('column.area'), end: true, cell: (plot) => hectares(plot.areaM2) },
    { key: 'readiness', label: t('column.readiness'), cell: (plot) => <ReadinessBar rung={plot.rung} /> },
    {
      key: 'readyBy',
      label: t('column.readyBy'),
      cell: (plot) => (plot.readyBy && plot.rung !== 'leasable' ? <ReadyBy range={plot.readyBy} /> : null),
    },
    {
      key: 'price',
      label: t('column.price'),
      end: true,
      cell: (plot) => (
        <span className="price-cell">
          <PriceText price={plot.price} />
        </span>
      ),
    },
    {
      key: 'commercial',
      label: t('column.commercial'),
      cell: (plot) => <CommercialTag state={plot.commercial} until={plot.heldUntil && until(plot.heldUntil)} />,
    },
    ...more,
  ]
  return (
    <Table
      columns={columns}
      rows={plots}
      rowKey={(plot) => plot.code}
      caption={t('zone.plots', { count: plots.length })}
    />
  )
}
