import { useFormat } from '~/components/kit/format'
import type { UtilityKind } from '~/domain/land/capacity'
import type { CriterionRow, HardKey, Shown } from '~/domain/match/criteria'
import type { SoftKey } from '~/domain/match/need'
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

  const exact = (value: number): string => number(value, Number.isInteger(value) ? 0 : 2)
  const measured = (key: HardKey, value: number): string => {
    // Less than a hundredth of a hectare is no hectare.
    if (key === 'area') return Math.abs(value) < 100 && value !== 0 ? `${exact(value)} m²` : hectares(value)
    if (key === 'price') return `${exact(value)} USD/m²`
    if (key === 'power') return `${exact(value)} kVA`
    if (key === 'water' || key === 'wastewater') return `${exact(value)} ${t('unit.m3PerDay')}`
    if (key === 'tenure') return `${number(value)} ${t('unit.years')}`
    if (key === 'readyBy') return t('days', { count: Math.abs(value), number: number(Math.abs(value)) })
    return `${number(value, Number.isInteger(Math.round(value * 1e6) / 1e5) ? 1 : 2)} km`
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
    if (key === 'sector') {
      const [, version, code] = /^vsic(\d{4}):(\d+)$/.exec(value) ?? []
      return code ? `VSIC ${version}: ${code}` : t(`admission.${isAdmission(value) ? value : 'asked'}`)
    }
    if (key === 'kind') return land(`zoneKind.${value as 'industrial_park'}`)
    return value
  }

  /** What is there of what only ranks; null where it is not published. */
  const ranked = (key: SoftKey, { required, actual }: Pick<CriterionRow, 'required' | 'actual'>): string | null => {
    if (actual === null) return null
    if (key === 'price') return shown('price', actual)
    if (key === 'readiness') return shown('readyBy', actual)
    if (key === 'sectorPriority') return shown('sector', actual)
    if (key === 'areaFit') {
      const share = Math.round(Math.min(1, Number(required) / Number(actual)) * 100)
      return t('soft.used', { share: number(share) })
    }
    return Object.entries(actual as Record<string, number>)
      .map(([of, value]) =>
        key === 'distance'
          ? `${placeName(of)} ${measured(`distance.${of}`, value)}`
          : `${name(of as UtilityKind)} ${measured(of as UtilityKind, value)}`,
      )
      .join(', ')
  }

  /** By how much, with its sign in words. */
  const margin = (key: HardKey, by: number | null): string => {
    if (by === null) return '–'
    if (key === 'readyBy') return t(by < 0 ? 'late' : 'early', { days: measured(key, by) })
    const amount = measured(key, Math.abs(by))
    if (by >= 0) return t('spare', { amount })
    // An area misses its range at either end; prices and distances are too large, the rest is too little.
    if (key === 'area') return t('off', { amount })
    return t(key === 'price' || key.startsWith('distance.') ? 'over' : 'short', { amount })
  }

  return { name, shown, ranked, margin, placeName }
}
