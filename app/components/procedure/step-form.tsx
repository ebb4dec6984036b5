import { Button } from '~/components/kit/button'
import { FileField, RadioField, TextAreaField } from '~/components/kit/field'
import { Form } from '~/components/kit/form'
import type { StepMove } from '~/domain/procedure/step-state'
import type { FormAnswer } from '~/forms/answer'
import { useTranslation } from '~/locales/use-translation'

interface StepFormProps {
  moves: readonly StepMove[]
  rowVersion: number
  answer: FormAnswer | undefined
}

/** Records what happened to a step: one of the moves its state allows, a note, for a result its document. */
export function StepForm({ moves, rowVersion, answer }: StepFormProps) {
  const { t } = useTranslation('procedure')
  const labels = { move: t('step.what'), note: t('step.note'), file: t('step.file') }
  return (
    <Form encType="multipart/form-data" reloadDocument answer={answer} labels={labels} className="form">
      <input type="hidden" name="rowVersion" value={rowVersion} />
      <RadioField
        name="move"
        label={labels.move}
        value={moves.length === 1 ? moves[0] : undefined}
        choices={moves.map((move) => ({ value: move, label: t(`move.${move}`), hint: t(`moveHelp.${move}`) }))}
      />
      <TextAreaField
        name="note"
        label={labels.note}
        hint={t('step.noteHint')}
        required={false}
        rows={3}
        maxLength={2000}
      />
      {moves.includes('record_result') ? (
        <FileField
          name="file"
          label={labels.file}
          hint={t('step.fileHint')}
          required={false}
          accept=".pdf,.png,.jpg,.jpeg,.docx,.xlsx"
        />
      ) : null}
      <p className="actions">
        <Button>{t('step.record')}</Button>
      </p>
    </Form>
  )
}
