import { Link } from '@remix-run/react'
import { useFormat } from '~/components/kit/format'
import { StatusTag } from '~/components/kit/status-tag'
import { Table } from '~/components/kit/table'
import { useHref } from '~/components/kit/use-lang'
import { useTranslation } from '~/locales/use-translation'

interface EnquiryTableProps {
  caption: string
  today: string
  rows: readonly {
    number: string
    kind: 'question' | 'site_visit'
    about: string | null
    name: string
    message: string
    createdAt: string
    answerDueDay: string | null
    answeredAt: string | null
  }[]
}

const SHOWN = 90

/** Enquiries for the office: those that wait with their due day, those answered with the instant. */
export function EnquiryTable({ caption, rows, today }: EnquiryTableProps) {
  const { t } = useTranslation('interest')
  const href = useHref()
  const { instant, dayShort } = useFormat()
  const answered = rows.some(({ answeredAt }) => answeredAt !== null)
  const due = (day: string) =>
    day < today ? (
      <StatusTag tone="brick">
        {dayShort(day)} · {t('desk.late')}
      </StatusTag>
    ) : (
      dayShort(day)
    )
  return (
    <Table<EnquiryTableProps['rows'][number]>
      caption={caption}
      rows={rows}
      rowKey={(row) => row.number}
      columns={[
        {
          key: 'number',
          label: t('desk.number'),
          heads: true,
          cell: (row) => <Link to={href(`/office/enquiries/${row.number}`)}>{row.number}</Link>,
        },
        { key: 'kind', label: t('desk.kind'), cell: (row) => t(`enquiry.kinds.${row.kind}`) },
        { key: 'about', label: t('desk.about'), cell: (row) => row.about ?? t('desk.general') },
        { key: 'from', label: t('desk.from'), cell: (row) => row.name },
        {
          key: 'message',
          label: t('desk.message'),
          cell: (row) => (row.message.length > SHOWN ? `${row.message.slice(0, SHOWN)}…` : row.message),
        },
        { key: 'received', label: t('desk.received'), cell: (row) => instant(row.createdAt) },
        answered
          ? {
              key: 'answered',
              label: t('desk.answeredAt'),
              end: true,
              cell: (row) => (row.answeredAt ? instant(row.answeredAt) : '–'),
            }
          : {
              key: 'due',
              label: t('desk.due'),
              end: true,
              cell: (row) => (row.answerDueDay ? due(row.answerDueDay) : '–'),
            },
      ]}
    />
  )
}
