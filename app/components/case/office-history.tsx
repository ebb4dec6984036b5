import { Card } from '~/components/kit/card'
import { useFormat } from '~/components/kit/format'
import { WAIVER_REASONS, type WaiverReason } from '~/domain/case/condition'
import { LETTER_REASONS } from '~/domain/case/letter'
import { SIGNING_FORMS, type SigningForm } from '~/domain/party/delegation'
import { useTranslation } from '~/locales/use-translation'
import { useActWord, useWho } from './history-words'

export interface HistoryData {
  id: string
  at: string
  act: string
  role: string
  by: string | null
  behalf: string | null
  detail: Record<string, string>
}

type Reason = (typeof LETTER_REASONS)['decision' | 'dossier' | 'return'][number]
const REASONS: readonly string[] = [...LETTER_REASONS.decision, ...LETTER_REASONS.dossier, ...LETTER_REASONS.return]
const isReason = (value: string): value is Reason => REASONS.includes(value)

const isWaiver = (value: string): value is WaiverReason => WAIVER_REASONS.includes(value as WaiverReason)
const isForm = (value: string | undefined): value is SigningForm => SIGNING_FORMS.includes(value as SigningForm)

/** The record of a case: every change, who made it and what was said, newest first. */
export function OfficeHistory({ history }: { history: HistoryData[] }) {
  const { t } = useTranslation(['case', 'documents', 'absence', 'signing', 'casework'])
  const { day, instant } = useFormat()
  const actWord = useActWord()
  const who = useWho()
  const said = ({ detail }: HistoryData) => {
    const reason = detail.reasonCode ?? detail.reason ?? ''
    return [
      detail.procedure,
      detail.officer,
      detail.deputizedFor ? t('absence:onBehalfOf', { name: detail.deputizedFor }) : '',
      detail.signingPaper && isForm(detail.signingForm)
        ? t('signing:signed', {
            title: t(`signing:as.${detail.signingForm}`),
            number: detail.signingPaper,
            day: detail.signingPaperDay ? day(detail.signingPaperDay) : '',
          })
        : '',
      isReason(reason)
        ? t(`documents:reason.${reason}`)
        : isWaiver(reason)
          ? t(`casework:close.reason.${reason}`)
          : reason,
      detail.dueDay ? `${t('office.case.due')}: ${day(detail.dueDay)}` : '',
      detail.answerByDay ? t('office.case.answerBy', { day: day(detail.answerByDay) }) : '',
      detail.text ?? detail.answer ?? detail.note,
      detail.letter ? t('office.case.letterCode', { code: detail.letter }) : '',
    ].filter(Boolean)
  }
  return (
    <Card title={t('office.case.history')} id="history">
      <ol className="grid gap-2 text-sm">
        {history.map((entry) => (
          <li key={entry.id} className="border-b border-line pb-2 last:border-0">
            <span className="flex flex-wrap justify-between gap-x-3">
              <strong>{actWord(entry.act)}</strong>
              <time dateTime={entry.at} className="text-ink-soft">
                {instant(entry.at)}
              </time>
            </span>
            <span className="text-ink-soft">
              {entry.by && entry.behalf
                ? t('office.case.agentOf', { name: entry.by, organization: entry.behalf })
                : (entry.by ?? t('office.case.erased'))}{' '}
              · {who(entry.role)}
            </span>
            {said(entry).map((line) => (
              <span key={line} className="line-clamp-3 block">
                {line}
              </span>
            ))}
          </li>
        ))}
      </ol>
    </Card>
  )
}
