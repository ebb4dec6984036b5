import { useFileSize } from '~/components/kit/file-size'
import { useFormat } from '~/components/kit/format'
import { useHref } from '~/components/kit/use-lang'
import { useTranslation } from '~/locales/use-translation'

/** What a version was accepted as: part of a dossier that was received, or the answer to an item asked for. */
export type AcceptedShown = { as: 'dossier'; on: string } | { as: 'answer'; on: string; what: string }

export interface VersionShown {
  id: string
  fileName: string
  sizeBytes: number
  at: string
  accepted: AcceptedShown | null
}

/** Whether and as what a document was accepted. */
export function AcceptedMark({ accepted }: { accepted: AcceptedShown | null }) {
  const { t } = useTranslation('casework')
  const { day } = useFormat()
  if (!accepted) return null
  const said =
    accepted.as === 'dossier'
      ? t('versions.dossier', { day: day(accepted.on) })
      : t('versions.answer', { day: day(accepted.on), what: accepted.what })
  return <span className="block text-xs text-pine">✓ {said}</span>
}

/** The versions of a document beside each other, the latest first, each with its day and what it was accepted as. */
export function DocumentVersions({ versions }: { versions: readonly VersionShown[] }) {
  const { t } = useTranslation('upload')
  const { t: casework } = useTranslation('casework')
  const { instant } = useFormat()
  const size = useFileSize()
  const href = useHref()
  return (
    <ol className="my-1 grid gap-2 [grid-template-columns:repeat(auto-fill,minmax(10rem,1fr))]">
      {versions.map((version, index) => (
        <li key={version.id} className="rounded-md border border-line p-2">
          <span className={index === 0 ? 'font-semibold' : 'text-ink-soft'}>
            {t('version', { number: versions.length - index })}
            {index === 0 ? ` · ${casework('versions.current')}` : null}
          </span>
          <a href={href(`/files/${version.id}`)} className="block break-words">
            {version.fileName}
          </a>
          <span className="block text-xs text-ink-soft">
            {instant(version.at)} · {size(version.sizeBytes)}
          </span>
          <AcceptedMark accepted={version.accepted} />
        </li>
      ))}
    </ol>
  )
}
