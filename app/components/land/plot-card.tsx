import { Link } from '@remix-run/react'
import { useFormat } from '~/components/kit/format'
import { ReadinessBar } from '~/components/kit/readiness-bar'
import { StatusTag } from '~/components/kit/status-tag'
import { useHref } from '~/components/kit/use-lang'
import type { PlotCard as Card } from '~/domain/land/plot-card'
import { useTranslation } from '~/locales/use-translation'
import { CommercialTag } from './commercial-tag'
import { PriceText } from './price-text'
import { ReadyBy } from './ready-by'

interface PlotCardProps {
  plot: Card
  selected?: boolean
  /** The same page with the plot marked on its map; none where the map does not draw it. */
  mapHref?: string
}

/** One plot of the catalogue: code, zone, area, readiness, price with its validity, distances. */
export function PlotCard({ plot, selected = false, mapHref }: PlotCardProps) {
  const { t: map } = useTranslation('map')
  const { t } = useTranslation('land')
  const { t: common } = useTranslation('common')
  const { day, hectares, number, until } = useFormat()
  const href = useHref()
  return (
    <li
      className={`plot-card ${selected ? 'plot-card-selected' : ''}`}
      id={`plot-${plot.code}`}
      data-plot={plot.code}
      aria-current={selected ? 'true' : undefined}
    >
      <div className="plot-card-main">
        <p>
          <Link to={href(`/plots/${plot.code}`)} className="plot-card-code">
            {plot.code}
          </Link>{' '}
          <span className="text-ink-soft">{plot.zoneName}</span>{' '}
          {mapHref ? (
            <a href={mapHref} className="plot-card-map no-print" aria-label={map('showPlot', { code: plot.code })}>
              {map('show')}
            </a>
          ) : null}
        </p>
        <ReadinessBar rung={plot.rung}>
          {plot.readyBy && plot.rung !== 'leasable' ? <ReadyBy range={plot.readyBy} /> : null}
        </ReadinessBar>
        <p className="plot-card-foot">
          {plot.distancesKm.map(({ place, km }) => (
            <span key={place} className="plot-card-distance">
              {t(`place.${place}`)} {common('unit.kilometres', { value: number(km, 0) })}
            </span>
          ))}
          <CommercialTag state={plot.commercial} until={plot.heldUntil && until(plot.heldUntil)} />
          {plot.rungStale && plot.rungConfirmedUntil ? (
            <StatusTag tone="amber">{t('stale.readiness', { day: day(plot.rungConfirmedUntil) })}</StatusTag>
          ) : null}
        </p>
      </div>
      <div className="plot-card-side">
        <strong>{hectares(plot.areaM2)}</strong>
        <PriceText price={plot.price} />
        {plot.illustrative ? <span className="illustrative">{t('illustrative')}</span> : null}
      </div>
    </li>
  )
}
