import { Button } from '~/components/kit/button'
import { DayField } from '~/components/kit/day-field'
import { CheckboxField, FileField, SelectField, TextField } from '~/components/kit/field'
import { Form } from '~/components/kit/form'
import { GuardField } from '~/components/kit/guard-field'
import { highestRung, RUNGS, type Rung, rungAt, rungNumber, type ZoneStatus } from '~/domain/land/readiness'
import type { FormAnswer } from '~/forms/answer'
import { useTranslation } from '~/locales/use-translation'

interface RungFormProps {
  plot: {
    version: number
    rung: Rung
    zoneStatus: string
    readyByEarliest: string
    readyByLatest: string
    confirmedUntil: string
    today: string
  }
  answer: FormAnswer | undefined
}

/** Records a rung with its day, source and evidence. */
export function RungForm({ plot, answer }: RungFormProps) {
  const { t } = useTranslation(['facts', 'land'])
  const max = rungNumber(highestRung(plot.zoneStatus as ZoneStatus))
  const next = rungAt(Math.min(max, rungNumber(plot.rung) + 1))
  const labels = {
    rung: t('rung.rung'),
    reachedOn: t('rung.reachedOn'),
    source: t('keeper.source'),
    confirmedUntil: t('keeper.confirmedUntil'),
    readyByEarliest: t('rung.readyByEarliest'),
    readyByLatest: t('rung.readyByLatest'),
    evidence: t('rung.evidence'),
  }
  const { confirmedUntil, readyByEarliest, readyByLatest } = plot
  return (
    <Form
      encType="multipart/form-data"
      answer={answer}
      labels={labels}
      defaults={{ rung: next, confirmedUntil, readyByEarliest, readyByLatest }}
    >
      <GuardField value={plot.version} answer={answer} />
      <div className="grid gap-4 sm:grid-cols-3">
        <SelectField
          name="rung"
          label={labels.rung}
          hint={t('land:office.field.readinessMax', { max, word: t(`land:readiness.${rungAt(max)}`) })}
          blank={null}
          choices={RUNGS.map((rung) => ({
            value: rung,
            label: `${rungNumber(rung)} ${t(`land:readiness.${rung}`)}`,
            disabled: rungNumber(rung) > max,
          }))}
        />
        <DayField name="reachedOn" label={labels.reachedOn} max={plot.today} />
        <DayField
          name="confirmedUntil"
          label={labels.confirmedUntil}
          hint={t('keeper.confirmedUntilHint')}
          required={false}
        />
        <TextField name="source" label={labels.source} hint={t('keeper.sourceHint')} maxLength={300} />
        <FileField
          name="evidence"
          label={labels.evidence}
          hint={t('rung.evidenceHint')}
          required={false}
          accept=".pdf,.png,.jpg,.jpeg,.docx,.xlsx"
        />
        <CheckboxField name="evidenceIsPublic" label={t('rung.public')} hint={t('rung.publicHint')} />
      </div>
      <fieldset className="mt-4">
        <legend>{t('rung.readyBy')}</legend>
        <div className="grid gap-4 sm:grid-cols-3">
          <DayField name="readyByEarliest" label={labels.readyByEarliest} required={false} />
          <DayField name="readyByLatest" label={labels.readyByLatest} required={false} />
        </div>
      </fieldset>
      <div className="actions mt-4">
        <Button>{t('rung.save')}</Button>
      </div>
    </Form>
  )
}
