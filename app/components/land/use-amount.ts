import { useFormat } from '~/components/kit/format'
import type { UtilityKind } from '~/domain/land/capacity'
import { useTranslation } from '~/locales/use-translation'

/** An amount of a utility with its unit: kVA for power, m³/day for water and wastewater. */
export function useAmount(): (kind: UtilityKind, value: number) => string {
  const { t } = useTranslation('common')
  const { number } = useFormat()
  return (kind, value) => t(kind === 'power' ? 'unit.kva' : 'unit.m3PerDay', { value: number(value) })
}
