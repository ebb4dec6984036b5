import { useFormat } from '~/components/kit/format'
import { Table } from '~/components/kit/table'
import type { CapacityDay, UtilityKind } from '~/domain/land/capacity'
import { useTranslation } from '~/locales/use-translation'
import { useAmount } from './use-amount'

interface NodeLedgerTableProps {
  kind: UtilityKind
  days: readonly CapacityDay[]
  today: string
  caption: string
}

/** A node's ledger: one line for each day on which something changes, and today. */
export function NodeLedgerTable({ kind, days, today, caption }: NodeLedgerTableProps) {
  const { t } = useTranslation('capacity')
  const { day } = useFormat()
  const amount = useAmount()
  const sum = (key: 'committed' | 'held' | 'remaining') => ({
    key,
    label: t(`column.${key}`),
    end: true,
    cell: (row: CapacityDay) =>
      key === 'remaining' ? <strong>{amount(kind, row[key])}</strong> : amount(kind, row[key]),
  })
  return (
    <Table
      plain
      caption={caption}
      captionHidden
      rows={days}
      rowKey={(row) => row.day}
      current={today}
      columns={[
        {
          key: 'day',
          label: t('column.day'),
          cell: (row) => (
            <>
              {day(row.day)} {row.day === today ? <span className="text-ink-soft">({t('today')})</span> : null}
            </>
          ),
        },
        {
          key: 'built',
          label: t('column.built'),
          end: true,
          cell: (row) => amount(kind, row.built - row.withdrawn),
        },
        sum('committed'),
        sum('held'),
        sum('remaining'),
      ]}
    />
  )
}
