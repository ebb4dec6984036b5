import { Link } from '@remix-run/react'
import { DaysLeft } from '~/components/kit/days-left'
import { useFormat } from '~/components/kit/format'
import { StatusTag } from '~/components/kit/status-tag'
import { type Column, Table } from '~/components/kit/table'
import { useHref } from '~/components/kit/use-lang'
import type { CaseDue } from '~/domain/case/due'
import type { CaseState } from '~/domain/case/state'
import { type Text, textIn } from '~/domain/text'
import { useTranslation } from '~/locales/use-translation'

export interface InboxRowData {
  number: string
  state: CaseState
  organization: { name: string; country: string }
  officer: string | null
  role: string
  zone: Text
  plots: string[]
  areaM2: number
  project: string
  sector: Text | null
  due: CaseDue | null
  waitingUntil: string | null
  rivals: string[]
}

/** The cases of the inbox, one dense line each; without the officer where all are one's own. */
export function InboxTable({ rows, total, mine }: { rows: InboxRowData[]; total: number; mine?: boolean }) {
  const { t } = useTranslation('case')
  const href = useHref()
  const { lang, dayShort, hectares, number } = useFormat()
  const request = (row: InboxRowData) => {
    const land = row.plots.length > 0 ? row.plots.join('+') : textIn(row.zone, lang)
    const what = t(row.role === 'developer' ? 'office.inbox.request.developer' : 'office.inbox.request.tenant', {
      what: land,
    })
    const parts = [row.areaM2 > 0 ? `${what}, ${hectares(row.areaM2)}` : what]
    if (row.sector) parts.push(textIn(row.sector, lang))
    return parts.join(' · ')
  }
  const flags = (row: InboxRowData) =>
    row.waitingUntil || row.rivals.length > 0 || row.state === 'received' ? <Flags row={row} /> : null
  return (
    <Table
      caption={t('office.inbox.caption', { total: number(total) })}
      captionHidden
      rows={rows}
      rowKey={(row) => row.number}
      columns={(
        [
          {
            key: 'number',
            label: t('office.inbox.column.number'),
            cell: (row) => (
              <Link to={href(`/office/cases/${row.number}`)} className="whitespace-nowrap">
                {row.number}
              </Link>
            ),
          },
          {
            key: 'organization',
            label: t('office.inbox.column.organization'),
            cell: (row) => (
              <span>
                {row.organization.name}
                {row.organization.country === 'VN' ? null : (
                  <span className="ml-1 rounded bg-sunk px-1.5 text-xs text-ink-soft">{row.organization.country}</span>
                )}
              </span>
            ),
          },
          { key: 'request', label: t('office.inbox.column.request'), cell: request },
          {
            key: 'state',
            label: t('office.inbox.column.state'),
            cell: (row) => <span className="whitespace-nowrap">{t(`state.${row.state}`)}</span>,
          },
          {
            key: 'officer',
            label: t('office.inbox.column.officer'),
            cell: (row) =>
              row.officer ? (
                <span className="whitespace-nowrap">{row.officer}</span>
              ) : (
                <span className="text-ink-faint">{t('office.case.noOfficer')}</span>
              ),
          },
          {
            key: 'due',
            label: t('office.inbox.column.due'),
            end: true,
            cell: (row) => (row.due ? dayShort(row.due.day) : null),
          },
          {
            key: 'left',
            label: t('office.inbox.column.left'),
            cell: (row) =>
              row.due ? (
                <DaysLeft days={row.due.left} of={row.due.of} unit={row.due.unit} paused={row.due.paused} brief />
              ) : null,
          },
          { key: 'flags', label: t('office.inbox.column.flags'), cell: flags },
        ] satisfies Column<InboxRowData>[]
      ).filter(({ key }) => !(mine && key === 'officer'))}
    />
  )
}

function Flags({ row }: { row: InboxRowData }) {
  const { t } = useTranslation('case')
  const { dayShort } = useFormat()
  const [first, ...others] = row.rivals
  return (
    <span className="flex flex-wrap gap-1">
      {row.waitingUntil ? (
        <StatusTag tone="sky">{t('office.inbox.flag.waiting', { day: dayShort(row.waitingUntil) })}</StatusTag>
      ) : null}
      {first ? (
        <StatusTag tone="neutral">
          {others.length > 0
            ? t('office.inbox.flag.rivals', { count: row.rivals.length })
            : t('office.inbox.flag.rival', { number: first })}
        </StatusTag>
      ) : null}
      {row.state === 'received' ? <StatusTag tone="amber">{t('office.inbox.flag.unassigned')}</StatusTag> : null}
    </span>
  )
}
