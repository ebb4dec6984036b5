import { useFormat } from '~/components/kit/format'
import { StatusTag, type Tone } from '~/components/kit/status-tag'
import { useLang } from '~/components/kit/use-lang'
import type { StepView } from '~/domain/procedure/step-view'
import { textIn } from '~/domain/text'
import { useTranslation } from '~/locales/use-translation'

const TONES: Record<StepView['state'], Tone> = {
  pending: 'neutral',
  received: 'anise',
  supplement: 'sky',
  result: 'pine',
  not_required: 'neutral',
}

/** Where a step stands, in a word; late says so first. */
export function StepTag({ step }: { step: StepView }) {
  const { t } = useTranslation('procedure')
  if (step.due?.overdue && !step.paused) return <StatusTag tone="brick">{t('step.overdue')}</StatusTag>
  if (step.stage === 'next' && step.waitsFor.length === 0) {
    return <StatusTag tone="anise">{t('step.ready')}</StatusTag>
  }
  return <StatusTag tone={TONES[step.state]}>{t(`state.${step.state}`)}</StatusTag>
}

/** The days of a step: planned, received and due, or done. */
export function StepWhen({ step }: { step: StepView }) {
  const { t } = useTranslation('procedure')
  const { day, dayLong } = useFormat()
  if (step.resultDay) return <>{t('step.resultOn', { day: day(step.resultDay) })}</>
  if (step.stage === 'done') return null
  if (step.stage === 'now') {
    const due = step.due
    return (
      <>
        {step.receivedDay ? `${t('step.received', { day: day(step.receivedDay) })} · ` : null}
        {due
          ? due.projected
            ? t('step.projected', { day: dayLong(due.day) })
            : t('step.until', { day: dayLong(due.day) })
          : t('step.dueUnknown')}
      </>
    )
  }
  if (step.plannedStart && step.plannedEnd) {
    return <>{t('step.planned', { from: day(step.plannedStart), to: day(step.plannedEnd) })}</>
  }
  if (step.plannedStart) return <>{t('step.plannedFrom', { from: day(step.plannedStart) })}</>
  return <>{t('step.plannedOpen')}</>
}

/** Who has a running step. */
export function StepHolder({ step }: { step: StepView }) {
  const { t } = useTranslation('procedure')
  const lang = useLang()
  if (step.holder === null) return null
  return <>{t(`step.holder.${step.holder}`, { agency: textIn(step.agency, lang) })}</>
}
