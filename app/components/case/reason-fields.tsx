import { SelectField, TextAreaField } from '~/components/kit/field'
import { LETTER_REASONS } from '~/domain/case/letter'
import { useTranslation } from '~/locales/use-translation'

/** Fields and their names for the summary of mistakes. */
export function useReasonLabels() {
  const { t } = useTranslation('case')
  return { reason: t('office.form.reason'), text: t('office.form.text') }
}

/** A coded reason of a kind; the words that go with it stand in `ReasonText`. */
export function ReasonField({ of, value }: { of: keyof typeof LETTER_REASONS; value?: string | null }) {
  const { t } = useTranslation('documents')
  const { reason } = useReasonLabels()
  const choices = LETTER_REASONS[of].map((value) => ({ value, label: t(`reason.${value}`) }))
  return <SelectField name="reason" label={reason} value={value ?? undefined} choices={choices} />
}

/** What is written besides the code, printed as typed where a letter goes out. */
export function ReasonText({ printed = true, value }: { printed?: boolean; value?: string }) {
  const { t } = useTranslation('case')
  const { text } = useReasonLabels()
  return (
    <TextAreaField
      name="text"
      label={text}
      hint={printed ? t('office.form.textHint') : undefined}
      value={value}
      maxLength={4000}
    />
  )
}
