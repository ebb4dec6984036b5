import { CheckboxField, RadioField, TextField } from '~/components/kit/field'
import { ALERT_RHYTHMS } from '~/domain/match/alert'
import { useTranslation } from '~/locales/use-translation'

/** The name of a saved need, how often it is told of, and whether its owner is named. */
export function AlertFields() {
  const { t } = useTranslation('need')
  return (
    <div className="grid gap-4">
      <TextField name="name" label={t('name')} hint={t('nameHint')} maxLength={120} />
      <RadioField
        name="alert"
        label={t('alert')}
        choices={ALERT_RHYTHMS.map((value) => ({ value, label: t(`rhythm.${value}`) }))}
      />
      <CheckboxField name="shareName" label={t('share')} hint={t('shareHint')} />
    </div>
  )
}
