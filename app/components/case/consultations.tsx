import { Link } from '@remix-run/react'
import { Card } from '~/components/kit/card'
import { useFormat } from '~/components/kit/format'
import { StatusTag, type Tone } from '~/components/kit/status-tag'
import { useHref } from '~/components/kit/use-lang'
import type { ConsultationStanding, Opinion } from '~/domain/case/consultation'
import { useTranslation } from '~/locales/use-translation'

export interface ConsultationShown {
  id: string
  agency: string
  contact: string
  question: string
  silenceBasis: string | null
  askedDay: string
  dueDay: string
  standing: ConsultationStanding
  opinion: Opinion | null
  answer: string | null
  answeredBy: string | null
  answeredAt: string | null
}

const TONES: Record<ConsultationStanding, Tone> = {
  waiting: 'sky',
  answered: 'pine',
  consented_by_silence: 'amber',
  no_answer: 'brick',
}

/** What was asked of the agencies and what each said, word for word. */
export function Consultations(props: { number: string; rows: readonly ConsultationShown[]; mayExtend: boolean }) {
  const { t } = useTranslation('consultation')
  const { day, dayLong, instant } = useFormat()
  const href = useHref()
  if (props.rows.length === 0) return null
  return (
    <Card title={t('title')}>
      <ul className="grid gap-4">
        {props.rows.map((row) => (
          <li key={row.id}>
            <p className="flex flex-wrap items-center gap-2">
              <strong>{row.agency}</strong>
              <StatusTag tone={TONES[row.standing]}>
                {row.opinion ? t(`opinion.${row.opinion}`) : t(`standing.${row.standing}`)}
              </StatusTag>
            </p>
            <p className="text-sm text-ink-soft">
              {t('asked', { contact: row.contact, on: day(row.askedDay), due: dayLong(row.dueDay) })}
              {row.silenceBasis ? ` · ${t('silenceBy', { basis: row.silenceBasis })}` : null}
            </p>
            <p className="whitespace-pre-line text-sm">{row.question}</p>
            {row.answer ? (
              <blockquote className="my-1 border-l-4 border-line pl-3 whitespace-pre-line">{row.answer}</blockquote>
            ) : null}
            {row.answeredAt ? (
              <p className="text-sm text-ink-soft">
                {t('answeredBy', { by: row.answeredBy ?? '', at: instant(row.answeredAt) })}
              </p>
            ) : null}
            {props.mayExtend && row.answeredAt === null ? (
              <p className="text-sm no-print">
                <Link to={href(`/office/cases/${props.number}/consultations/${row.id}`)}>{t('extend.action')}</Link>
              </p>
            ) : null}
          </li>
        ))}
      </ul>
    </Card>
  )
}
