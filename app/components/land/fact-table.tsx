import { useFormat } from '~/components/kit/format'
import { StatusTag } from '~/components/kit/status-tag'
import { type Column, Table } from '~/components/kit/table'
import { isRung } from '~/domain/land/readiness'
import { useTranslation } from '~/locales/use-translation'

interface FactLine {
  key: string
  value: unknown
  source: string
  confirmedBy: string
  confirmedOn: string
  confirmedUntil: string | null
  stale: boolean
  illustrative: boolean
}

const KEYS = ['readiness', 'price_usd_per_m2', 'utilities_planned'] as const
type Known = (typeof KEYS)[number]
const isKnown = (key: string): key is Known => KEYS.includes(key as Known)

/** Every fact with who answers for it and until when; one that has run out says so. */
export function FactTable({ facts }: { facts: readonly FactLine[] }) {
  const { t } = useTranslation('land')
  const { day } = useFormat()
  const columns: Column<FactLine>[] = [
    { key: 'fact', label: t('facts.fact'), cell: (fact) => (isKnown(fact.key) ? t(`facts.${fact.key}`) : fact.key) },
    { key: 'value', label: t('facts.value'), cell: (fact) => <FactValue fact={fact} /> },
    {
      key: 'until',
      label: t('facts.until'),
      cell: (fact) => {
        if (fact.confirmedUntil === null) return t('facts.noEnd')
        const until = day(fact.confirmedUntil)
        return fact.stale ? <StatusTag tone="amber">{t('stale.until', { day: until })}</StatusTag> : until
      },
    },
    {
      key: 'source',
      label: t('facts.source'),
      cell: (fact) =>
        fact.illustrative ? t('facts.generated') : `${fact.source} (${fact.confirmedBy}, ${day(fact.confirmedOn)})`,
    },
  ]
  return (
    <>
      <Table
        plain
        columns={columns}
        rows={facts}
        rowKey={(fact) => fact.key}
        caption={t('facts.title')}
        captionHidden
      />
      {facts.some((fact) => fact.stale) ? <p className="source-line">{t('stale.help')}</p> : null}
    </>
  )
}

function FactValue({ fact }: { fact: FactLine }) {
  const { t } = useTranslation('land')
  const { t: common } = useTranslation('common')
  const { number } = useFormat()
  const { value } = fact
  if (isRung(value)) return <>{t(`readiness.${value}`)}</>
  if (typeof value === 'number') {
    return <>{fact.key === 'price_usd_per_m2' ? common('unit.usdPerM2', { value: number(value) }) : number(value)}</>
  }
  if (typeof value === 'object' && value !== null) {
    const { powerKva, waterM3PerDay, wastewaterM3PerDay } = value as Record<string, unknown>
    const parts = [
      typeof powerKva === 'number' ? `${t('utility.power')} ${common('unit.kva', { value: number(powerKva) })}` : null,
      typeof waterM3PerDay === 'number'
        ? `${t('utility.water')} ${common('unit.m3PerDay', { value: number(waterM3PerDay) })}`
        : null,
      typeof wastewaterM3PerDay === 'number'
        ? `${t('utility.wastewater')} ${common('unit.m3PerDay', { value: number(wastewaterM3PerDay) })}`
        : null,
    ]
    return (
      <span>
        {parts.filter(Boolean).map((part) => (
          <span key={part} className="block">
            {part}
          </span>
        ))}
      </span>
    )
  }
  return <>{String(value)}</>
}
