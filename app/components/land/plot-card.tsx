import { Link } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '~/components/kit/format'
import { ReadinessBar } from '~/components/kit/readiness-bar'
import { StatusTag } from '~/components/kit/status-tag'
import { useHref } from '~/components/kit/use-lang'
import type { PlotCard as Card } from '~/domain/land/plot-card'
import { CommercialTag } from './commercial-tag'
import { ReadyBy } from './ready-by'

/** One plot of the catalogue: code, zone, area, readiness, price with its validity, distances. */
export function PlotCard({ plot }: { plot: Card }) {
  const { t } = useTranslation('land')
  const { t: common } = useTranslation('common')
  const { day, hectares, instant, number } = useFormat()
  const href = useHref()
  return (
    <li className="plot-card">
      <div className="plot-card-line">
        <span>
          <Link to={href(`/plots/${plot.code}`)} className="plot-card-code">
            {plot.code}
          </Link>{' '}
          <span className="text-ink-soft">{plot.zoneName}</span>
        </span>
        <strong className="whitespace-nowrap">{hectares(plot.areaM2)}</strong>
      </div>
      <div className="plot-card-line">
        <ReadinessBar rung={plot.rung}>
          {plot.readyBy && plot.rung !== 'leasable' ? <ReadyBy range={plot.readyBy} /> : null}
        </ReadinessBar>
        <Price price={plot.price} />
      </div>
      <p className="plot-card-foot">
        <span>
          {plot.distancesKm
            .map(({ place, km }) => `${t(`place.${place}`)} ${common('unit.kilometres', { value: number(km, 0) })}`)
            .join(' · ')}
        </span>
        {plot.commercial === 'offered' ? null : (
          <CommercialTag state={plot.commercial} until={plot.heldUntil && instant(plot.heldUntil).split(' ')[0]} />
        )}
        {plot.rungStale && plot.rungConfirmedUntil ? (
          <StatusTag tone="amber">{t('stale.readiness', { day: day(plot.rungConfirmedUntil) })}</StatusTag>
        ) : null}
        {plot.illustrative ? <span className="illustrative">{t('illustrative')}</span> : null}
      </p>
    </li>
  )
}

function Price({ price }: { price: Card['price'] }) {
  const { t } = useTranslation('land')
  const { t: common } = useTranslation('common')
  const { day, number } = useFormat()
  if (!price) return <span className="text-ink-soft">{t('price.none')}</span>
  const amount = common('unit.usdPerM2', { value: number(price.usdPerM2) })
  if (price.stale) {
    return (
      <StatusTag tone="amber">
        {amount}, {t('stale.until', { day: day(price.confirmedUntil ?? '') })}
      </StatusTag>
    )
  }
  return (
    <span className="text-right">
      {amount}{' '}
      {price.confirmedUntil ? (
        <span className="text-ink-faint">{t('price.until', { day: day(price.confirmedUntil) })}</span>
      ) : null}
    </span>
  )
}
