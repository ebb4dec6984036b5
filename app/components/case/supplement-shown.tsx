import { useHref } from '~/components/kit/use-lang'
import type { SupplementItem } from '~/domain/case/supplement'
import { useTranslation } from '~/locales/use-translation'

export interface ItemShown extends SupplementItem {
  /** What was handed in for it, and what that replaced. */
  files?: readonly { id: string; fileName: string; replaces: string | null }[]
}

/** The items of a request, each with its kind, why it is needed, why it is asked for again, and the files that answer it. */
export function SupplementItems({ items }: { items: readonly ItemShown[] }) {
  const { t } = useTranslation('casework')
  const href = useHref()
  return (
    <ol className="my-2 list-decimal pl-5">
      {items.map(({ type, what, why, again, files = [] }) => (
        <li key={what}>
          <span className="text-ink-soft">{t(`supplement.type.${type}`)}:</span> {what}
          {why ? <span className="block text-sm text-ink-soft">{why}</span> : null}
          {again ? (
            <span className="block text-sm text-anise">{t('supplement.askedAgain', { why: again })}</span>
          ) : null}
          {files.map(({ id, fileName, replaces }) => (
            <span key={id} className="mt-1 block text-sm">
              → <a href={href(`/files/${id}`)}>{fileName}</a>
              {replaces ? <span className="text-ink-soft"> · {t('versions.replaces', { file: replaces })}</span> : null}
            </span>
          ))}
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
