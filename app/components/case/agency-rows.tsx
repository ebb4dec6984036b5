import { EmailField, SelectField, TextField } from '~/components/kit/field'
import { AGENCY_ROWS } from '~/forms/consultation'
import { useTranslation } from '~/locales/use-translation'

/** The agencies a question goes to, each with the one person who gets its link. */
export function AgencyRows() {
  const { t } = useTranslation('consultation')
  const languages = [
    { value: 'vi', label: 'Tiếng Việt' },
    { value: 'en', label: 'English' },
    { value: 'zh', label: '中文' },
  ]
  return AGENCY_ROWS.map((n) => (
    <fieldset key={n} className="m-0 grid min-w-0 gap-x-4 gap-y-2 border-0 p-0 sm:grid-cols-2">
      <legend className="sr-only">{t('form.row', { n })}</legend>
      <TextField
        name={`agency${n}`}
        label={t('form.agency', { n })}
        hint={n === 2 ? t('form.more') : undefined}
        maxLength={200}
      />
      <TextField name={`contact${n}`} label={t('form.contact')} maxLength={120} />
      <EmailField name={`email${n}`} label={t('form.email')} autoComplete="off" maxLength={200} />
      <SelectField name={`lang${n}`} label={t('form.lang')} blank={null} choices={languages} />
    </fieldset>
  ))
}
