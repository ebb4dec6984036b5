import { Link, useLocation } from '@remix-run/react'
import { useFormat } from '~/components/kit/format'
import { StatusTag } from '~/components/kit/status-tag'
import { Table } from '~/components/kit/table'
import { useHref, useLang } from '~/components/kit/use-lang'
import type { EntryKind, UtilityKind } from '~/domain/land/capacity'
import { keeperArea } from '~/domain/land/keeper'
import { isUnofficial, type Text } from '~/domain/text'
import { useTranslation } from '~/locales/use-translation'
import { useAmount } from './use-amount'

interface NodeTagsProps {
  node: { kind: UtilityKind; name: Text; plots: number; illustrative: boolean }
}

/** What a node supplies, how many plots it serves, and what is not official of it. */
export function NodeTags({ node }: NodeTagsProps) {
  const { t } = useTranslation('capacity')
  const lang = useLang()
  return (
    <p className="land-tags mb-2 text-sm text-ink-soft">
      <span>{t(`kind.${node.kind}`)}</span>
      <span>{t('plots', { count: node.plots })}</span>
      {node.illustrative ? <StatusTag tone="anise">{t('illustrative')}</StatusTag> : null}
      {isUnofficial(node.name, lang) ? <StatusTag tone="neutral">{t('unofficial')}</StatusTag> : null}
    </p>
  )
}

interface EntryRow {
  id: string
  kind: EntryKind
  amount: number
  from: string
  reason: string
  source: string
}

/** A node's rows as they were entered, with reason and source. */
export function EntryTable({ kind, entries }: { kind: UtilityKind; entries: readonly EntryRow[] }) {
  const { t } = useTranslation('capacity')
  const { day } = useFormat()
  const amount = useAmount()
  if (entries.length === 0) return <p className="text-ink-soft">{t('noEntries')}</p>
  const word = (row: EntryRow) => t(`entryWord.${row.kind === 'committed' && row.amount < 0 ? 'released' : row.kind}`)
  return (
    <Table
      plain
      caption={t('entries')}
      captionHidden
      rows={entries}
      rowKey={(row) => row.id}
      columns={[
        { key: 'day', label: t('column.day'), cell: (row) => day(row.from) },
        { key: 'entry', label: t('column.entry'), cell: word },
        { key: 'amount', label: t('column.amount'), end: true, cell: (row) => amount(kind, Math.abs(row.amount)) },
        { key: 'reason', label: t('column.reason'), cell: (row) => sourceText(row.reason, t('illustrativeShort')) },
        { key: 'source', label: t('column.source'), cell: (row) => sourceText(row.source, t('illustrativeShort')) },
      ]}
    />
  )
}

const sourceText = (text: string, illustrative: string) => (text.startsWith('illustrative:') ? illustrative : text)

interface HoldRow {
  number: string
  amount: number
  neededOn: string
  until: string
}

/** For which cases a node's capacity is held; the office's people get to the case. */
export function NodeHolds({ kind, holds }: { kind: UtilityKind; holds: readonly HoldRow[] }) {
  const { t } = useTranslation('capacity')
  const { day, until } = useFormat()
  const amount = useAmount()
  const href = useHref()
  const atOffice = keeperArea(useLocation().pathname) === 'office'
  return (
    <Table
      plain
      caption={t('holds')}
      captionHidden
      rows={holds}
      rowKey={(row) => row.number}
      columns={[
        {
          key: 'case',
          label: t('column.case'),
          cell: (row) => (atOffice ? <Link to={href(`/office/cases/${row.number}`)}>{row.number}</Link> : row.number),
        },
        { key: 'amount', label: t('column.amount'), end: true, cell: (row) => amount(kind, row.amount) },
        { key: 'neededOn', label: t('column.neededOn'), end: true, cell: (row) => day(row.neededOn) },
        { key: 'until', label: t('column.until'), end: true, cell: (row) => until(row.until) },
      ]}
    />
  )
}
