import type { ReactNode } from 'react'
import { Button } from '~/components/kit/button'
import { Details } from '~/components/kit/details'
import { CheckboxesField, CheckboxField, FieldError, SelectField, TextField } from '~/components/kit/field'
import { Form } from '~/components/kit/form'
import { useFieldState } from '~/components/kit/form-context'
import { useHref } from '~/components/kit/use-lang'
import { ZONE_KINDS, type ZoneKind } from '~/domain/land/catalogue'
import { ENVIRONMENT_GROUPS, SET_SIZE, SOFT_KEYS } from '~/domain/match/need'
import { VSIC_VERSIONS } from '~/domain/match/sector'
import type { FormAnswer } from '~/forms/answer'
import { CAPPED_PLACES, WEIGHTS } from '~/forms/match'
import { useTranslation } from '~/locales/use-translation'

interface NeedSentenceProps {
  answer: FormAnswer
  sectors: readonly { slug: string; name: string }[]
  zones: readonly { code: string; name: string; kind: ZoneKind }[]
}

interface BlankProps {
  name: string
  label: string
  unit?: ReactNode
  type?: 'text' | 'date'
  className?: string
}

/** A gap of the sentence to be written in; its label is read out, the words around it say the same. */
function Blank({ name, label, unit, type = 'text', className = 'blank-number' }: BlankProps) {
  const { id, text, error } = useFieldState(name, undefined)
  return (
    <span className="blank">
      <label htmlFor={id} className="sr-only">
        {label}
      </label>
      <input
        id={id}
        name={name}
        type={type}
        inputMode={type === 'text' ? 'decimal' : undefined}
        maxLength={20}
        placeholder={type === 'date' ? 'YYYY-MM-DD' : '…'}
        defaultValue={text}
        className={className}
        aria-invalid={error ? true : undefined}
        aria-describedby={error ? `${id}-error` : undefined}
      />
      {unit ? ` ${unit}` : null}
      <FieldError id={id} error={error} />
    </span>
  )
}

function SectorBlank({ label, sectors }: { label: string; sectors: NeedSentenceProps['sectors'] }) {
  const { id, text, error } = useFieldState('sector', undefined)
  const { t } = useTranslation('match')
  return (
    <span className="blank">
      <label htmlFor={id} className="sr-only">
        {label}
      </label>
      <select
        id={id}
        name="sector"
        defaultValue={text ?? ''}
        aria-invalid={error ? true : undefined}
        aria-describedby={error ? `${id}-error` : undefined}
      >
        <option value="">{t('sentence.chooseSector')}</option>
        {sectors.map((sector) => (
          <option key={sector.slug} value={sector.slug}>
            {sector.name}
          </option>
        ))}
      </select>
      <FieldError id={id} error={error} />
    </span>
  )
}

const SENTENCE = ['sector', 'areaMinHa', 'areaMaxHa', 'readyBy', 'powerKva', 'waterM3PerDay', 'maxPriceUsdPerM2']
const MORE = ['wastewaterM3PerDay', 'minTenureYears', 'environmentGroup', 'vsic', 'vsicVersion', 'zoneKinds', 'zones']
/** What the form asks where nothing else is chosen. */
const USUAL_SET_SIZE = String(SET_SIZE.default)
const USUAL_WEIGHT = '1'

/** Whether something is asked, or wrong, that is folded away. */
function asksMore({ values, errors }: FormAnswer): boolean {
  const isAsked = (name: string, usual = '') => ![usual, ''].includes(String(values[name] ?? ''))
  return (
    MORE.some((name) => name !== 'vsicVersion' && isAsked(name)) ||
    CAPPED_PLACES.some((place) => isAsked(`maxDistanceKm.${place}`)) ||
    isAsked('maxSetSize', USUAL_SET_SIZE) ||
    SOFT_KEYS.some((key) => isAsked(`weights.${key}`, USUAL_WEIGHT)) ||
    errors.some(({ field }) => !SENTENCE.includes(field))
  )
}

