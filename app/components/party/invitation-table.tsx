import { Link } from '@remix-run/react'
import { useFormat } from '~/components/kit/format'
import { StatusTag } from '~/components/kit/status-tag'
import { Table } from '~/components/kit/table'
import { useHref } from '~/components/kit/use-lang'
import type { MemberRole } from '~/domain/party/permission'
import { useTranslation } from '~/locales/use-translation'

export interface Invitation {
  id: string
  email: string
  role: MemberRole
  untilDay: string | null
  invitedBy: string
  expiresAt: string
  expired: boolean
}

/** Invitations nobody has taken yet. */
export function InvitationTable({ organizationId, rows }: { organizationId: string; rows: readonly Invitation[] }) {
  const { t } = useTranslation('organization')
  const { t: notice } = useTranslation('notice')
  const { day, instant } = useFormat()
  const href = useHref()
  return (
    <Table
      plain
      caption={t('invitation.title')}
      captionHidden
      rows={rows}
      rowKey={(row) => row.id}
      columns={[
        { key: 'email', label: t('invitation.email'), cell: (row) => <span className="break-all">{row.email}</span> },
        {
          key: 'role',
          label: t('member.role'),
          cell: (row) => (
            <>
              {notice(`member.${row.role}`)}
              {row.untilDay ? (
                <span className="block text-sm text-ink-soft">{t('mandate.until', { day: day(row.untilDay) })}</span>
              ) : null}
            </>
          ),
        },
        { key: 'by', label: t('invitation.by'), cell: (row) => row.invitedBy },
        {
          key: 'expires',
          label: t('invitation.expires'),
          cell: (row) =>
            row.expired ? (
              <StatusTag tone="amber">{t('invitation.expired', { at: instant(row.expiresAt) })}</StatusTag>
            ) : (
              instant(row.expiresAt)
            ),
        },
        {
          key: 'act',
          label: t('member.act'),
          cell: (row) => (
            <Link
              to={href(`/my/organization/${organizationId}/invitations/${row.id}/withdraw`)}
              aria-label={t('invitation.withdrawOf', { email: row.email })}
            >
              {t('invitation.withdraw')}
            </Link>
          ),
        },
      ]}
    />
  )
}
