import { Link } from '@remix-run/react'
import { useFileSize } from '~/components/kit/file-size'
import { useFormat } from '~/components/kit/format'
import { StatusTag } from '~/components/kit/status-tag'
import { Table } from '~/components/kit/table'
import { useHref } from '~/components/kit/use-lang'
import type { InterestDocumentKind } from '~/domain/interest/draft'
import { useTranslation } from '~/locales/use-translation'
import { ValidityTag } from './validity-tag'

interface DocumentRow {
  id: string
  kind: InterestDocumentKind | 'mandate'
  fileName: string
  sizeBytes: number
  addedDay: string
  validUntil: string | null
  expired: boolean
  retired: boolean
  followed: boolean
  uses: { interestId: string; caseNumber: string | null }[]
}

interface DocumentTableProps {
  organizationId: string
  rows: readonly DocumentRow[]
  mayKeep: boolean
}

/** What an organisation keeps: each document with its validity and where it is used. */
export function DocumentTable({ organizationId, rows, mayKeep }: DocumentTableProps) {
  const { t } = useTranslation('organization')
  const { t: interest } = useTranslation('interest')
  const { day } = useFormat()
  const size = useFileSize()
  const href = useHref()
  return (
    <Table
      plain
      caption={t('tab.documents')}
      captionHidden
      rows={rows}
      rowKey={(row) => row.id}
      columns={[
        {
          key: 'file',
          label: t('documents.file'),
          cell: (row) => (
            <span>
              <a href={href(`/files/${row.id}`)} className="break-words">
                {row.fileName}
              </a>
              <span className="block text-sm font-normal text-ink-soft">
                {size(row.sizeBytes)} · {day(row.addedDay)}
              </span>
            </span>
          ),
        },
        {
          key: 'kind',
          label: t('documents.kind'),
          cell: (row) => (row.kind === 'mandate' ? t('mandate.paper') : interest(`documentKind.${row.kind}`)),
        },
        {
          key: 'validity',
          label: t('documents.validity'),
          cell: (row) =>
            row.retired || row.followed ? (
              <StatusTag tone="neutral">{t(row.retired ? 'documents.retired' : 'documents.followed')}</StatusTag>
            ) : (
              <ValidityTag {...row} />
            ),
        },
        {
          key: 'uses',
          label: t('documents.uses'),
          cell: (row) =>
            row.uses.length === 0 ? (
              '–'
            ) : (
              <span className="flex flex-wrap gap-x-3">
                {row.uses.map(({ interestId, caseNumber }) => (
                  <Link
                    key={interestId}
                    to={href(caseNumber ? `/my/cases/${caseNumber}` : `/my/interests/${interestId}`)}
                  >
                    {caseNumber ?? t('documents.draft')}
                  </Link>
                ))}
              </span>
            ),
        },
        {
          key: 'act',
          label: t('member.act'),
          cell: (row) =>
            !mayKeep || row.retired || row.followed || row.kind === 'mandate' ? (
              '–'
            ) : (
              <Link
                to={href(`/my/organization/${organizationId}/documents/${row.id}/retire`)}
                aria-label={t('documents.retireOf', { file: row.fileName })}
              >
                {t('documents.retire')}
              </Link>
            ),
        },
      ]}
    />
  )
}
