import { Button } from '~/components/kit/button'
import { CheckedForm } from '~/components/kit/checked-form'
import { DayField } from '~/components/kit/day-field'
import { EmailField, RadioField, TextAreaField, TextField } from '~/components/kit/field'
import type { FormAnswer } from '~/forms/answer'
import { ENQUIRY_KINDS, enquiryForm } from '~/forms/interest'
import { useTranslation } from '~/locales/use-translation'

interface EnquiryFormProps {
  kind: (typeof ENQUIRY_KINDS)[number]
  person: { name: string; email: string; phone: string | null } | null
  answer: FormAnswer | undefined
}

/** A question or a wish for a site visit. */
export function EnquiryForm({ kind, person, answer }: EnquiryFormProps) {
  const { t } = useTranslation('interest')
  const labels = {
    kind: t('enquiry.kind'),
    name: t('enquiry.name'),
    email: t('enquiry.email'),
    phone: t('enquiry.phone'),
    message: t('enquiry.message'),
    preferredDay: t('enquiry.preferredDay'),
  }
  return (
    <CheckedForm className="form" schema={enquiryForm} answer={answer} labels={labels}>
      <RadioField
        name="kind"
        label={labels.kind}
        value={kind}
        inline
        choices={ENQUIRY_KINDS.map((value) => ({ value, label: t(`enquiry.kinds.${value}`) }))}
      />
      <DayField name="preferredDay" label={labels.preferredDay} hint={t('enquiry.preferredDayHint')} required={false} />
      <TextAreaField name="message" label={labels.message} maxLength={2000} required />
      <TextField name="name" label={labels.name} autoComplete="name" maxLength={120} value={person?.name} required />
      <EmailField name="email" label={labels.email} maxLength={254} value={person?.email} required />
      <TextField
        name="phone"
        label={labels.phone}
        type="tel"
        inputMode="tel"
        autoComplete="tel"
        width="medium"
        maxLength={30}
        value={person?.phone ?? undefined}
        required={false}
      />
      <div hidden>
        <TextField name="website" label={t('enquiry.website')} autoComplete="off" />
      </div>
      <div className="grid gap-2">
        <p className="hint">{t('enquiry.privacy')}</p>
        <div>
          <Button>{t('enquiry.send')}</Button>
        </div>
      </div>
    </CheckedForm>
  )
}
