import { useFormat } from '~/components/kit/format'
import { StatusTag } from '~/components/kit/status-tag'
import { type Column, Table } from '~/components/kit/table'
import { useLang } from '~/components/kit/use-lang'
import type { NodeLedger } from '~/domain/land/node-ledger'
import { textIn } from '~/domain/text'
import { useTranslation } from '~/locales/use-translation'
import { useAmount } from './use-amount'

/** What utility nodes have, have promised and will get: one line each. */
export function CapacityTable({ lines, caption }: { lines: readonly NodeLedger[]; caption: string }) {
  const { t } = useTranslation('capacity')
  const { t: land } = useTranslation('land')
  const { day } = useFormat()
  const lang = useLang()
  const amount = useAmount()
  const untils = [...new Set(lines.flatMap((line) => (line.stale ? [] : (line.confirmedUntil ?? []))))]
  const some = (line: NodeLedger, value: number) => (value > 0 ? amount(line.kind, value) : t('none'))
  const columns: Column<NodeLedger>[] = [
    { key: 'node', label: t('column.node'), cell: (line) => textIn(line.name, lang) },
    {
      key: 'built',
      label: t('column.built'),
      end: true,
      cell: (line) => (
        <span>
          {some(line, line.built)}
          {line.additions.map((addition) => (
            <span key={addition.from} className="hint block whitespace-normal">
              {t('addition', { amount: amount(line.kind, addition.amount), day: day(addition.from) })}
            </span>
          ))}
        </span>
      ),
    },
    { key: 'committed', label: t('column.committed'), end: true, cell: (line) => some(line, line.committed) },
    {
      key: 'held',
      label: t('column.held'),
      end: true,
      cell: (line) => (
        <span>
          {some(line, line.held)}
          {line.heldFrom ? (
            <span className="hint block whitespace-normal">{t('neededFrom', { day: day(line.heldFrom) })}</span>
          ) : null}
        </span>
      ),
    },
    {
      key: 'remaining',
      label: t('column.promisable'),
      end: true,
      cell: (line) => (
        <span>
          <strong>{some(line, line.remaining)}</strong>
          {line.stale && line.confirmedUntil ? (
            <span className="block">
              <StatusTag tone="amber">{land('stale.until', { day: day(line.confirmedUntil) })}</StatusTag>
            </span>
          ) : null}
        </span>
      ),
    },
  ]
  return (
    <>
      <Table
        plain
        columns={columns}
        rows={lines}
        rowKey={(line) => `${line.kind} ${line.name.vi}`}
        caption={caption}
        captionHidden
      />
      <p className="source-line">
        {t('promisableNote')}{' '}
        {untils.map((until) => (
          <span key={until}>{t('answered.until', { day: day(until) })} </span>
        ))}
        {lines.some(({ stale }) => stale) ? land('stale.help') : null}
      </p>
      {lines.some((line) => line.illustrative) ? <p className="source-line illustrative">{t('illustrative')}</p> : null}
    </>
  )
}
