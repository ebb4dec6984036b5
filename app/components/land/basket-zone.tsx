import { Link } from '@remix-run/react'
import { useRegisters } from '~/components/interest/use-registers'
import { Button } from '~/components/kit/button'
import { useHref } from '~/components/kit/use-lang'
import type { PlotCard } from '~/domain/land/plot-card'
import { useTranslation } from '~/locales/use-translation'
import { BasketForm } from './basket-form'
import { PlotTable } from './plot-table'

interface BasketZoneProps {
  zone: { code: string; name: string; plots: readonly (PlotCard & { offered: boolean })[] }
}

/** The plots of a basket that lie in one zone: those chosen become one interest. */
export function BasketZone({ zone }: BasketZoneProps) {
  const { t } = useTranslation(['plot', 'land'])
  const href = useHref()
  const registers = useRegisters()
  const form = `interest-${zone.code}`
  return (
    <section>
      <h2>
        <Link to={href(`/zones/${zone.code}`)}>{zone.name}</Link>
      </h2>
      <PlotTable
        plots={zone.plots}
        more={[
          {
            key: 'choose',
            label: t('basket.choose'),
            cell: (plot) =>
              plot.offered && registers ? (
                <label className="choice">
                  <input type="checkbox" name="plot" value={plot.code} form={form} defaultChecked />
                  <span className="sr-only">{t('basket.chooseOne', { code: plot.code })}</span>
                </label>
              ) : plot.offered ? null : (
                <span className="why-not">{t('land:action.notOffered')}</span>
              ),
          },
          { key: 'remove', label: '', cell: (plot) => <BasketForm code={plot.code} act="remove" /> },
        ]}
      />
      {registers && zone.plots.some((plot) => plot.offered) ? (
        <form id={form} method="get" action={href('/my/interests/new')} className="no-print mt-3">
          <Button>{t('basket.interest')}</Button>
        </form>
      ) : null}
    </section>
  )
}
