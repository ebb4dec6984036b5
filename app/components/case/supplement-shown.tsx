import type { SupplementItem } from '~/domain/case/supplement'
import { useTranslation } from '~/locales/use-translation'

/** The items of a request, each with its kind, why it is needed, and why it is asked for again. */
export function SupplementItems({ items }: { items: readonly SupplementItem[] }) {
  const { t } = useTranslation('casework')
  return (
    <ol className="my-2 list-decimal pl-5">
      {items.map(({ type, what, why, again }) => (
        <li key={what}>
          <span className="text-ink-soft">{t(`supplement.type.${type}`)}:</span> {what}
          {why ? <span className="block text-sm text-ink-soft">{why}</span> : null}
          {again ? (
            <span className="block text-sm text-anise">{t('supplement.askedAgain', { why: again })}</span>
          ) : null}
        </li>
      ))}
    </ol>
  )
}

interface SupplementShownProps {
  asked: { items: readonly SupplementItem[]; reason: string; secondReason: string | null; by: string | null }
}

/** A request as it would leave the house, before the head countersigns. */
export function SupplementShown({ asked }: SupplementShownProps) {
  const { t } = useTranslation('casework')
  return (
    <div className="rounded-md bg-sunk p-4">
      {asked.by ? <p className="font-semibold">{t('countersign.by', { name: asked.by })}</p> : null}
      <SupplementItems items={asked.items} />
      <p className="whitespace-pre-line text-sm">{asked.reason}</p>
      {asked.secondReason ? (
        <p className="mt-2 whitespace-pre-line">
          <strong>{t('supplement.secondReason')}:</strong> {asked.secondReason}
        </p>
      ) : null}
    </div>
  )
}
