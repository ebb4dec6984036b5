import type { DecisionReason } from '~/domain/case/letter'
import { useTranslation } from '~/locales/use-translation'

interface RecommendationShownProps {
  recommendation: {
    outcome: 'approve' | 'refuse'
    reason: DecisionReason | null
    text: string
    conditions: string | null
  } | null
}

/** What the officer proposed, before the head reviews it or the director decides. */
export function RecommendationShown({ recommendation }: RecommendationShownProps) {
  const { t } = useTranslation(['case', 'documents'])
  if (!recommendation) return null
  const { outcome, reason, text, conditions } = recommendation
  return (
    <div className="mb-4 rounded-md bg-sunk p-4">
      <p className="font-semibold">{t(`office.case.outcome.${outcome}`)}</p>
      {reason ? <p>{t(`documents:reason.${reason}`)}</p> : null}
      <p className="whitespace-pre-line">{text}</p>
      {conditions ? (
        <p className="mt-2 whitespace-pre-line">
          <strong>{t('office.case.conditions')}:</strong> {conditions}
        </p>
      ) : null}
    </div>
  )
}
