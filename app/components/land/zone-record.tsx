import type { ComponentProps } from 'react'
import { Card } from '~/components/kit/card'
import { useTranslation } from '~/locales/use-translation'
import { AsOfBanner, FactHistory } from './fact-history'
import { FactTable } from './fact-table'

interface ZoneRecordProps {
  record: ComponentProps<typeof FactHistory> & ComponentProps<typeof FactTable>
}

/** The figures of a zone somebody answers for, every former value, and a day to look at them by. */
export function ZoneRecord({ record }: ZoneRecordProps) {
  const { t } = useTranslation('facts')
  return (
    <Card title={t('zoneTitle')} id="record">
      <AsOfBanner asOf={record.asOf} of="zone" />
      {record.facts.length > 0 ? (
        <FactTable facts={record.facts} />
      ) : (
        <p className="text-ink-soft">{t(record.asOf.day ? 'asOf.none' : 'zoneNone')}</p>
      )}
      <FactHistory history={record.history} asOf={record.asOf} />
    </Card>
  )
}
