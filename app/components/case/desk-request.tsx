import { Card } from '~/components/kit/card'
import { Facts } from '~/components/kit/facts'
import { useFormat } from '~/components/kit/format'
import { NoticeBanner } from '~/components/kit/notice-banner'
import type { Asker, ConsentScope } from '~/domain/land/developer-answer'
import { type Text, textIn } from '~/domain/text'
import { countryName } from '~/locales/country-names'
import { useTranslation } from '~/locales/use-translation'

export interface DeskRequestData {
  plots: string[]
  zone: { name: Text }
  scope: ConsentScope
  asker: Partial<Asker>
  wants: {
    sector: Text | null
    areaM2: number
    landBy: string
    operationBy: string
    powerKva: number
    waterM3PerDay: number
    wastewaterM3PerDay: number
    workers: number | null
    capital: { amount: string; currency: string }
  }
}

/** What is wanted of the developer's land; of who wants it only what the investor agreed to show. */
export function DeskRequest({ request }: { request: DeskRequestData }) {
  const { t } = useTranslation(['desk', 'hold'])
  const { lang, day, hectares, money, number } = useFormat()
  const { wants, asker } = request
  return (
    <>
      <Card title={t('wants')}>
        <Facts
          items={[
            { label: t('column.plots'), value: request.plots.join(' + ') },
            { label: t('zone'), value: textIn(request.zone.name, lang) },
            { label: t('column.sector'), value: wants.sector && textIn(wants.sector, lang) },
            { label: t('column.area'), value: hectares(wants.areaM2) },
            { label: t('landBy'), value: day(wants.landBy) },
            { label: t('operationBy'), value: day(wants.operationBy) },
            { label: t('hold:kind.power'), value: t('hold:amount.power', { amount: number(wants.powerKva) }) },
            { label: t('hold:kind.water'), value: t('hold:amount.water', { amount: number(wants.waterM3PerDay) }) },
            {
              label: t('hold:kind.wastewater'),
              value: t('hold:amount.wastewater', { amount: number(wants.wastewaterM3PerDay) }),
            },
            { label: t('workers'), value: wants.workers === null ? null : number(wants.workers) },
            { label: t('capital'), value: money(wants.capital.amount, wants.capital.currency as 'VND') },
          ]}
        />
      </Card>
      <Card title={t('asker.title')}>
        {request.scope === 'none' ? <NoticeBanner tone="sky">{t('asker.none')}</NoticeBanner> : null}
        <Facts
          items={[
            { label: t('asker.organization'), value: asker.organization },
            { label: t('asker.country'), value: asker.country && countryName(lang, asker.country) },
            { label: t('asker.project'), value: asker.project },
            { label: t('asker.summary'), value: asker.summary },
            {
              label: t('asker.contact'),
              value: [asker.contactName, asker.contactPhone, asker.contactEmail].filter(Boolean).join(' · '),
            },
          ]}
        />
        {request.scope === 'name' ? <p className="text-sm text-ink-soft">{t('asker.noContact')}</p> : null}
      </Card>
    </>
  )
}
