import { Link } from '@remix-run/react'
import { useFormat } from '~/components/kit/format'
import { StatusTag } from '~/components/kit/status-tag'
import { Table } from '~/components/kit/table'
import type { GrantedRole } from '~/domain/party/permission'
import { useTranslation } from '~/locales/use-translation'

interface Grant {
  id: string
  role: GrantedRole
  scope: string | null
  fromDay: string
  untilDay: string | null
  state: 'coming' | 'in_force' | 'ended'
}

const TONES = { coming: 'sky', in_force: 'pine', ended: 'neutral' } as const

/** Somebody's roles with their days; one that has not ended can be ended. */
export function GrantTable({ grants, own }: { grants: readonly Grant[]; own: string }) {
  const { t } = useTranslation('admin')
  const { t: notice } = useTranslation('notice')
  const { day } = useFormat()
  if (grants.length === 0) return <p className="text-ink-soft">{t('person.noRoles')}</p>
  return (
    <Table
      plain
      caption={t('person.roles')}
      captionHidden
      rows={grants}
      rowKey={(grant) => grant.id}
      columns={[
        { key: 'role', label: t('people.role'), cell: (grant) => notice(`role.${grant.role}`) },
        { key: 'scope', label: t('person.scope'), cell: (grant) => grant.scope ?? '–' },
        { key: 'from', label: t('person.from'), cell: (grant) => day(grant.fromDay) },
        {
          key: 'until',
          label: t('person.until'),
          cell: (grant) => (grant.untilDay ? day(grant.untilDay) : t('person.open')),
        },
        {
          key: 'state',
          label: t('person.state'),
          cell: (grant) => <StatusTag tone={TONES[grant.state]}>{t(`grantState.${grant.state}`)}</StatusTag>,
        },
        {
          key: 'act',
          label: t('person.act'),
          cell: (grant) =>
            grant.state === 'ended' ? '–' : <Link to={`${own}/roles/${grant.id}/end`}>{t('end.title')}</Link>,
        },
      ]}
    />
  )
}
