import { useFormat } from '~/components/kit/format'
import { useTranslation } from '~/locales/use-translation'

interface SupplementHistoryProps {
  supplements: readonly {
    items: readonly string[]
    requestedDay: string
    answer: string | null
    answeredAt: string | null
  }[]
}

/** What was asked for before, and what was answered. */
export function SupplementHistory({ supplements }: SupplementHistoryProps) {
  const { t } = useTranslation('case')
  const { day, instant } = useFormat()
  if (supplements.length === 0) return null
  return (
    <section>
      <h2>{t('my.history')}</h2>
      <ul className="grid gap-4">
        {supplements.map((supplement) => (
          <li key={supplement.answeredAt}>
            <p className="font-semibold">{t('my.historyAsked', { day: day(supplement.requestedDay) })}</p>
            <ul className="list-disc pl-6">
              {supplement.items.map((item) => (
                <li key={item}>{item}</li>
              ))}
            </ul>
            <p className="mt-1 text-sm text-ink-soft">
              {t('my.historyAnswered', { when: instant(supplement.answeredAt ?? '') })}
            </p>
            <p className="whitespace-pre-line">{supplement.answer}</p>
          </li>
        ))}
      </ul>
    </section>
  )
}
