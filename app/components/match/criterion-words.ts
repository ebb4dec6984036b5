import { useFormat } from '~/components/kit/format'
import type { HardKey, Shown } from '~/domain/match/criteria'
import { useTranslation } from '~/locales/use-translation'

const PLACES = ['huu_nghi', 'hanoi_centre', 'hai_phong_dinh_vu_port'] as const
type KnownPlace = (typeof PLACES)[number]

const isKnown = (place: string): place is KnownPlace => PLACES.some((known) => known === place)

const ADMISSIONS = ['named', 'open', 'no'] as const
const isAdmission = (value: string): value is (typeof ADMISSIONS)[number] => ADMISSIONS.some((one) => one === value)

/** A hard criterion in words: its name, what a figure of it reads as, and how far a margin goes. */
export function useCriterionWords() {
  const { t } = useTranslation('match')
  const { t: land } = useTranslation('land')
  const { day, number, hectares } = useFormat()
  const placeOf = (key: string) => key.replace(/^distance\./, '')
  const placeName = (place: string) => (isKnown(place) ? land(`place.${place}`) : place)

  const name = (key: HardKey): string =>
    key.startsWith('distance.')
      ? t('criterion.distance', { place: placeName(placeOf(key)) })
      : t(`criterion.hard.${key as Exclude<HardKey, `distance.${string}`>}`)

  const measured = (key: HardKey, value: number): string => {
    if (key === 'area') return hectares(value)
    if (key === 'price') return `${number(value, Number.isInteger(value) ? 0 : 2)} USD/m²`
    if (key === 'power') return `${number(Math.round(value))} kVA`
    if (key === 'water' || key === 'wastewater') return `${number(Math.round(value))} ${t('unit.m3PerDay')}`
    if (key === 'tenure') return `${number(value)} ${t('unit.years')}`
    if (key === 'readyBy') return t('days', { count: Math.abs(value), number: number(Math.abs(value)) })
    return `${number(value, 1)} km`
  }

  /** What is asked or there; null where it is not published. */
  const shown = (key: HardKey, value: Shown): string | null => {
    if (value === null) return null
    if (typeof value === 'number') return measured(key, value)
    if (Array.isArray(value)) {
      return value.map((one) => shown(key, one)).join(', ')
    }
    if (typeof value === 'object') {
      const { min, max } = value
      if (min === null || min === undefined) return null
      return max === null || max === undefined ? `≥ ${hectares(min)}` : `${hectares(min)} – ${hectares(max)}`
    }
    if (key === 'readyBy') return day(value)
    if (key === 'sector') return t(`admission.${isAdmission(value) ? value : 'asked'}`)
    if (key === 'kind') return land(`zoneKind.${value as 'industrial_park'}`)
    return value
  }

  /** By how much, with its sign in words. */
  const margin = (key: HardKey, by: number | null): string => {
    if (by === null) return '–'
    if (key === 'readyBy') return t(by < 0 ? 'late' : 'early', { days: measured(key, by) })
    return t(by < 0 ? 'short' : 'spare', { amount: measured(key, Math.abs(by)) })
  }

  return { name, shown, margin, placeName }
}
