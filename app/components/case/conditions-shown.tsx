import { useFormat } from '~/components/kit/format'
import { useTranslation } from '~/locales/use-translation'

interface ConditionsShownProps {
  conditions: readonly { text: string; dueDay: string | null; proof: string | null }[]
}

/** Conditions as they were proposed or decided. */
export function ConditionsShown({ conditions }: ConditionsShownProps) {
  const { t } = useTranslation('casework')
  const { day } = useFormat()
  if (conditions.length === 0) return null
  return (
    <div className="mt-2">
      <p className="font-semibold">{t('condition.title')}</p>
      <ol className="list-decimal pl-5">
        {conditions.map(({ text, dueDay, proof }) => (
          <li key={text}>
            {text}
            <span className="block text-sm text-ink-soft">
              {[
                dueDay ? t('condition.dueBy', { day: day(dueDay) }) : '',
                proof ? t('condition.shownBy', { proof }) : '',
              ]
                .filter(Boolean)
                .join(' · ')}
            </span>
          </li>
        ))}
      </ol>
    </div>
  )
}
