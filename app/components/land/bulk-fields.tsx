import { DayField } from '~/components/kit/day-field'
import { RadioField, SelectField, TextAreaField, TextField } from '~/components/kit/field'
import { BULK_KINDS, BULK_STEPS } from '~/domain/land/bulk-change'
import { COMMERCIAL_STATES } from '~/domain/land/readiness'
import { useTranslation } from '~/locales/use-translation'

/** Names of the fields, for the summary of what is wrong. */
export function useBulkLabels(): Record<string, string> {
  const { t } = useTranslation('inventory')
  const names = [
    'kind',
    'price',
    'until',
    'source',
    'commercial',
    'earliest',
    'latest',
    'year',
    'note',
    'step',
  ] as const
  return Object.fromEntries(names.map((name) => [name, t(`bulk.field.${name}`)]))
}

/** What is set for many plots: one kind, and the fields of that kind. */
export function BulkFields() {
  const { t } = useTranslation(['inventory', 'land'])
  const labels = useBulkLabels()
  const label = (name: string) => labels[name] ?? name
  return (
    <div className="grid gap-4">
      <RadioField
        name="kind"
        label={label('kind')}
        choices={BULK_KINDS.map((value) => ({ value, label: t(`bulk.kind.${value}`) }))}
      />
      <div className="grid gap-4 sm:grid-cols-3">
        <TextField
          name="price"
          label={label('price')}
          unit="USD/m²"
          width="short"
          inputMode="decimal"
          required={false}
        />
        <DayField name="until" label={label('until')} required={false} />
        <TextField name="source" label={label('source')} maxLength={300} required={false} />
      </div>
      <div className="grid gap-4 sm:grid-cols-3">
        <SelectField
          name="commercial"
          label={label('commercial')}
          required={false}
          choices={COMMERCIAL_STATES.filter((state) => state !== 'held').map((value) => ({
            value,
            label: t(`land:commercial.${value}`),
          }))}
        />
        <DayField name="earliest" label={label('earliest')} required={false} />
        <DayField name="latest" label={label('latest')} required={false} />
      </div>
      <div className="grid gap-4 sm:grid-cols-3">
        <TextField name="year" label={label('year')} width="short" inputMode="numeric" required={false} />
        <SelectField
          name="step"
          label={label('step')}
          required={false}
          choices={BULK_STEPS.map((value) => ({ value, label: t(`publication.${value}.title`) }))}
        />
      </div>
      <TextAreaField name="note" label={label('note')} rows={2} maxLength={2000} required={false} />
    </div>
  )
}
