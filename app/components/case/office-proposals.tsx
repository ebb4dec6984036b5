import { Card } from '~/components/kit/card'
import { useFormat } from '~/components/kit/format'
import { StatusTag } from '~/components/kit/status-tag'
import type { DecisionReason } from '~/domain/case/letter'
import { useTranslation } from '~/locales/use-translation'
import { RecommendationShown } from './recommendation-shown'

export interface OfficeProposalsData {
  supplements: {
    id: string
    items: { what: string; why: string | null }[]
    reason: string
    askedOn: string
    dueDay: string
    answer: string | null
    answeredAt: string | null
  }[]
  recommendations: {
    id: string
    outcome: 'approve' | 'refuse'
    reason: DecisionReason | null
    text: string
    conditions: string | null
    by: string | null
    at: string
    review: 'accepted' | 'challenged' | null
    reviewText: string | null
    reviewedBy: string | null
  }[]
  decisions: {
    id: string
    outcome: 'approved' | 'refused'
    reason: DecisionReason | null
    text: string | null
    conditions: string | null
    by: string | null
    at: string
  }[]
}

/** What was decided, proposed and asked, newest first. */
export function OfficeProposals({ page }: { page: OfficeProposalsData }) {
  const { t } = useTranslation(['case', 'documents'])
  const { day, instant } = useFormat()
  const signed = (by: string | null, at: string) =>
    t('office.case.byAt', { by: by ?? t('office.case.erased'), at: instant(at) })
  return (
    <>
      {page.decisions.map((one) => (
        <Card key={one.id} title={t('office.case.decision')} aside={<small>{signed(one.by, one.at)}</small>}>
          <StatusTag tone={one.outcome === 'approved' ? 'pine' : 'brick'}>
            {t(`office.case.outcome.${one.outcome}`)}
          </StatusTag>
          {one.reason ? <p>{t(`documents:reason.${one.reason}`)}</p> : null}
          {one.text ? <p className="whitespace-pre-line">{one.text}</p> : null}
          {one.conditions ? <p className="whitespace-pre-line text-ink-soft">{one.conditions}</p> : null}
        </Card>
      ))}
      {page.recommendations.map((one) => (
        <Card key={one.id} title={t('office.case.recommendation')} aside={<small>{signed(one.by, one.at)}</small>}>
          <RecommendationShown recommendation={one} />
          <p className="text-sm text-ink-soft">
            {t(`office.case.review.${one.review ?? 'waiting'}`)}
            {one.reviewedBy ? ` · ${one.reviewedBy}` : null}
          </p>
          {one.reviewText ? <p className="whitespace-pre-line">{one.reviewText}</p> : null}
        </Card>
      ))}
      {page.supplements.map((one) => (
        <Card
          key={one.id}
          title={t('office.case.supplement')}
          aside={<small>{t('office.case.supplementAsked', { on: day(one.askedOn), due: day(one.dueDay) })}</small>}
        >
          <p className="text-sm text-ink-soft">{one.reason}</p>
          <ol className="my-2 list-decimal pl-5">
            {one.items.map((item) => (
              <li key={item.what}>
                {item.what}
                {item.why ? <span className="block text-sm text-ink-soft">{item.why}</span> : null}
              </li>
            ))}
          </ol>
          {one.answeredAt ? (
            <>
              <p className="text-sm text-ink-soft">
                {t('office.case.supplementAnswer', { at: instant(one.answeredAt) })}
              </p>
              <p className="whitespace-pre-line">{one.answer}</p>
            </>
          ) : (
            <StatusTag tone="sky">{t('office.case.supplementOpen')}</StatusTag>
          )}
        </Card>
      ))}
    </>
  )
}
