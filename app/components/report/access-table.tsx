import { useFormat } from '~/components/kit/format'
import { Table } from '~/components/kit/table'
import type { GrantedRole } from '~/domain/party/permission'
import type { PersonalRead } from '~/domain/report/personal-read'
import { useTranslation } from '~/locales/use-translation'

interface AccessRow {
  id: string
  at: string
  who: { fullName: string; email: string }
  role: GrantedRole | null
  kind: PersonalRead['kind']
  about: string | null
  caseNumber: string | null
  address: string
}

/** Who read whose data, when, at which address. */
export function AccessTable({ rows }: { rows: readonly AccessRow[] }) {
  const { t } = useTranslation('access')
  const { t: notice } = useTranslation('notice')
  const { instant } = useFormat()
  return (
    <Table
      caption={t('page.title')}
      captionHidden
      rows={rows}
      rowKey={(row) => row.id}
      columns={[
        { key: 'at', label: t('at'), cell: (row) => <span className="whitespace-nowrap">{instant(row.at)}</span> },
        {
          key: 'who',
          label: t('who'),
          cell: (row) => (
            <span>
              {row.who.fullName} <span className="block break-all text-xs text-ink-soft">{row.who.email}</span>
            </span>
          ),
        },
        { key: 'role', label: t('role'), cell: (row) => (row.role ? notice(`role.${row.role}`) : '–') },
        {
          key: 'what',
          label: t('what'),
          cell: (row) => (
            <span>
              {t(`kind.${row.kind}`)}{' '}
              {row.kind === 'person' || row.kind === 'enquiry' ? <span className="break-all">{row.about}</span> : null}
            </span>
          ),
        },
        { key: 'case', label: t('case'), cell: (row) => row.caseNumber ?? '–' },
        {
          key: 'address',
          label: t('address'),
          cell: (row) => <code className="break-all text-xs text-ink-soft">{row.address}</code>,
        },
      ]}
    />
  )
}
