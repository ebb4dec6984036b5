import { DayField } from '~/components/kit/day-field'
import { Details } from '~/components/kit/details'
import { TextField } from '~/components/kit/field'
import { CONDITION_ROWS } from '~/forms/case'
import { useTranslation } from '~/locales/use-translation'

interface ConditionFieldsProps {
  title: string
  /** What stands there before anything was typed. */
  values?: readonly { text: string; dueDay: string | null; proof: string | null }[]
}

/** Conditions of an approval, each with the day it is due and what shows it. */
export function ConditionFields({ title, values = [] }: ConditionFieldsProps) {
  const { t } = useTranslation('casework')
  return (
    <Details summary={title} open={values.length > 0}>
      <p className="hint mb-2">{t('condition.hint')}</p>
      <div className="grid gap-3">
        {CONDITION_ROWS.map((n) => {
          const value = values[n - 1]
          return (
            <div key={n} className="grid gap-x-4 gap-y-1 border-line border-b pb-3 sm:grid-cols-2">
              <TextField
                name={`condition${n}`}
                label={t('condition.text', { n })}
                value={value?.text}
                required={false}
                className="sm:col-span-2"
                maxLength={1000}
              />
              <DayField
                name={`conditionDue${n}`}
                label={t('condition.due')}
                value={value?.dueDay ?? undefined}
                required={false}
              />
              <TextField
                name={`conditionProof${n}`}
                label={t('condition.proof')}
                value={value?.proof ?? undefined}
                required={false}
                maxLength={300}
              />
            </div>
          )
        })}
      </div>
    </Details>
  )
}
