import type { Answered, TriageAnswer, TriageKey } from '~/domain/case/checklist'
import type { ConditionTyped } from '~/domain/case/condition'
import type { DecisionReason } from '~/domain/case/letter'
import { useTranslation } from '~/locales/use-translation'
import { TriageLines } from './checks-card'
import { ConditionsShown } from './conditions-shown'

interface RecommendationShownProps {
  recommendation: {
    outcome: 'approve' | 'refuse'
    reason: DecisionReason | null
    text: string
    conditions: ConditionTyped[]
    /** The head's own words, beside the officer's: the decision follows these. */
    edition: { text: string; conditions: ConditionTyped[] } | null
    triage: readonly Answered<TriageAnswer, TriageKey>[]
  } | null
}

/** What the officer proposed, before the head reviews it or the director decides. */
export function RecommendationShown({ recommendation }: RecommendationShownProps) {
  const { t } = useTranslation(['case', 'documents'])
  const { t: casework } = useTranslation('casework')
  if (!recommendation) return null
  const { outcome, reason, text, conditions, edition, triage } = recommendation
  return (
    <div className="mb-4 rounded-md bg-sunk p-4">
      <p className="font-semibold">{t(`office.case.outcome.${outcome}`)}</p>
      {reason ? <p>{t(`documents:reason.${reason}`)}</p> : null}
      <p className="whitespace-pre-line">{text}</p>
      <ConditionsShown conditions={conditions} />
      {edition ? (
        <div className="mt-3 border-anise border-l-2 pl-3">
          <p className="font-semibold">{casework('condition.edition')}</p>
          <p className="whitespace-pre-line">{edition.text}</p>
          <ConditionsShown conditions={edition.conditions} />
        </div>
      ) : null}
      {triage.length > 0 ? (
        <div className="mt-3">
          <p className="text-sm text-ink-soft">{casework('check.quoted')}</p>
          <TriageLines lines={triage} />
        </div>
      ) : null}
    </div>
  )
}
