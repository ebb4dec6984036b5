import { Card } from '~/components/kit/card'
import { Details } from '~/components/kit/details'
import { useFormat } from '~/components/kit/format'
import { Table } from '~/components/kit/table'
import { useTranslation } from '~/locales/use-translation'
import { useWho } from './history-words'

export interface LedgerData {
  asOf: string
  holders: { holder: string; days: number; workingDays: number; pausedDays: number; countedDays: number }[]
  days: { date: string; holder: string; counted: boolean; paused: boolean; off: boolean }[]
}

/** Who had the case, and for how long: sums, and each day on demand. */
export function OfficeTime({ ledger }: { ledger: LedgerData | null }) {
  const { t } = useTranslation('case')
  const { day, dayShort } = useFormat()
  const who = useWho()
  if (!ledger) {
    return (
      <Card title={t('office.case.time')}>
        <p className="text-sm text-ink-soft">{t('office.case.noClock')}</p>
      </Card>
    )
  }
  const dayWord = (one: LedgerData['days'][number]) => {
    if (one.counted) return t('office.case.dayCounted')
    if (one.paused) return t('office.case.dayPaused')
    return t(one.off ? 'office.case.dayOff' : 'office.case.dayNotCounted')
  }
  return (
    <Card title={t('office.case.time')}>
      <Table
        plain
        captionHidden
        caption={t('office.case.time')}
        rows={ledger.holders}
        rowKey={(row) => row.holder}
        columns={[
          { key: 'holder', label: t('office.case.holder'), cell: (row) => who(row.holder) },
          { key: 'working', label: t('office.case.workingDays'), end: true, cell: (row) => row.workingDays },
          { key: 'paused', label: t('office.case.pausedDays'), end: true, cell: (row) => row.pausedDays },
          { key: 'counted', label: t('office.case.countedDays'), end: true, cell: (row) => row.countedDays },
        ]}
      />
      <p className="mt-2 mb-3 text-sm text-ink-soft">{t('office.case.ledgerAsOf', { day: day(ledger.asOf) })}</p>
      <Details summary={t('office.case.dayByDay')}>
        <ul className="text-sm tabular-nums">
          {ledger.days.map((one) => (
            <li key={one.date} className="flex justify-between gap-3 border-b border-line py-0.5">
              <span>{dayShort(one.date)}</span>
              <span>{who(one.holder)}</span>
              <span className="text-ink-soft">{dayWord(one)}</span>
            </li>
          ))}
        </ul>
      </Details>
    </Card>
  )
}
