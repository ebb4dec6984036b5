import { useFormat } from '~/components/kit/format'
import { StatusTag } from '~/components/kit/status-tag'
import type { PlotCard } from '~/domain/land/plot-card'
import { useTranslation } from '~/locales/use-translation'

/** A price with the day it is confirmed until; one that has run out says so, one not published too. */
export function PriceText({ price }: { price: PlotCard['price'] }) {
  const { t } = useTranslation('land')
  const { t: common } = useTranslation('common')
  const { day, number } = useFormat()
  if (!price) return <span className="text-ink-soft">{t('price.none')}</span>
  const amount = common('unit.usdPerM2', { value: number(price.usdPerM2) })
  if (!price.confirmedUntil) return <span>{amount}</span>
  const until = day(price.confirmedUntil)
  return price.stale ? (
    <>
      <span className="text-ink-soft">{amount}</span>
      <StatusTag tone="amber">{t('stale.until', { day: until })}</StatusTag>
    </>
  ) : (
    <>
      <span>{amount}</span>
      <span className="text-ink-faint">{t('price.until', { day: until })}</span>
    </>
  )
}
