import { Button } from '~/components/kit/button'
import { DayField } from '~/components/kit/day-field'
import { CheckboxesField, FileField, RadioField, SelectField, TextField } from '~/components/kit/field'
import { Form } from '~/components/kit/form'
import { useFormat } from '~/components/kit/format'
import { SIGNED_OUTCOMES, SIGNING_FORMS } from '~/domain/party/delegation'
import type { Text } from '~/domain/text'
import type { FormAnswer } from '~/forms/answer'
import { useTranslation } from '~/locales/use-translation'

interface DelegationFormProps {
  delegates: readonly { id: string; fullName: string }[]
  zones: readonly { code: string; name: Text }[]
  today: string
  answer: FormAnswer | undefined
}

/** The director lets somebody sign: who, in which form, what, where, how long, and the signed paper. */
export function DelegationForm({ delegates, zones, today, answer }: DelegationFormProps) {
  const { t } = useTranslation('signing')
  const { lang } = useFormat()
  const labels = {
    delegateId: t('delegate'),
    form: t('form'),
    outcomes: t('outcomes'),
    zoneCode: t('zone'),
    fromDay: t('fromDay'),
    untilDay: t('untilDay'),
    paperNumber: t('paperNumber'),
    paperDay: t('paperDay'),
    paper: t('file'),
  }
  const [only, ...others] = delegates
  return (
    <Form answer={answer} labels={labels} encType="multipart/form-data">
      <div className="grid gap-4">
        <SelectField
          name="delegateId"
          label={labels.delegateId}
          choices={delegates.map(({ id, fullName }) => ({ value: id, label: fullName }))}
          value={others.length === 0 ? only?.id : undefined}
          required
        />
        <RadioField
          name="form"
          label={labels.form}
          choices={SIGNING_FORMS.map((form) => ({ value: form, label: t(`forms.${form}`) }))}
        />
        <CheckboxesField
          name="outcomes"
          label={labels.outcomes}
          choices={SIGNED_OUTCOMES.map((outcome) => ({ value: outcome, label: t(`outcome.${outcome}`) }))}
          inline
        />
        <SelectField
          name="zoneCode"
          label={labels.zoneCode}
          blank={t('allZones')}
          choices={zones.map(({ code, name }) => ({ value: code, label: `${code} · ${name[lang]}` }))}
        />
        <div className="grid gap-4 sm:grid-cols-2">
          <DayField name="fromDay" label={labels.fromDay} value={today} required />
          <DayField name="untilDay" label={labels.untilDay} hint={t('untilHint')} required />
        </div>
        <div className="grid gap-4 sm:grid-cols-2">
          <TextField name="paperNumber" label={labels.paperNumber} hint={t('paperHint')} maxLength={60} required />
          <DayField name="paperDay" label={labels.paperDay} max={today} required />
        </div>
        <FileField
          name="paper"
          label={labels.paper}
          hint={t('fileHint')}
          accept=".pdf,.png,.jpg,.jpeg,.docx"
          required
        />
      </div>
      <div className="actions mt-4">
        <Button>{t('save')}</Button>
      </div>
    </Form>
  )
}
