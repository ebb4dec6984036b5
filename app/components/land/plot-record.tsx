import type { ComponentProps } from 'react'
import { Card } from '~/components/kit/card'
import { useTranslation } from '~/locales/use-translation'
import { AsOfBanner, FactHistory } from './fact-history'
import { ReadinessLadder } from './readiness-ladder'

interface PlotRecordProps {
  record: ComponentProps<typeof FactHistory> & { ladder: ComponentProps<typeof ReadinessLadder>['lines'] }
}

/** What is on record of a plot: its ladder with dates and evidence, every former value, and a day to look at it by. */
export function PlotRecord({ record }: PlotRecordProps) {
  const { t } = useTranslation('facts')
  return (
    <Card title={t('ladder.title')} id="record">
      <AsOfBanner asOf={record.asOf} of="plot" />
      <p className="mb-2 text-sm text-ink-soft">{t('ladder.intro')}</p>
      <ReadinessLadder lines={record.ladder} past={record.asOf.day !== null} />
      <FactHistory history={record.history} asOf={record.asOf} />
    </Card>
  )
}
