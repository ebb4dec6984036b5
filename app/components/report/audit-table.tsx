import { useActWord } from '~/components/case/history-words'
import { useFormat } from '~/components/kit/format'
import { Table } from '~/components/kit/table'
import { GRANTED_ROLES } from '~/domain/party/permission'
import { useTranslation } from '~/locales/use-translation'

interface AuditRow {
  id: string
  at: Date | string
  act: string
  actorName: string
  /** The organisation an agent acted for. */
  behalf: string | null
  actorRole: string
  subject: { kind: string; id: string }
  caseNumber: string | null
  detail: string | null
}

/** What an act is called; acts on cases have their words where the case's own history is told. */
function useAnyActWord(): (act: string) => string {
  const { t, i18n } = useTranslation('admin')
  const ofCase = useActWord()
  return (act) => {
    const key = `audit.acts.${act.replace('.', '_')}`
    return i18n.exists(key, { ns: 'admin' }) ? (t as (key: string) => string)(key) : ofCase(act)
  }
}

/** Entries of the record as they were written, in words with the names they are kept under. */
export function AuditTable({ rows }: { rows: readonly AuditRow[] }) {
  const { t, i18n } = useTranslation('admin')
  const actWord = useAnyActWord()
  const { t: notice } = useTranslation('notice')
  const { instant } = useFormat()
  const roleOf = (name: string) => {
    const role = GRANTED_ROLES.find((one) => one === name)
    if (role) return notice(`role.${role}`)
    if (name === 'system') return t('audit.system')
    if (name === 'agent') return t('audit.agent')
    return name === 'visitor' ? t('audit.visitor') : name === 'investor' ? t('audit.investor') : name
  }
  const whoOf = ({ actorName, behalf }: AuditRow) => {
    if (!actorName) return t('audit.visitor')
    return behalf ? t('audit.agentOf', { name: actorName, organization: behalf }) : actorName
  }
  const kindOf = (kind: string) => {
    const key = `audit.kinds.${kind}`
    return i18n.exists(key, { ns: 'admin' }) ? (t as (key: string) => string)(key) : kind
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
        { key: 'who', label: t('audit.who'), cell: (row) => whoOf(row) },
        { key: 'role', label: t('audit.role'), cell: (row) => roleOf(row.actorRole) },
        {
          key: 'act',
          label: t('audit.act'),
          cell: (row) => (
            <>
              {actWord(row.act)} <code className="text-xs text-ink-soft">{row.act}</code>
            </>
          ),
        },
        { key: 'case', label: t('audit.case'), cell: (row) => row.caseNumber ?? '–' },
        {
          key: 'subject',
          label: t('audit.subject'),
          cell: ({ subject }) => (
            <>
              {kindOf(subject.kind)} <code className="break-all text-xs text-ink-soft">{subject.id}</code>
            </>
          ),
        },
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
