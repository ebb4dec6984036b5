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
  /** What helps together where nothing does alone. */
  joint: Relaxation | undefined
  /** Nothing fits: then also that nothing helps is said. */
  nothingFits: boolean
  zoneNames: ReadonlyMap<string, string>
}

/** What would help, each a link that applies it. */
export function RelaxationsCard({ need, relaxations, joint, nothingFits, zoneNames }: RelaxationsCardProps) {
  const { t } = useTranslation('match')
  const { number } = useFormat()
  const href = useHref()
  const say = useChangeWords(need, zoneNames)
  const shown = joint ? [joint] : relaxations
  if (shown.length === 0 && !nothingFits) return null
  const parts = (change: Partial<Need>) =>
    Object.entries(change).map(([field, to]) => say({ [field]: to } as Partial<Need>))
  return (
    <Card title={t('relax.title')} kind="anise">
      {shown.length === 0 ? <p>{t('relax.none')}</p> : null}
      {joint ? <p>{t('relax.together')}</p> : null}
      <ul className="relaxations">
        {shown.map(({ change, gains }) => (
          <li key={Object.keys(change).join()}>
            <Link to={`${href('/match')}?${needSearch({ ...need, ...change })}`} reloadDocument>
              {parts(change).join(' · ')}
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
    // Down to the square metre: what is shown is what is applied.
    if (areaMinM2 !== undefined) return t('relax.areaMin', { value: `${number(areaMinM2 / 10_000)} ${t('unit.ha')}` })
    if (areaMaxM2 !== undefined) return t('relax.areaMax', { value: `${number(areaMaxM2 / 10_000)} ${t('unit.ha')}` })
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
      return Object.entries(change.maxDistanceKm)
        .filter(([key, to]) => need.maxDistanceKm?.[key] !== to)
        .map(([place, km]) => t('relax.distance', { place: words.placeName(place), value: `${number(km, 1)} km` }))
        .join(' · ')
    }
    return t('relax.allowSets')
  }
}
