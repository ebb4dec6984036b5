import { Card } from '~/components/kit/card'
import { useFormat } from '~/components/kit/format'
import type { MilestoneRole } from '~/domain/case/milestones'
import { useTranslation } from '~/locales/use-translation'

interface TimeLedgerProps {
  time: {
    due: string
    projected: boolean
    overdue: boolean
    provisional: boolean
    remaining: number
    holders: readonly { holder: string; workingDays: number; pausedDays: number }[]
  }
  limitWorkingDays: number | null
  daysOff: readonly string[]
  /** An open case has time left; an ended one does not. */
  open: boolean
}

const LEDGER =
  'w-full [&_th]:py-2 [&_th]:pr-3 [&_th]:text-left [&_th]:[font-weight:inherit] [&_td]:text-right [&_td]:whitespace-nowrap [&_tr]:border-b [&_tr]:border-line'

/** Days off that follow one another as spans. */
function spansOf(days: readonly string[]): [string, string][] {
  const spans: [string, string][] = []
  for (const day of days) {
    const last = spans.at(-1)
    if (last && Date.parse(day) - Date.parse(last[1]) === 86_400_000) last[1] = day
    else spans.push([day, day])
  }
  return spans
}

/** Who has had the time of a case, the days off, and what is left for the office. */
export function TimeLedger({ time, limitWorkingDays, daysOff, open }: TimeLedgerProps) {
  const { t } = useTranslation('case')
  const { day, dayLong, dayShort, range } = useFormat()
  const spans = spansOf(daysOff)
  const shown = spans.length > 4 ? [] : spans
  return (
    <Card title={t('my.ledger')}>
      <table className={LEDGER}>
        <tbody>
          {time.holders.map(({ holder, workingDays, pausedDays }) => (
            <tr key={holder} className={pausedDays > 0 ? 'font-semibold text-anise' : undefined}>
              <th scope="row">
                {holder === 'applicant' ? t('my.applicantSupplement') : t(`holder.${holder as MilestoneRole}`)}
              </th>
              <td>{t('my.ledgerDays', { count: workingDays })}</td>
            </tr>
          ))}
          {daysOff.length > 0 ? (
            <tr className="text-ink-soft">
              <th scope="row">
                {t('my.daysOff')}
                {shown.length > 0
                  ? ` (${shown.map(([from, to]) => range(dayShort(from), dayShort(to))).join(', ')})`
                  : ''}
              </th>
              <td>{t('my.daysCount', { count: daysOff.length })}</td>
            </tr>
          ) : null}
          {open ? (
            <tr className={time.overdue ? 'font-semibold text-brick' : 'font-semibold'}>
              <th scope="row">{time.overdue ? t('my.officeOver') : t('my.officeLeft')}</th>
              <td>{t('my.ledgerDays', { count: Math.abs(time.remaining) })}</td>
            </tr>
          ) : null}
        </tbody>
      </table>
      {open ? (
        <p className="mt-3">
          {time.projected ? t('my.dueProjected', { day: day(time.due) }) : t('my.dueOn', { day: dayLong(time.due) })}
        </p>
      ) : null}
      <p className="hint">
        {limitWorkingDays === null ? null : t('my.standard', { days: limitWorkingDays })}
        {time.provisional ? ` ${t('my.provisional')}` : null}
      </p>
    </Card>
  )
}
