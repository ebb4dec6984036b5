import { useTranslation } from 'react-i18next'
import { formatRange } from '~/components/kit/format'

/** The range of quarters in which a plot is expected to be leasable. */
export function ReadyBy({ range }: { range: { earliest: string; latest: string } }) {
  const { t } = useTranslation('land')
  const quarter = (day: string) =>
    t('quarter', { quarter: Math.ceil(Number(day.slice(5, 7)) / 3), year: day.slice(0, 4) })
  return <>{t('expected', { when: formatRange(quarter(range.earliest), quarter(range.latest)) })}</>
}
