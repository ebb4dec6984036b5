import { useFileSize } from '~/components/kit/file-size'
import { useFormat } from '~/components/kit/format'
import { useHref } from '~/components/kit/use-lang'
import { useTranslation } from '~/locales/use-translation'

interface EarlierVersionsProps {
  versions: readonly { id: string; fileName: string; sizeBytes: number; at: string }[]
}

/** What stood before the latest version of a document: each stays readable. */
export function EarlierVersions({ versions }: EarlierVersionsProps) {
  const { t } = useTranslation('upload')
  const { instant } = useFormat()
  const size = useFileSize()
  const href = useHref()
  if (versions.length === 0) return null
  return (
    <details className="text-sm font-normal">
      <summary>{t('earlier', { count: versions.length })}</summary>
      <ul className="grid gap-1 pt-1">
        {versions.map((version, index) => (
          <li key={version.id}>
            {t('version', { number: versions.length - index })}:{' '}
            <a href={href(`/files/${version.id}`)} className="break-words">
              {version.fileName}
            </a>{' '}
            <span className="text-ink-soft">
              {instant(version.at)} · {size(version.sizeBytes)}
            </span>
          </li>
        ))}
      </ul>
    </details>
  )
}
