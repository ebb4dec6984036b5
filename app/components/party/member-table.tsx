import { Link } from '@remix-run/react'
import { useFormat } from '~/components/kit/format'
import { StatusTag } from '~/components/kit/status-tag'
import { type Column, Table } from '~/components/kit/table'
import { useHref } from '~/components/kit/use-lang'
import type { MemberRole } from '~/domain/party/permission'
import { useTranslation } from '~/locales/use-translation'

export interface Member {
  id: string
  fullName: string
  email: string
  role: MemberRole
  fromDay: string
  untilDay: string | null
  state: 'coming' | 'in_force' | 'ended'
  closed: boolean
  mandate: { scope: string; documentId: string | null } | null
  own: boolean
}

interface MemberTableProps {
  caption: string
  organizationId: string
  rows: readonly Member[]
  /** Shows what can be done with each: for owners, and for one's own row. */
  manages: boolean
}

const TONES = { coming: 'sky', in_force: 'pine', ended: 'neutral' } as const

/** Who belongs to an organisation, in which role, from when until when. */
export function MemberTable({ caption, organizationId, rows, manages }: MemberTableProps) {
  const { t } = useTranslation('organization')
  const { t: notice } = useTranslation('notice')
  const { day } = useFormat()
  const href = useHref()
  const own = (row: Member) => href(`/my/organization/${organizationId}/members/${row.id}`)
  const acts = rows.some((row) => row.state !== 'ended' && (manages || row.own))
  const columns: Column<Member>[] = [
    {
      key: 'name',
      label: t('member.name'),
      cell: (row) => (
        <span>
          {row.fullName} {row.own ? <span className="text-ink-soft">({t('member.you')})</span> : null}
          <span className="block break-all text-sm font-normal text-ink-soft">{row.email}</span>
        </span>
      ),
    },
    {
      key: 'role',
      label: t('member.role'),
      cell: (row) => (
        <span>
          {notice(`member.${row.role}`)}
          {row.mandate ? (
            <span className="block text-sm text-ink-soft">
              {row.mandate.scope}
              {row.mandate.documentId ? (
                <>
                  {' · '}
                  <a href={href(`/files/${row.mandate.documentId}`)}>{t('mandate.paper')}</a>
                </>
              ) : null}
            </span>
          ) : null}
        </span>
      ),
    },
    { key: 'from', label: t('member.from'), cell: (row) => day(row.fromDay) },
    { key: 'until', label: t('member.until'), cell: (row) => (row.untilDay ? day(row.untilDay) : t('member.open')) },
    {
      key: 'state',
      label: t('member.state'),
      cell: (row) => (
        <StatusTag tone={row.closed ? 'neutral' : TONES[row.state]}>
          {row.closed ? t('member.closed') : t(`memberState.${row.state}`)}
        </StatusTag>
      ),
    },
    {
      key: 'act',
      label: t('member.act'),
      cell: (row) =>
        row.state === 'ended' || !(manages || row.own) ? (
          '–'
        ) : (
          <span className="flex flex-wrap gap-x-3">
            {manages && row.role !== 'agent' && row.state === 'in_force' ? (
              <Link to={`${own(row)}/role`} aria-label={t('member.changeOf', { name: row.fullName })}>
                {t('member.change')}
              </Link>
            ) : null}
            <Link
              to={`${own(row)}/end`}
              aria-label={row.own ? t('end.leave') : t('member.removeOf', { name: row.fullName })}
            >
              {row.own ? t('end.leave') : row.role === 'agent' ? t('member.endMandate') : t('member.remove')}
            </Link>
          </span>
        ),
    },
  ]
  return (
    <Table
      plain
      caption={caption}
      captionHidden
      rows={rows}
      rowKey={(row) => row.id}
      columns={acts ? columns : columns.slice(0, -1)}
    />
  )
}
