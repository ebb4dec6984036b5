import { useInterestLabels } from '~/components/interest/use-labels'
import { Details } from '~/components/kit/details'
import { Facts } from '~/components/kit/facts'
import { useFormat } from '~/components/kit/format'
import type { Currency } from '~/domain/interest/form'
import type { EnvironmentGroup } from '~/domain/match/need'
import type { ConstructionClass } from '~/domain/procedure/facts'
import { useTranslation } from '~/locales/use-translation'

interface ProjectFactsProps {
  form: {
    summary: string
    capitalAmount: string
    capitalCurrency: Currency
    areaM2: number
    powerKva: number
    waterM3PerDay: number
    wastewaterM3PerDay: number
    gasM3PerHour: number | null
    workers: number | null
    environmentGroup: EnvironmentGroup | null
    landBy: string
    operationBy: string
    constructionDays: number
    constructionClass: ConstructionClass | null
    specialProcedure: boolean
    exportProcessing: boolean
    contactName: string
    contactEmail: string
    contactPhone: string
  }
}

/** What was sent, as it was frozen. */
export function ProjectFacts({ form }: ProjectFactsProps) {
  const { t } = useTranslation('case')
  const { t: ofInterest } = useTranslation('interest')
  const { t: ofProcedure } = useTranslation('procedure')
  const { t: common } = useTranslation('common')
  const { number, hectares, money, day } = useFormat()
  const labels = useInterestLabels()
  const amount = (value: number | null, unit: string) => (value === null ? null : `${number(value)}\u00a0${unit}`)
  const ticked = (value: boolean) => (value ? common('form.yes') : null)
  const m3PerDay = ofInterest('unit.m3PerDay')
  return (
    <Details summary={t('my.sent')}>
      <Facts
        items={[
          { label: labels.summary, value: form.summary },
          { label: labels.capitalAmount, value: money(form.capitalAmount, form.capitalCurrency) },
          { label: labels.areaHa, value: hectares(form.areaM2) },
          { label: labels.powerKva, value: amount(form.powerKva, ofInterest('unit.kva')) },
          { label: labels.waterM3PerDay, value: amount(form.waterM3PerDay, m3PerDay) },
          { label: labels.wastewaterM3PerDay, value: amount(form.wastewaterM3PerDay, m3PerDay) },
          { label: labels.gasM3PerHour, value: amount(form.gasM3PerHour, ofInterest('unit.m3PerHour')) },
          { label: labels.workers, value: amount(form.workers, ofInterest('unit.people')) },
          {
            label: labels.environmentGroup,
            value: form.environmentGroup && ofInterest('environmentGroup', { group: form.environmentGroup }),
          },
          { label: labels.landBy, value: day(form.landBy) },
          { label: labels.operationBy, value: day(form.operationBy) },
          { label: labels.constructionDays, value: amount(form.constructionDays, ofInterest('unit.days')) },
          {
            label: labels.constructionClass,
            value: form.constructionClass && ofProcedure(`constructionClass.${form.constructionClass}`),
          },
          { label: labels.exportProcessing, value: ticked(form.exportProcessing) },
          { label: labels.specialProcedure, value: ticked(form.specialProcedure) },
          { label: labels.contactName, value: form.contactName },
          { label: labels.contactEmail, value: form.contactEmail },
          { label: labels.contactPhone, value: form.contactPhone },
        ]}
      />
    </Details>
  )
}
