import { Link } from '@remix-run/react'
import { SelectField, TextAreaField } from '~/components/kit/field'
import { NoticeBanner } from '~/components/kit/notice-banner'
import { useHref } from '~/components/kit/use-lang'
import { WAIVER_REASONS, type WaiverReason } from '~/domain/case/condition'
import { useTranslation } from '~/locales/use-translation'
import { type ConditionData, ConditionLine } from './conditions-card'
import { useReasonLabels } from './reason-fields'

interface OpenConditionsProps {
  number: string
  conditions: readonly ConditionData[]
}

/** Before a case is closed: the conditions nobody showed to be met, and why it is closed all the same. */
export function OpenConditions({ number, conditions }: OpenConditionsProps) {
  const { t } = useTranslation('casework')
  const href = useHref()
  const labels = useReasonLabels()
  if (conditions.length === 0) return null
  return (
    <>
      <NoticeBanner tone="amber">{t('close.open', { count: conditions.length })}</NoticeBanner>
      <ol className="grid list-decimal gap-3 pl-5">
        {conditions.map((condition) => (
          <li key={condition.id}>
            <ConditionLine condition={condition} />
            {condition.open ? (
              <Link to={href(`/office/cases/${number}/conditions/${condition.id}`)}>{t('condition.act.office')}</Link>
            ) : null}
          </li>
        ))}
      </ol>
      <SelectField
        name="reason"
        label={labels.reason}
        choices={WAIVER_REASONS.map((reason) => ({ value: reason, label: t(`close.reason.${reason}`) }))}
        required
      />
      <TextAreaField name="text" label={labels.text} hint={t('close.textHint')} rows={3} maxLength={2000} required />
    </>
  )
}

/** Of a closed case: why conditions were left open. */
export function ClosedAllTheSame({ closing }: { closing: { reason: WaiverReason; text: string } | null }) {
  const { t } = useTranslation('casework')
  if (!closing) return null
  return (
    <NoticeBanner tone="amber">
      <p className="font-semibold">{t('close.closed', { reason: t(`close.reason.${closing.reason}`) })}</p>
      <p className="whitespace-pre-line">{closing.text}</p>
    </NoticeBanner>
  )
}
