import { useFormat } from '~/components/kit/format'
import { StatusTag } from '~/components/kit/status-tag'
import { type Column, Table } from '~/components/kit/table'
import { useTranslation } from '~/locales/use-translation'
import { type AnsweredFor, FactSource, FactValue, useFactWord } from './fact-value'

interface FactLine extends AnsweredFor {
  key: string
  value: unknown
}

/** Every fact with who answers for it and until when; one that has run out says so. */
export function FactTable({ facts }: { facts: readonly FactLine[] }) {
  const { t } = useTranslation(['land', 'facts'])
  const word = useFactWord()
  const { day } = useFormat()
  const columns: Column<FactLine>[] = [
    { key: 'fact', label: t('facts.fact'), cell: (fact) => word(fact.key) },
    { key: 'value', label: t('facts.value'), cell: (fact) => <FactValue factKey={fact.key} value={fact.value} /> },
    {
      key: 'until',
      label: t('facts.until'),
      cell: (fact) => {
        if (fact.confirmedUntil === null) return t('facts.noEnd')
        const until = day(fact.confirmedUntil)
        return fact.stale ? <StatusTag tone="amber">{t('stale.until', { day: until })}</StatusTag> : until
      },
    },
    { key: 'source', label: t('facts.source'), cell: (fact) => <FactSource fact={fact} /> },
  ]
  return (
    <>
      <Table
        plain
        columns={columns}
        rows={facts}
        rowKey={(fact) => fact.key}
        caption={t('facts.title')}
        captionHidden
      />
      {facts.some((fact) => fact.stale) ? <p className="source-line">{t('stale.help')}</p> : null}
      {facts.some((fact) => fact.value === null) ? <p className="source-line">{t('facts:goneHelp')}</p> : null}
    </>
  )
}
