import { useFormat } from '~/components/kit/format'
import { ReadinessBar } from '~/components/kit/readiness-bar'
import { StatusTag } from '~/components/kit/status-tag'
import type { PlotCard } from '~/domain/land/plot-card'
import type { PublicationState } from '~/domain/land/readiness'
import { useTranslation } from '~/locales/use-translation'
import { CommercialTag } from './commercial-tag'
import { PriceText } from './price-text'
import { ReadyBy } from './ready-by'

interface PlotAxesProps {
  plot: PlotCard & { rungSince: string | null; publication: PublicationState }
  seesPublication: boolean
}

/** The three axes of a plot, never one status: how ready, whether offered, whether published; and the price. */
export function PlotAxes({ plot, seesPublication }: PlotAxesProps) {
  const { t } = useTranslation('land')
  const { day, until } = useFormat()
  return (
    <dl className="axes">
      <div>
        <dt>{t('axis.readiness')}</dt>
        <dd>
          <ReadinessBar rung={plot.rung}>
            {plot.rungSince ? t('axis.since', { day: day(plot.rungSince) }) : null}
          </ReadinessBar>
          <span className="hint block">{t(`readinessHelp.${plot.rung}`)}</span>
          {plot.readyBy && plot.rung !== 'leasable' ? (
            <span className="block">
              {t('axis.leasable')} <ReadyBy range={plot.readyBy} />
            </span>
          ) : null}
          {plot.rungStale && plot.rungConfirmedUntil ? (
            <StatusTag tone="amber">{t('stale.readiness', { day: day(plot.rungConfirmedUntil) })}</StatusTag>
          ) : plot.rungConfirmedUntil ? (
            <span className="hint block">{t('axis.confirmedUntil', { day: day(plot.rungConfirmedUntil) })}</span>
          ) : null}
        </dd>
      </div>
      <div>
        <dt>{t('axis.commercial')}</dt>
        <dd>
          <CommercialTag state={plot.commercial} until={plot.heldUntil && until(plot.heldUntil)} />
          {plot.commercial === 'offered' ? <span className="hint block">{t('axis.offeredHelp')}</span> : null}
        </dd>
      </div>
      <div>
        <dt>{t('column.price')}</dt>
        <dd className="axes-price">
          <PriceText price={plot.price} />
        </dd>
      </div>
      {seesPublication ? (
        <div>
          <dt>{t('axis.publication')}</dt>
          <dd>{t(`publication.${plot.publication}`)}</dd>
        </div>
      ) : null}
    </dl>
  )
}
