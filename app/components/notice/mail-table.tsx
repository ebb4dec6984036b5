import { Button } from '~/components/kit/button'
import { Form } from '~/components/kit/form'
import { useFormat } from '~/components/kit/format'
import { Table } from '~/components/kit/table'
import { useHref } from '~/components/kit/use-lang'
import { useTranslation } from '~/locales/use-translation'

interface MailRow {
  id: string
  kind: string
  toEmail: string
  subject: string
  lang: string
  createdAt: string
  attempts: number
  lastError: string | null
  nextAt: string | null
  sentAt: string | null
}

/** Mail as it stands in the outbox; one that was given up can be tried again. */
export function MailTable({ rows, mayRequeue }: { rows: readonly MailRow[]; mayRequeue: boolean }) {
  const { t } = useTranslation('notices')
  const { instant } = useFormat()
  const href = useHref()
  return (
    <Table
      caption={t('mail.title')}
      captionHidden
      rows={rows}
      rowKey={(row) => row.id}
      columns={[
        { key: 'to', label: t('mail.to'), cell: (row) => <span className="break-all">{row.toEmail}</span> },
        {
          key: 'subject',
          label: t('mail.subject'),
          cell: (row) => (
            <span>
              <span lang={row.lang}>{row.subject}</span> <code className="text-xs text-ink-soft">{row.kind}</code>
            </span>
          ),
        },
        {
          key: 'at',
          label: t('mail.at'),
          cell: (row) => <span className="whitespace-nowrap">{instant(row.createdAt)}</span>,
        },
        { key: 'attempts', label: t('mail.attempts'), end: true, cell: (row) => row.attempts },
        {
          key: 'state',
          label: t('mail.said'),
          cell: (row) => (
            <span className="break-words text-sm">
              {row.sentAt ? `${t('mail.sentAt', { at: instant(row.sentAt) })} ` : null}
              {row.nextAt ? `${t('mail.nextAt', { at: instant(row.nextAt) })} ` : null}
              {row.lastError}
            </span>
          ),
        },
        ...(mayRequeue
          ? [
              {
                key: 'act',
                label: t('mail.act'),
                cell: (row: MailRow) => (
                  <Form action={href(`/office/admin/mail/${row.id}/again`)}>
                    <Button kind="outline" aria-label={`${t('mail.again')}: ${row.toEmail}`}>
                      {t('mail.again')}
                    </Button>
                  </Form>
                ),
              },
            ]
          : []),
      ]}
    />
  )
}
