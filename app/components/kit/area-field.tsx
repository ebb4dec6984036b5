import { useTranslation } from '~/locales/use-translation'
import { type FieldProps, TextField } from './field'

/** An area typed in hectares; the field's name ends in `Ha`, and the form's schema turns it into whole m². */
export function AreaField(props: Omit<FieldProps, 'unit' | 'name'> & { name: `${string}Ha` }) {
  const { t } = useTranslation('common')
  return <TextField width="short" inputMode="decimal" maxLength={12} {...props} unit={t('form.hectare')} />
}