/** The need as a sentence with gaps; what is seldom asked is folded away below it. One GET form: it is its own address. */
export function NeedSentence({ answer, sectors, zones }: NeedSentenceProps) {
  const { t } = useTranslation('match')
  const { t: land } = useTranslation('land')
  const href = useHref()
  const label = (name: string) => t(`label.${name}` as 'label.sector')
  const labels: Record<string, string> = Object.fromEntries([
    ...[...SENTENCE, ...MORE, 'maxSetSize'].map((name) => [name, label(name)]),
    ...CAPPED_PLACES.map((place) => [
      `maxDistanceKm.${place}`,
      t('label.maxDistanceKm', { place: land(`place.${place}`) }),
    ]),
    ...SOFT_KEYS.map((key) => [`weights.${key}`, t(`criterion.soft.${key}`)]),
  ])
  return (
    <Form method="get" action={href('/match')} reloadDocument role="search" answer={answer} labels={labels}>
      <div className="need-sentence">
        {t('sentence.make')} <SectorBlank label={label('sector')} sectors={sectors} />
        {t('sentence.on')} <Blank name="areaMinHa" label={label('areaMinHa')} />
        {t('sentence.to')} <Blank name="areaMaxHa" label={label('areaMaxHa')} unit={t('unit.ha')} />
        {t('sentence.readyBy')} <Blank name="readyBy" label={label('readyBy')} type="date" className="blank-day" />
        {t('sentence.power')} <Blank name="powerKva" label={label('powerKva')} unit="kVA" />
        {t('sentence.water')} <Blank name="waterM3PerDay" label={label('waterM3PerDay')} unit={t('unit.m3PerDay')} />
        {t('sentence.price')} <Blank name="maxPriceUsdPerM2" label={label('maxPriceUsdPerM2')} unit="USD/m²" />
        {t('sentence.end')}
      </div>
      <div className="need-actions">
        <CheckboxField name="allowSets" label={t('label.allowSets')} />
        <CheckboxField name="foreign" label={t('label.foreign')} />
        <Button>{t('search')}</Button>
      </div>
      <Details summary={t('more')} open={asksMore(answer)}>
        <div className="need-more">
          <div className="form-row">
            <TextField
              name="wastewaterM3PerDay"
              label={labels.wastewaterM3PerDay}
              width="short"
              inputMode="decimal"
              unit={t('unit.m3PerDay')}
            />
            <TextField
              name="minTenureYears"
              label={labels.minTenureYears}
              width="short"
              inputMode="numeric"
              unit={t('unit.years')}
            />
            <SelectField
              name="environmentGroup"
              label={labels.environmentGroup}
              blank={land('filter.any')}
              choices={ENVIRONMENT_GROUPS.map((group) => ({ value: group, label: group }))}
            />
            <TextField name="vsic" label={labels.vsic} width="short" inputMode="numeric" maxLength={5} />
            <SelectField
              name="vsicVersion"
              label={labels.vsicVersion}
              blank={null}
              value={VSIC_VERSIONS[0]}
              choices={VSIC_VERSIONS.map((version) => ({ value: version, label: t(`vsic.${version}`) }))}
            />
            {CAPPED_PLACES.map((place) => (
              <TextField
                key={place}
                name={`maxDistanceKm.${place}`}
                label={labels[`maxDistanceKm.${place}`]}
                width="short"
                inputMode="decimal"
                unit="km"
              />
            ))}
            <SelectField
              name="maxSetSize"
              label={labels.maxSetSize}
              blank={null}
              value={USUAL_SET_SIZE}
              choices={['2', '3', '4', '5', '6'].map((size) => ({ value: size, label: size }))}
            />
          </div>
          <div className="form-row">
            <CheckboxesField
              name="zoneKinds"
              label={labels.zoneKinds}
              choices={ZONE_KINDS.map((kind) => ({ value: kind, label: land(`zoneKind.${kind}`) }))}
            />
            <SelectField
              name="zones"
              label={labels.zones}
              multiple
              size={5}
              choices={zones.map((zone) => ({ value: zone.code, label: zone.name }))}
            />
          </div>
          <fieldset className="field">
            <legend>{t('weightsLegend')}</legend>
            <div className="form-row">
              {SOFT_KEYS.map((key) => (
                <SelectField
                  key={key}
                  name={`weights.${key}`}
                  label={labels[`weights.${key}`]}
                  blank={null}
                  value={USUAL_WEIGHT}
                  choices={WEIGHTS.map((weight) => ({ value: weight, label: t(`weight.${weight}`) }))}
                />
              ))}
            </div>
          </fieldset>
        </div>
      </Details>
    </Form>
  )
}
