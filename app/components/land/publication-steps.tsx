import { Button } from '~/components/kit/button'
import { Card } from '~/components/kit/card'
import { DayField } from '~/components/kit/day-field'
import { TextAreaField, TextField } from '~/components/kit/field'
import { Form } from '~/components/kit/form'
import { useFormat } from '~/components/kit/format'
import { NoticeBanner } from '~/components/kit/notice-banner'
import type { PublicationStep } from '~/domain/land/publication'
import type { FormAnswer } from '~/forms/answer'
import { useTranslation } from '~/locales/use-translation'

interface PublicationStepsProps {
  plot: {
    code: string
    version: number
    zone: { published: boolean }
    steps: { step: PublicationStep; whyNot: 'asker' | null }[]
    review: { askedBy: string | null; returned: string | null; publishAt: string | null; publishBy: string | null }
  }
  today: string
  answer: FormAnswer | undefined
}

/** What can be done about a plot's publication, each step a form of its own that says what follows. */
export function PublicationSteps({ plot, today, answer }: PublicationStepsProps) {
  const { t } = useTranslation(['inventory', 'land'])
  const { instant } = useFormat()
  const { review } = plot
  const labels = {
    reason: t('publication.reason'),
    day: t('publication.day'),
    time: t('publication.time'),
  }
  const asked = answer?.values.step
  const form = (step: string) => ({ labels, answer: asked === step || asked === undefined ? answer : undefined })
  const hidden = (step: string) => (
    <>
      <input type="hidden" name="version" value={plot.version} />
      <input type="hidden" name="step" value={step} />
    </>
  )
  const mayPublish = plot.steps.some(({ step, whyNot }) => step === 'publish' && whyNot === null)
  return (
    <div className="grid max-w-3xl gap-4">
      {review.returned ? (
        <NoticeBanner tone="amber">{t('publication.returned', { reason: review.returned })}</NoticeBanner>
      ) : null}
      {review.askedBy ? <p>{t('publication.askedBy', { name: review.askedBy })}</p> : null}
      {plot.zone.published ? null : <NoticeBanner tone="amber">{t('publication.zoneHidden')}</NoticeBanner>}
      {plot.steps.length === 0 ? <p>{t('publication.nothing')}</p> : null}
      {review.publishAt && mayPublish ? (
        <Card title={t('publication.due', { at: instant(review.publishAt) })} kind="asks">
          <p className="mb-3">{t('publication.dueText', { name: review.publishBy ?? '' })}</p>
          <Form {...form('cancel')}>
            {hidden('cancel')}
            <Button kind="outline">{t('publication.cancel')}</Button>
          </Form>
        </Card>
      ) : null}
      {plot.steps.map(({ step, whyNot }) => (
        <Card key={step} title={t(`publication.${step}.title`)}>
          <p className="mb-3">{t(`publication.${step}.text`)}</p>
          <Form {...form(step)}>
            {hidden(step)}
            {step === 'return' ? (
              <div className="mb-3">
                <TextAreaField name="reason" label={labels.reason} rows={3} maxLength={1000} />
              </div>
            ) : null}
            <Button
              kind={step === 'withdraw' ? 'danger' : step === 'publish' || step === 'ask_review' ? 'main' : 'outline'}
              whyNot={whyNot ? t('publication.asker') : null}
            >
              {t(`publication.${step}.button`)}
            </Button>
          </Form>
        </Card>
      ))}
      {mayPublish ? (
        <Card title={t('publication.schedule.title')}>
          <p className="mb-3">{t('publication.schedule.text')}</p>
          <Form {...form('schedule')}>
            {hidden('schedule')}
            <div className="mb-3 grid gap-4 sm:grid-cols-2">
              <DayField name="day" label={labels.day} min={today} />
              <TextField
                name="time"
                label={labels.time}
                hint={t('publication.timeHint')}
                width="short"
                maxLength={5}
                value="08:00"
              />
            </div>
            <Button kind="outline">{t('publication.schedule.button')}</Button>
          </Form>
        </Card>
      ) : null}
    </div>
  )
}
