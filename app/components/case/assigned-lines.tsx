import { Link } from '@remix-run/react'
import { RefusalText } from '~/components/kit/refusal-text'
import { StatusTag } from '~/components/kit/status-tag'
import { Table } from '~/components/kit/table'
import { useHref } from '~/components/kit/use-lang'
import type { Refusal } from '~/domain/verdict'
import { useTranslation } from '~/locales/use-translation'

export interface AssignedLines {
  officer: string
  lines: { number: string; refusal: Refusal | null }[]
}

/** What became of each of several cases that were given to an officer, and why. */
export function AssignedLinesTable({ officer, lines }: AssignedLines) {
  const { t } = useTranslation('inbox')
  const href = useHref()
  const done = lines.filter(({ refusal }) => refusal === null).length
  return (
    <Table
      caption={t('bulk.given', { done, all: lines.length })}
      rows={lines}
      rowKey={({ number }) => number}
      columns={[
        {
          key: 'number',
          label: t('column.number'),
          cell: ({ number }) => <Link to={href(`/office/cases/${number}`)}>{number}</Link>,
        },
        {
          key: 'result',
          label: t('bulk.result'),
          cell: ({ refusal }) =>
            refusal === null ? (
              <StatusTag tone="pine">{t('bulk.done', { officer })}</StatusTag>
            ) : (
              <StatusTag tone="brick">{t('bulk.refused')}</StatusTag>
            ),
        },
        {
          key: 'why',
          label: t('bulk.why'),
          cell: ({ refusal }) => (refusal ? <RefusalText code={refusal.code} values={refusal.values} /> : null),
        },
      ]}
    />
  )
}
