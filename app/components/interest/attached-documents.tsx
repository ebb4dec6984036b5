import { Link } from '@remix-run/react'
import { Card } from '~/components/kit/card'
import { useFileSize } from '~/components/kit/file-size'
import { useFormat } from '~/components/kit/format'
import { Table } from '~/components/kit/table'
import { useHref } from '~/components/kit/use-lang'
import type { InterestDocumentKind } from '~/domain/interest/draft'
import { useTranslation } from '~/locales/use-translation'
import { EarlierVersions } from './earlier-versions'

interface OneVersion {
  id: string
  kind: InterestDocumentKind
  fileName: string
  sizeBytes: number
  at: string
  /** The organisation keeps it: not one's to follow by a newer version here. */
  kept: boolean
}
export type AttachedDocument = OneVersion & { earlier: readonly OneVersion[] }

/** The documents of a draft: the latest version of each, the earlier ones under it. */
export function AttachedDocuments({
  id,
  documents,
  mayWrite,
  appealOf,
}: {
  id: string
  documents: readonly AttachedDocument[]
  mayWrite: boolean
  appealOf: string | null
}) {
  const { t } = useTranslation('interest')
  const { t: ofAppeal } = useTranslation('appeal')
  const href = useHref()
  const size = useFileSize()
  const { instant } = useFormat()
  if (documents.length === 0) {
    return (
      <Card title={t('documents.attached')}>
        <p className="text-ink-soft">{appealOf ? ofAppeal('noDocuments') : t('documents.none')}</p>
      </Card>
    )
  }
  const columns = [
    {
      key: 'file',
      label: t('documents.files'),
      heads: true,
      cell: (row: AttachedDocument) => (
        <>
          <a href={href(`/files/${row.id}`)} className="break-words">
            {row.fileName}
          </a>
          <EarlierVersions versions={row.earlier} />
        </>
      ),
    },
    {
      key: 'kind',
      label: t('documents.kind'),
      cell: (row: AttachedDocument) => t(`documentKind.${row.kind}`),
    },
    {
      key: 'size',
      label: t('documents.size'),
      end: true,
      cell: (row: AttachedDocument) => size(row.sizeBytes),
    },
    { key: 'at', label: t('documents.at'), end: true, cell: (row: AttachedDocument) => instant(row.at) },
    {
      key: 'remove',
      label: t('documents.remove'),
      end: true,
      cell: (row: AttachedDocument) => (
        <Link
          to={href(`/my/interests/${id}/documents/${row.id}/remove`)}
          aria-label={t('documents.removeOf', { file: row.fileName })}
        >
          {t('documents.remove')}
        </Link>
      ),
    },
  ]
  return (
    <Card title={t('documents.attached')}>
      <Table
        plain
        captionHidden
        caption={t('documents.attached')}
        columns={mayWrite ? columns : columns.slice(0, -1)}
        rows={documents}
        rowKey={(row) => row.id}
      />
    </Card>
  )
}
