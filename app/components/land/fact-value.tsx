import { useFormat } from '~/components/kit/format'
import { FACT_KEYS, type FactKey } from '~/domain/land/fact'
import { isRung } from '~/domain/land/readiness'
import { useTranslation } from '~/locales/use-translation'

const isKnown = (key: string): key is FactKey => (FACT_KEYS as string[]).includes(key)

/** What a figure is called. */
export function useFactWord(): (key: string) => string {
  const { t } = useTranslation('facts')
  return (key) => (isKnown(key) ? t(`key.${key}`) : key)
}

/** The value of a figure with its unit; one that is no longer published says so. */
export function FactValue({ factKey, value }: { factKey: string; value: unknown }) {
  const { t } = useTranslation(['land', 'common', 'facts'])
  const { number, hectares } = useFormat()
  if (value === null) return <span className="text-ink-soft">{t('facts:gone')}</span>
  if (factKey === 'readiness' && isRung(value)) return <>{t(`land:readiness.${value}`)}</>
  if (typeof value === 'number') {
    if (factKey === 'price_usd_per_m2') return <>{t('common:unit.usdPerM2', { value: number(value) })}</>
    if (factKey === 'rent_vnd_per_m2_year') return <>{t('facts:vndPerM2Year', { value: number(value) })}</>
    if (factKey.endsWith('_m2')) return <>{hectares(value)}</>
    if (factKey.endsWith('_pct')) return <>{`${number(value)} %`}</>
    return <>{factKey === 'term_end_year' ? String(value) : number(value)}</>
  }
  if (typeof value === 'object') {
    const { powerKva, waterM3PerDay, wastewaterM3PerDay } = value as Record<string, unknown>
    const parts = [
      typeof powerKva === 'number'
        ? `${t('land:utility.power')} ${t('common:unit.kva', { value: number(powerKva) })}`
        : null,
      typeof waterM3PerDay === 'number'
        ? `${t('land:utility.water')} ${t('common:unit.m3PerDay', { value: number(waterM3PerDay) })}`
        : null,
      typeof wastewaterM3PerDay === 'number'
        ? `${t('land:utility.wastewater')} ${t('common:unit.m3PerDay', { value: number(wastewaterM3PerDay) })}`
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
  return <span className="whitespace-pre-line">{String(value)}</span>
}

interface Sourced {
  source: string
  confirmedBy: string
  confirmedOn: string
  illustrative: boolean
}

/** A figure with who answers for it, and until when. */
export interface AnsweredFor extends Sourced {
  confirmedUntil: string | null
  stale: boolean
}

/** Where a figure is known from, who confirmed it and when. */
export function FactSource({ fact }: { fact: Sourced }) {
  const { t } = useTranslation('land')
  const { day } = useFormat()
  if (fact.source.startsWith('illustrative:')) return <>{`${t('facts.generated')} (${day(fact.confirmedOn)})`}</>
  return (
    <span>
      {`${fact.source} (${fact.confirmedBy}, ${day(fact.confirmedOn)})`}
      {fact.illustrative ? <span className="illustrative"> {t('illustrative')}</span> : null}
    </span>
  )
}
