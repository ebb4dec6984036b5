import { Facts } from '~/components/kit/facts'
import { useFormat } from '~/components/kit/format'
import { StatusTag, type Tone } from '~/components/kit/status-tag'
import type { DeclineReason, RequestState } from '~/domain/land/developer-answer'
import { useTranslation } from '~/locales/use-translation'

export interface StandingShown {
  state: RequestState
  askedDay: string
  dueDay: string | null
  overdue: boolean
  escalatedOn: string | null
  answeredOn: string | null
  offer: { untilDay: string; over: boolean; price: string; conditions: string | null } | null
  decline: { reason: DeclineReason; text: string | null } | null
  caseEnded: boolean
}

const TONES: Record<RequestState, Tone> = { asked: 'sky', info_needed: 'amber', offered: 'pine', declined: 'brick' }

/** Where a request to a developer stands; silence and an offer that ran out say so. */
export function RequestTag({ of }: { of: StandingShown }) {
  const { t } = useTranslation('desk')
  if (of.caseEnded && of.state !== 'offered' && of.state !== 'declined') {
    return <StatusTag tone="neutral">{t('state.caseEnded')}</StatusTag>
  }
  if (of.overdue && of.state === 'asked') return <StatusTag tone="brick">{t('state.silent')}</StatusTag>
  if (of.state === 'offered' && of.offer?.over) return <StatusTag tone="amber">{t('state.offerOver')}</StatusTag>
  return <StatusTag tone={TONES[of.state]}>{t(`state.${of.state}`)}</StatusTag>
}

/** What was asked and answered, and what is due. */
export function RequestFacts({ of }: { of: StandingShown }) {
  const { t } = useTranslation('desk')
  const { day, dayLong } = useFormat()
  return (
    <Facts
      items={[
        { label: t('fact.asked'), value: day(of.askedDay) },
        { label: t('fact.due'), value: of.dueDay && dayLong(of.dueDay) },
        { label: t('fact.escalated'), value: of.escalatedOn && day(of.escalatedOn) },
        { label: t('fact.answered'), value: of.answeredOn && day(of.answeredOn) },
        { label: t('fact.offerUntil'), value: of.offer && dayLong(of.offer.untilDay) },
        { label: t('fact.price'), value: of.offer?.price },
        {
          label: t('fact.conditions'),
          value: of.offer?.conditions && <span className="whitespace-pre-line">{of.offer.conditions}</span>,
        },
        {
          label: t('fact.declined'),
          value: of.decline && (
            <span className="whitespace-pre-line">
              {t(`decline.${of.decline.reason}`)}
              {of.decline.text ? `. ${of.decline.text}` : null}
            </span>
          ),
        },
      ]}
    />
  )
}

interface QuestionShown {
  id: string
  question: string
  askedOn: string
  answer: string | null
  answeredOn: string | null
}

/** What the developer asked the investor, and what it was told. */
export function RequestQuestions({ questions }: { questions: readonly QuestionShown[] }) {
  const { t } = useTranslation('desk')
  const { day } = useFormat()
  if (questions.length === 0) return null
  return (
    <ul className="mt-3 grid gap-3">
      {questions.map((one) => (
        <li key={one.id}>
          <p className="text-sm text-ink-soft">{t('question.asked', { day: day(one.askedOn) })}</p>
          <p className="whitespace-pre-line">{one.question}</p>
          {one.answer ? (
            <blockquote className="my-1 border-l-4 border-line pl-3 whitespace-pre-line">{one.answer}</blockquote>
          ) : null}
          {one.answeredOn ? (
            <p className="text-sm text-ink-soft">{t('question.answered', { day: day(one.answeredOn) })}</p>
          ) : null}
        </li>
      ))}
    </ul>
  )
}
