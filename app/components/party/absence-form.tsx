import { Button } from '~/components/kit/button'
import { DayField } from '~/components/kit/day-field'
import { SelectField, TextField } from '~/components/kit/field'
import { Form } from '~/components/kit/form'
import type { FormAnswer } from '~/forms/answer'
import { useTranslation } from '~/locales/use-translation'

interface Person {
  id: string
  fullName: string
}
interface AbsenceFormProps {
  /** Whose absence may be recorded: one's own, or by the head any officer's. */
  absent: readonly Person[]
  people: readonly Person[]
  today: string
  answer: FormAnswer | undefined
}

const choicesOf = (people: readonly Person[]) => people.map(({ id, fullName }) => ({ value: id, label: fullName }))

/** Who is away, who acts meanwhile, and when. */
export function AbsenceForm({ absent, people, today, answer }: AbsenceFormProps) {
  const { t } = useTranslation('absence')
  const labels = {
    personId: t('person'),
    deputyId: t('deputy'),
    fromDay: t('from'),
    untilDay: t('until'),
    note: t('note'),
  }
  const [only, ...others] = absent
  return (
    <Form answer={answer} labels={labels}>
      <div className="grid gap-4">
        <SelectField
          name="personId"
          label={labels.personId}
          choices={choicesOf(absent)}
          value={others.length === 0 ? only?.id : undefined}
        />
        <SelectField name="deputyId" label={labels.deputyId} choices={choicesOf(people)} />
        <DayField name="fromDay" label={labels.fromDay} value={today} />
        <DayField name="untilDay" label={labels.untilDay} hint={t('untilHint')} />
        <TextField name="note" label={labels.note} required={false} maxLength={300} />
      </div>
      <div className="actions mt-4">
        <Button>{t('save')}</Button>
      </div>
    </Form>
  )
}
