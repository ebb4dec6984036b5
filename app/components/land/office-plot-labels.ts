import { useTranslation } from '~/locales/use-translation'

/** Names of the fields of a plot's form, for the summary of what is wrong. */
export function useOfficePlotLabels(): Record<string, string> {
  const { t } = useTranslation('land')
  return {
    code: t('office.field.code'),
    zoneCode: t('office.field.zone'),
    areaHa: t('office.field.area'),
    phase: t('office.field.phase'),
    readiness: t('office.field.readiness'),
    readinessSince: t('office.field.readinessSince'),
    readinessUntil: t('office.field.confirmedUntil'),
    readyByEarliest: t('office.field.readyByEarliest'),
    readyByLatest: t('office.field.readyByLatest'),
    commercial: t('office.field.commercial'),
    priceUsdPerM2: t('office.field.price'),
    priceUntil: t('office.field.confirmedUntil'),
    source: t('office.field.source'),
    termEndYear: t('office.field.termEnd'),
    maxDensityPct: t('office.field.density'),
    maxFloors: t('office.field.floors'),
    sectors: t('office.field.sectors'),
    ring: t('office.field.ring'),
  }
}
