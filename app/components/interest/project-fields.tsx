import type { ReactNode } from 'react'
import { AreaField } from '~/components/kit/area-field'
import { DayField } from '~/components/kit/day-field'
import { CheckboxField, EmailField, SelectField, TextAreaField, TextField } from '~/components/kit/field'
import { MoneyField } from '~/components/kit/money-field'
import { ENVIRONMENT_GROUPS } from '~/domain/match/need'
import { CONSTRUCTION_CLASSES } from '~/domain/procedure/facts'
import { useTranslation } from '~/locales/use-translation'
import { useInterestLabels } from './use-labels'

interface ProjectFieldsProps {
  sectors: readonly { slug: string; name: string }[]
  /** The special procedure is for tenants of parks alone. */
  specialPossible: boolean
  /** A developer asks for a whole zone, and is told what its figures mean then. */
  role: 'tenant' | 'developer'
}

const Section = ({ title, children }: { title: ReactNode; children: ReactNode }) => (
  <section className="card">
    <h2 className="mb-4">{title}</h2>
    <div className="form">{children}</div>
  </section>
)

/** All fields of the interest form. */
export function ProjectFields({ sectors, specialPossible, role }: ProjectFieldsProps) {
  const { t } = useTranslation('interest')
  const { t: ofOpportunity } = useTranslation('opportunity')
  const hint = (key: 'summary' | 'areaHa' | 'utilities' | 'landBy' | 'operationBy') =>
    role === 'developer' ? ofOpportunity(`case.hint.${key}`) : t(`hint.${key}`)
  const { t: ofProcedure } = useTranslation('procedure')
  const labels = useInterestLabels()
  const amount = (name: 'powerKva' | 'waterM3PerDay' | 'wastewaterM3PerDay', unit: string) => (
    <TextField name={name} label={labels[name]} inputMode="numeric" width="short" maxLength={12} unit={unit} required />
  )
  return (
    <>
      <Section title={t('section.project')}>
        <TextField name="projectName" label={labels.projectName} maxLength={200} required />
        <SelectField
          name="sector"
          label={labels.sector}
          choices={sectors.map(({ slug, name }) => ({ value: slug, label: name }))}
          required
        />
        <TextAreaField
          name="summary"
          label={labels.summary}
          hint={hint('summary')}
          maxLength={4000}
          rows={4}
          required
        />
      </Section>
      <Section title={t('section.investment')}>
        <MoneyField
          name="capitalAmount"
          currencyName="capitalCurrency"
          label={labels.capitalAmount}
          hint={t('hint.capitalAmount')}
          required
        />
        <AreaField name="areaHa" label={labels.areaHa} hint={hint('areaHa')} required />
        <TextField
          name="workers"
          label={labels.workers}
          inputMode="numeric"
          width="short"
          maxLength={9}
          unit={t('unit.people')}
          required={false}
        />
      </Section>
      <Section title={t('section.utilities')}>
        <p className="hint">{hint('utilities')}</p>
        <div className="form-row">
          {amount('powerKva', t('unit.kva'))}
          {amount('waterM3PerDay', t('unit.m3PerDay'))}
          {amount('wastewaterM3PerDay', t('unit.m3PerDay'))}
        </div>
        <TextField
          name="gasM3PerHour"
          label={labels.gasM3PerHour}
          hint={t('hint.gasM3PerHour')}
          inputMode="numeric"
          width="short"
          maxLength={12}
          unit={t('unit.m3PerHour')}
          required={false}
        />
      </Section>
      <Section title={t('section.environment')}>
        <SelectField
          name="environmentGroup"
          label={labels.environmentGroup}
          hint={t('hint.environmentGroup')}
          choices={ENVIRONMENT_GROUPS.map((group) => ({ value: group, label: t('environmentGroup', { group }) }))}
          required={false}
        />
      </Section>
      <Section title={t('section.time')}>
        <DayField name="landBy" label={labels.landBy} hint={hint('landBy')} required />
        <DayField name="operationBy" label={labels.operationBy} hint={hint('operationBy')} required />
      </Section>
      <Section title={t('section.works')}>
        <TextField
          name="constructionDays"
          label={labels.constructionDays}
          hint={t('hint.constructionDays')}
          inputMode="numeric"
          width="short"
          maxLength={5}
          unit={t('unit.days')}
          required
        />
        <SelectField
          name="constructionClass"
          label={labels.constructionClass}
          hint={t('hint.constructionClass')}
          choices={CONSTRUCTION_CLASSES.map((value) => ({ value, label: ofProcedure(`constructionClass.${value}`) }))}
          required={false}
        />
        {role === 'tenant' ? <CheckboxField name="exportProcessing" label={labels.exportProcessing} /> : null}
        {specialPossible ? (
          <CheckboxField name="specialProcedure" label={labels.specialProcedure} hint={t('hint.specialProcedure')} />
        ) : null}
      </Section>
      <Section title={t('section.contact')}>
        <TextField name="contactName" label={labels.contactName} autoComplete="name" maxLength={120} required />
        <EmailField name="contactEmail" label={labels.contactEmail} maxLength={254} required />
        <TextField
          name="contactPhone"
          label={labels.contactPhone}
          type="tel"
          autoComplete="tel"
          inputMode="tel"
          width="medium"
          maxLength={30}
          required
        />
      </Section>
    </>
  )
}
