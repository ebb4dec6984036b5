import { AreaField } from '~/components/kit/area-field'
import { DayField } from '~/components/kit/day-field'
import { Details } from '~/components/kit/details'
import { CheckboxesField, SelectField, TextAreaField, TextField } from '~/components/kit/field'
import { useLang } from '~/components/kit/use-lang'
import type { BoundaryAround } from '~/domain/land/boundary-around'
import { changeCommercial } from '~/domain/land/plot-change'
import {
  COMMERCIAL_STATES,
  type CommercialState,
  highestRung,
  RUNGS,
  rungNumber,
  type ZoneStatus,
} from '~/domain/land/readiness'
import { type Text, textIn } from '~/domain/text'
import { useTranslation } from '~/locales/use-translation'
import { BoundaryEditor } from './boundary-editor'

interface OfficePlotFieldsProps {
  sectors: { slug: string; name: Text }[]
  /** The state the plot has; a new one may be offered or not. */
  commercial: CommercialState
  /** Null while the zone is not chosen. */
  zoneStatus: ZoneStatus | null
  /** What the boundary is drawn among. */
  around: BoundaryAround
}

/** What the office types of a plot, besides its code and zone. */
export function OfficePlotFields({ sectors, commercial, zoneStatus, around }: OfficePlotFieldsProps) {
  const { t } = useTranslation(['land', 'common'])
  const lang = useLang()
  const highest = zoneStatus ? highestRung(zoneStatus) : null
  const max = highest ? rungNumber(highest) : RUNGS.length
  return (
    <div className="grid gap-4">
      <div className="grid gap-4 sm:grid-cols-3">
        <AreaField name="areaHa" label={t('office.field.area')} />
        <TextField name="block" label={t('office.field.block')} required={false} width="short" maxLength={20} />
        <TextField name="phase" label={t('office.field.phase')} required={false} width="short" inputMode="numeric" />
      </div>
      <div className="grid gap-4 sm:grid-cols-3">
        <SelectField
          name="readiness"
          label={t('office.field.readiness')}
          hint={highest ? t('office.field.readinessMax', { max, word: t(`readiness.${highest}`) }) : undefined}
          choices={RUNGS.map((rung) => ({
            value: rung,
            label: `${rungNumber(rung)} ${t(`readiness.${rung}`)}`,
            disabled: rungNumber(rung) > max,
          }))}
        />
        <DayField name="readinessSince" label={t('office.field.readinessSince')} required={false} />
        <DayField name="readinessUntil" label={t('office.field.confirmedUntil')} required={false} />
      </div>
      <div className="grid gap-4 sm:grid-cols-3">
        <SelectField
          name="commercial"
          label={t('office.field.commercial')}
          choices={COMMERCIAL_STATES.filter((state) => changeCommercial(commercial, state).ok).map((state) => ({
            value: state,
            label: t(`commercial.${state}`),
          }))}
        />
        <DayField name="readyByEarliest" label={t('office.field.readyByEarliest')} required={false} />
        <DayField name="readyByLatest" label={t('office.field.readyByLatest')} required={false} />
      </div>
      <div className="grid gap-4 sm:grid-cols-3">
        <TextField
          name="priceUsdPerM2"
          label={t('office.field.price')}
          unit="USD/m²"
          required={false}
          width="short"
          inputMode="decimal"
        />
        <DayField name="priceUntil" label={t('office.field.confirmedUntil')} required={false} />
        <TextField name="source" label={t('office.field.source')} hint={t('office.field.sourceHint')} maxLength={300} />
      </div>
      <div className="grid gap-4 sm:grid-cols-3">
        <TextField
          name="termEndYear"
          label={t('office.field.termEnd')}
          required={false}
          width="short"
          inputMode="numeric"
        />
        <TextField
          name="maxDensityPct"
          label={t('office.field.density')}
          unit="%"
          required={false}
          width="short"
          inputMode="numeric"
        />
        <TextField
          name="maxFloors"
          label={t('office.field.floors')}
          required={false}
          width="short"
          inputMode="numeric"
        />
      </div>
      <Details summary={t('office.field.sectors')}>
        <CheckboxesField
          name="sectors[]"
          label={t('office.field.sectors')}
          hint={t('office.field.sectorsHint')}
          required={false}
          choices={sectors.map(({ slug, name }) => ({ value: slug, label: textIn(name, lang) }))}
        />
      </Details>
      <BoundaryEditor
        name="ring"
        label={t('office.field.ring')}
        hint={t('office.field.ringHint')}
        mode="polygon"
        areaField="areaHa"
        {...around}
      />
      <TextAreaField name="note" label={t('office.field.note')} required={false} rows={2} maxLength={2000} />
    </div>
  )
}
