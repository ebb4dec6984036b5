import { Link, useLocation } from '@remix-run/react'
import { useFormat } from '~/components/kit/format'
import { StatusTag } from '~/components/kit/status-tag'
import { Table } from '~/components/kit/table'
import type { FactAge, FactSubject } from '~/domain/land/fact'
import { useTranslation } from '~/locales/use-translation'
import { ConfirmFactForm } from './confirm-fact-form'
import { FactLeaves } from './fact-leaves'
import { FactValue, useFactWord } from './fact-value'
import { useChangedHref } from './use-changed-href'
import { useKeeperHref } from './use-keeper-href'

export interface FactToConfirm {
  id: string
  subject: FactSubject
  code: string
  zoneName: string
  published: boolean
  held: boolean
  key: string
  value: unknown
  confirmedUntil: string | null
  age: FactAge
  stale: boolean
  leavesOn: string | null
  daysLeft: number | null
  asked: boolean
  stillTrueUntil: string
}

/** Figures that ran out or soon will: still true by one press, or what is true now. */
export function FactsToConfirmTable({ rows, mayWrite }: { rows: readonly FactToConfirm[]; mayWrite: boolean }) {
  const { t } = useTranslation(['facts', 'land'])
  const word = useFactWord()
  const { day } = useFormat()
  const href = useKeeperHref()
  const changedHref = useChangedHref()
  const { pathname, search } = useLocation()
  return (
    <Table
      caption={t('keeper.title')}
      captionHidden
      rows={rows}
      rowKey={(row) => row.id}
      columns={[
        {
          key: 'subject',
          label: t('keeper.subject'),
          cell: (row) => (
            <>
              <Link to={href(`/${row.subject}s/${row.code}/facts`)} className="whitespace-nowrap">
                {row.code}
              </Link>
              <span className="block text-xs font-normal text-ink-soft">{row.zoneName}</span>
            </>
          ),
        },
        { key: 'figure', label: t('keeper.figure'), cell: (row) => word(row.key) },
        { key: 'value', label: t('history.value'), cell: (row) => <FactValue factKey={row.key} value={row.value} /> },
        {
          key: 'until',
          label: t('keeper.until'),
          cell: (row) => {
            const until = row.confirmedUntil ? day(row.confirmedUntil) : null
            return (
              <>
                {row.stale && until ? (
                  <StatusTag tone="amber">{t('land:stale.until', { day: until })}</StatusTag>
                ) : (
                  until
                )}
                {row.asked ? <span className="block text-xs text-ink-soft">{t('keeper.asked')}</span> : null}
              </>
            )
          },
        },
        {
          key: 'leaves',
          label: t('keeper.leaves'),
          cell: (row) => <FactLeaves subject={row.subject} fact={row} published={row.published} held={row.held} />,
        },
        {
          key: 'act',
          label: t('keeper.act'),
          cell: (row) =>
            mayWrite ? (
              <span className="flex flex-wrap items-center gap-2">
                <ConfirmFactForm factId={row.id} until={row.stillTrueUntil} next={pathname + search} />
                <Link to={changedHref(row.subject, row.code, row.key)}>{t('keeper.changed')}</Link>
              </span>
            ) : null,
        },
      ]}
    />
  )
}
