import { useFormat } from '~/components/kit/format'
import { Table } from '~/components/kit/table'
import { GRANTED_ROLES } from '~/domain/party/permission'
import { useTranslation } from '~/locales/use-translation'

interface AuditRow {
  id: string
  at: Date | string
  act: string
  actorName: string
  actorRole: string
  subject: string
  caseNumber: string | null
  detail: string | null
}

/** Entries of the record as they were written. */
export function AuditTable({ rows }: { rows: readonly AuditRow[] }) {
  const { t } = useTranslation('admin')
  const { t: notice } = useTranslation('notice')
  const { instant } = useFormat()
  const roleOf = (name: string) => {
    const role = GRANTED_ROLES.find((one) => one === name)
    return role ? notice(`role.${role}`) : name === 'visitor' ? t('audit.visitor') : name
  }
  return (
    <Table
      caption={t('audit.entries')}
      captionHidden
      rows={rows}
      rowKey={(row) => row.id}
      columns={[
        {
          key: 'at',
          label: t('audit.at'),
          cell: (row) => <span className="whitespace-nowrap">{instant(row.at)}</span>,
        },
        { key: 'who', label: t('audit.who'), cell: (row) => row.actorName || t('audit.visitor') },
        { key: 'role', label: t('audit.role'), cell: (row) => roleOf(row.actorRole) },
        { key: 'act', label: t('audit.act'), cell: (row) => <code>{row.act}</code> },
        { key: 'case', label: t('audit.case'), cell: (row) => row.caseNumber ?? '–' },
        { key: 'subject', label: t('audit.subject'), cell: (row) => <code className="break-all">{row.subject}</code> },
        {
          key: 'detail',
          label: t('audit.detail'),
          cell: (row) =>
            row.detail === null ? (
              t('audit.erased')
            ) : row.detail === '{}' ? (
              '–'
            ) : (
              <details>
                <summary>{t('audit.show')}</summary>
                <pre className="whitespace-pre-wrap break-all text-xs">{row.detail}</pre>
              </details>
            ),
        },
      ]}
    />
  )
}
