import { formatRange } from '~/components/kit/format'
import { useTranslation } from '~/locales/use-translation'

/** The range of quarters in which a plot is expected to be leasable. */
export function ReadyBy({ range }: { range: { earliest: string; latest: string } }) {
  const { t } = useTranslation('land')
  const quarter = (day: string) =>
    t('quarter', { quarter: Math.ceil(Number(day.slice(5, 7)) / 3), year: day.slice(0, 4) })
  return <>{t('expected', { when: formatRange(quarter(range.earliest), quarter(range.latest)) })}</>
}
