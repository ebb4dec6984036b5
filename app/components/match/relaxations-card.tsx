import { Link } from '@remix-run/react'
import { Card } from '~/components/kit/card'
import { useFormat } from '~/components/kit/format'
import { useHref } from '~/components/kit/use-lang'
import type { Need } from '~/domain/match/need'
import type { Relaxation } from '~/domain/match/relaxations'
import { needSearch } from '~/forms/match'
import { useTranslation } from '~/locales/use-translation'
import { useCriterionWords } from './criterion-words'

interface RelaxationsCardProps {
  need: Need
  relaxations: readonly Relaxation[]
  zoneNames: ReadonlyMap<string, string>
}

/** What would help, each a link that applies it. */
export function RelaxationsCard({ need, relaxations, zoneNames }: RelaxationsCardProps) {
  const { t } = useTranslation('match')
  const { number } = useFormat()
  const href = useHref()
  const say = useChangeWords(need, zoneNames)
  if (relaxations.length === 0) return null
  return (
    <Card title={t('relax.title')} kind="anise">
      <ul className="relaxations">
        {relaxations.map(({ change, gains }) => (
          <li key={Object.keys(change).join()}>
            <Link to={`${href('/match')}?${needSearch({ ...need, ...change })}`} reloadDocument>
              {say(change)}
            </Link>{' '}
            <strong>{t('relax.gains', { count: gains, number: number(gains) })}</strong>
          </li>
        ))}
      </ul>
    </Card>
  )
}

function useChangeWords(need: Need, zoneNames: ReadonlyMap<string, string>): (change: Partial<Need>) => string {
  const { t } = useTranslation('match')
  const { t: land } = useTranslation('land')
  const words = useCriterionWords()
  const { number } = useFormat()
  return (change) => {
    const { readyBy, areaMinM2, areaMaxM2, maxPriceUsdPerM2, minTenureYears, environmentGroup, maxSetSize } = change
    const amount = (
      key: 'area' | 'price' | 'power' | 'water' | 'wastewater' | 'tenure' | 'readyBy',
      to: number | string,
    ) => words.shown(key, to) ?? ''
    if (readyBy !== undefined) return t('relax.readyBy', { value: amount('readyBy', readyBy) })
    // Four decimals of a hectare are a square metre: what is shown is what is applied.
    if (areaMinM2 !== undefined)
      return t('relax.areaMin', { value: `${number(areaMinM2 / 10_000, 4)} ${t('unit.ha')}` })
    if (areaMaxM2 !== undefined)
      return t('relax.areaMax', { value: `${number(areaMaxM2 / 10_000, 4)} ${t('unit.ha')}` })
    if (maxPriceUsdPerM2 !== undefined) {
      return t('relax.price', { value: amount('price', Math.ceil(maxPriceUsdPerM2 * 100) / 100) })
    }
    if (minTenureYears !== undefined) return t('relax.tenure', { value: amount('tenure', minTenureYears) })
    if (change.powerKva !== undefined) return t('relax.power', { value: amount('power', change.powerKva) })
    if (change.waterM3PerDay !== undefined) return t('relax.water', { value: amount('water', change.waterM3PerDay) })
    if (change.wastewaterM3PerDay !== undefined) {
      return t('relax.wastewater', { value: amount('wastewater', change.wastewaterM3PerDay) })
    }
    if (environmentGroup !== undefined) return t('relax.environmentGroup', { value: environmentGroup })
    if (maxSetSize !== undefined) return t('relax.maxSetSize', { value: number(maxSetSize) })
    if (change.zones) return t('relax.zone', { value: zoneNames.get(change.zones.at(-1) ?? '') ?? '' })
    if (change.zoneKinds)
      return t('relax.kind', { value: land(`zoneKind.${change.zoneKinds.at(-1) ?? 'industrial_park'}`) })
    if (change.maxDistanceKm) {
      const [place = '', km = 0] =
        Object.entries(change.maxDistanceKm).find(([key, to]) => need.maxDistanceKm?.[key] !== to) ?? []
      return t('relax.distance', { place: words.placeName(place), value: `${number(km, 1)} km` })
    }
    return t('relax.allowSets')
  }
}
