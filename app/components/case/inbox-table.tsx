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

/** As many as are counted one by one, queries/case/inbox-rows.server.ts. */
const RIVALS_TOLD = 9

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
  silentSince: string | null
  rivals: string[]
  assignable: boolean
}

interface InboxTableProps {
  rows: InboxRowData[]
  caption: string
  mine?: boolean
  /** Rows that can be given to an officer have a box to tick. */
  choosing?: boolean
}

/** The cases of the inbox, one dense line each; without the officer where all are one's own. */
export function InboxTable({ rows, caption, mine, choosing }: InboxTableProps) {
  const { t } = useTranslation(['inbox', 'case'])
  const href = useHref()
  const { lang, dayShort, hectares } = useFormat()
  const request = (row: InboxRowData) => {
    const land = row.plots.length > 0 ? row.plots.join('+') : textIn(row.zone, lang)
    const what = t(row.role === 'developer' ? 'request.developer' : 'request.tenant', {
      what: land,
    })
    const parts = [row.areaM2 > 0 ? `${what}, ${hectares(row.areaM2)}` : what]
    if (row.sector) parts.push(textIn(row.sector, lang))
    return parts.join(' · ')
  }
  const flags = (row: InboxRowData) =>
    row.waitingUntil || row.silentSince || row.rivals.length > 0 || row.assignable ? <Flags row={row} /> : null
  return (
    <Table
      caption={caption}
      captionHidden
      rows={rows}
      rowKey={(row) => row.number}
      columns={(
        [
          {
            key: 'choose',
            label: <span className="sr-only">{t('bulk.assign')}</span>,
            cell: (row) =>
              row.assignable ? (
                <input
                  type="checkbox"
                  name="case"
                  value={row.number}
                  aria-label={t('choose', { number: row.number })}
                  className="size-4 align-middle"
                />
              ) : null,
          },
          {
            key: 'number',
            heads: true,
            label: t('column.number'),
            cell: (row) => (
              <Link to={href(`/office/cases/${row.number}`)} className="whitespace-nowrap" data-row="">
                {row.number}
              </Link>
            ),
          },
          {
            key: 'organization',
            label: t('column.organization'),
            cell: (row) => (
              <span>
                {row.organization.name}
                {row.organization.country === 'VN' ? null : (
                  <span className="ml-1 rounded bg-sunk px-1.5 text-xs text-ink-soft">{row.organization.country}</span>
                )}
              </span>
            ),
          },
          { key: 'request', label: t('column.request'), cell: request },
          {
            key: 'state',
            label: t('column.state'),
            cell: (row) => <span className="whitespace-nowrap">{t(`case:state.${row.state}`)}</span>,
          },
          {
            key: 'officer',
            label: t('column.officer'),
            cell: (row) =>
              row.officer ? (
                <span className="whitespace-nowrap">{row.officer}</span>
              ) : (
                <span className="text-ink-faint">{t('case:office.case.noOfficer')}</span>
              ),
          },
          {
            key: 'due',
            label: t('column.due'),
            end: true,
            cell: (row) => (row.due ? dayShort(row.due.day) : null),
          },
          {
            key: 'left',
            label: t('column.left'),
            cell: (row) =>
              row.due ? (
                <DaysLeft days={row.due.left} of={row.due.of} unit={row.due.unit} paused={row.due.paused} brief />
              ) : null,
          },
          { key: 'flags', label: t('column.flags'), cell: flags },
        ] satisfies Column<InboxRowData>[]
      ).filter(({ key }) => !(mine && key === 'officer') && (choosing || key !== 'choose'))}
    />
  )
}

function Flags({ row }: { row: InboxRowData }) {
  const { t } = useTranslation(['inbox', 'case'])
  const { dayShort } = useFormat()
  const [first, ...others] = row.rivals
  return (
    <span className="flex flex-wrap gap-1">
      {row.waitingUntil ? (
        <StatusTag tone="sky">{t('flag.waiting', { day: dayShort(row.waitingUntil) })}</StatusTag>
      ) : null}
      {row.silentSince ? (
        <StatusTag tone="amber">{t('flag.silent', { day: dayShort(row.silentSince) })}</StatusTag>
      ) : null}
      {first ? (
        <StatusTag tone="neutral">
          {others.length > 0
            ? row.rivals.length > RIVALS_TOLD
              ? t('flag.rivalsMany', { count: RIVALS_TOLD })
              : t('flag.rivals', { count: row.rivals.length })
            : t('flag.rival', { number: first })}
        </StatusTag>
      ) : null}
      {row.assignable ? <StatusTag tone="amber">{t('flag.unassigned')}</StatusTag> : null}
    </span>
  )
}
