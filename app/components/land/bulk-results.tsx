import { RefusalText } from '~/components/kit/refusal-text'
import { StatusTag, type Tone } from '~/components/kit/status-tag'
import { Table } from '~/components/kit/table'
import type { BulkResult } from '~/domain/land/bulk-change'
import { COMMERCIAL_STATES, PUBLICATION_STATES } from '~/domain/land/readiness'
import { useTranslation } from '~/locales/use-translation'

const TONES: Record<BulkResult['result'], Tone> = { changes: 'pine', unchanged: 'neutral', refused: 'brick' }

/** What a change does to each plot, before it is confirmed. */
export function BulkResults({ lines }: { lines: { code: string; outcome: BulkResult }[] }) {
  const { t } = useTranslation(['inventory', 'land'])
  const word = (value: string | null): string => {
    const commercial = COMMERCIAL_STATES.find((state) => state === value)
    if (commercial) return t(`land:commercial.${commercial}`)
    const publication = PUBLICATION_STATES.find((state) => state === value)
    return publication ? t(`land:publication.${publication}`) : value || '–'
  }
  return (
    <Table
      plain
      caption={t('bulk.results')}
      rows={lines}
      rowKey={({ code }) => code}
      columns={[
        { key: 'code', label: t('operation.column.code'), cell: ({ code }) => code },
        {
          key: 'result',
          label: t('bulk.result'),
          cell: ({ outcome }) => (
            <StatusTag tone={TONES[outcome.result]}>{t(`bulk.outcome.${outcome.result}`)}</StatusTag>
          ),
        },
        {
          key: 'what',
          label: t('bulk.what'),
          cell: ({ outcome }) => {
            if (outcome.result === 'refused') return <RefusalText code={outcome.code} />
            return outcome.result === 'changes' ? `${word(outcome.from)} → ${word(outcome.to)}` : null
          },
        },
      ]}
    />
  )
}
