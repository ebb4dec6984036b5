import { Card } from '~/components/kit/card'
import { useFormat } from '~/components/kit/format'
import { StatusTag } from '~/components/kit/status-tag'
import type { Answered, TriageAnswer, TriageKey } from '~/domain/case/checklist'
import type { ConditionTyped } from '~/domain/case/condition'
import type { DecisionReason } from '~/domain/case/letter'
import { useTranslation } from '~/locales/use-translation'
import { RecommendationShown } from './recommendation-shown'
import { SignedBy, type SigningData } from './signing-shown'
import { type ItemShown, SupplementItems } from './supplement-shown'

export interface OfficeProposalsData {
  supplements: {
    id: string
    items: ItemShown[]
    state: 'proposed' | 'held_back' | 'open' | 'answered'
    secondReason: string | null
    countersignText: string | null
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
    conditions: ConditionTyped[]
    edition: { text: string; conditions: ConditionTyped[] } | null
    triage: readonly Answered<TriageAnswer, TriageKey>[]
    by: string | null
    at: string
    review: 'accepted' | 'edited' | 'challenged' | null
    reviewText: string | null
    reviewedBy: string | null
  }[]
  decisions: {
    id: string
    outcome: 'approved' | 'refused'
    reason: DecisionReason | null
    text: string | null
    by: string | null
    at: string
    signing: SigningData | null
  }[]
}

/** What was decided, proposed and asked, newest first. */
export function OfficeProposals({ page }: { page: OfficeProposalsData }) {
  const { t } = useTranslation(['case', 'documents'])
  const { t: casework } = useTranslation('casework')
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
          <SignedBy signing={one.signing} />
          {one.reason ? <p>{t(`documents:reason.${one.reason}`)}</p> : null}
          {one.text ? <p className="whitespace-pre-line">{one.text}</p> : null}
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
          <SupplementItems items={one.items} />
          {one.secondReason ? (
            <p className="text-sm">
              <strong>{casework('supplement.secondReason')}:</strong> {one.secondReason}
            </p>
          ) : null}
          {one.countersignText ? (
            <p className="whitespace-pre-line text-sm text-ink-soft">{one.countersignText}</p>
          ) : null}
          {one.answeredAt ? (
            <>
              <p className="text-sm text-ink-soft">
                {t('office.case.supplementAnswer', { at: instant(one.answeredAt) })}
              </p>
              <p className="whitespace-pre-line">{one.answer}</p>
            </>
          ) : (
            <StatusTag tone={one.state === 'held_back' ? 'brick' : one.state === 'proposed' ? 'amber' : 'sky'}>
              {one.state === 'open' || one.state === 'answered'
                ? t('office.case.supplementOpen')
                : casework(`supplement.state.${one.state}`)}
            </StatusTag>
          )}
        </Card>
      ))}
    </>
  )
}
