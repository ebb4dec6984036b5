import { Facts } from '~/components/kit/facts'
import { useFormat } from '~/components/kit/format'
import { type Need, SET_SIZE, SOFT_KEYS } from '~/domain/match/need'
import { useTranslation } from '~/locales/use-translation'

export interface NeedNames {
  sector: string
  zones: readonly string[]
  distances: readonly { place: string; km: number }[]
}

/** What a need asks, part by part. */
export function NeedFacts({ need, names }: { need: NeedShown; names: NeedNames }) {
  const { t } = useTranslation('need')
  const { t: match } = useTranslation('match')
  const { t: land } = useTranslation('land')
  const { hectares, number, day } = useFormat()
  const area =
    need.areaMaxM2 === undefined
      ? t('key.areaMin', { min: hectares(need.areaMinM2) })
      : t('key.areaRange', { min: hectares(need.areaMinM2), max: hectares(need.areaMaxM2) })
  const weights = SOFT_KEYS.flatMap((key) => {
    const weight = need.weights?.[key] ?? 1
    return weight === 1 ? [] : [`${match(`criterion.soft.${key}`)} × ${number(weight)}`]
  })
  const perDay = (value: number | undefined) => (value === undefined ? null : t('key.perDay', { value: number(value) }))
  return (
    <Facts
      items={[
        { label: t('key.sector'), value: names.sector },
        { label: t('key.area'), value: area },
        { label: t('key.readyBy'), value: need.readyBy === undefined ? null : day(need.readyBy) },
        { label: t('key.power'), value: need.powerKva === undefined ? null : `${number(need.powerKva)} kVA` },
        { label: t('key.water'), value: perDay(need.waterM3PerDay) },
        { label: t('key.wastewater'), value: perDay(need.wastewaterM3PerDay) },
        {
          label: t('key.price'),
          value: need.maxPriceUsdPerM2 === undefined ? null : `${number(need.maxPriceUsdPerM2)} USD/m²`,
        },
        {
          label: t('key.tenure'),
          value: need.minTenureYears === undefined ? null : t('key.years', { count: need.minTenureYears }),
        },
        { label: t('key.group'), value: need.environmentGroup ?? null },
        {
          label: t('key.foreign'),
          value: need.foreign === undefined ? null : t(need.foreign ? 'key.isForeign' : 'key.isDomestic'),
        },
        { label: t('key.kinds'), value: need.zoneKinds?.map((kind) => land(`zoneKind.${kind}`)).join(', ') || null },
        { label: t('key.zones'), value: names.zones.join(', ') || null },
        {
          label: t('key.distance'),
          value: names.distances.map(({ place, km }) => `${place}: ${number(km)} km`).join(', ') || null,
        },
        {
          label: t('key.sets'),
          value: need.allowSets ? t('key.setsUpTo', { count: need.maxSetSize ?? SET_SIZE.default }) : null,
        },
        { label: match('weightsLegend'), value: weights.join(', ') || null },
      ]}
    />
  )
}

/** A need as a page gets it: days are plain text. */
export type NeedShown = Omit<Need, 'readyBy'> & { readyBy?: string }
