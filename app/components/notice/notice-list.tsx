import { Link } from '@remix-run/react'
import { Button } from '~/components/kit/button'
import { Form } from '~/components/kit/form'
import { useFormat } from '~/components/kit/format'
import { StatusTag } from '~/components/kit/status-tag'
import { useHref } from '~/components/kit/use-lang'
import { useTranslation } from '~/locales/use-translation'
import { type MailState, MailStateText } from './mail-state'

interface NoticeRow {
  id: string
  subject: string
  lang: string
  at: string
  read: boolean
  leads: boolean
  legal: boolean
  mail: MailState
}

/** Notices, each with what it is about, its day, whether it is new, and the page it leads to. */
export function NoticeList({ rows }: { rows: readonly NoticeRow[] }) {
  const { t } = useTranslation('notices')
  const { instant } = useFormat()
  const href = useHref()
  return (
    <ul>
      {rows.map((row) => (
        <li
          key={row.id}
          className="flex flex-wrap items-start justify-between gap-x-4 gap-y-1 border-b border-line py-3 first:pt-0 last:border-0 last:pb-0"
        >
          <div className="min-w-0 flex-1 basis-64">
            <p className={row.read ? '' : 'font-semibold'}>
              <Link to={href(`/my/notices/${row.id}`)} lang={row.lang}>
                {row.subject}
              </Link>
            </p>
            <p className="flex flex-wrap items-center gap-x-3 text-sm text-ink-soft">
              <time dateTime={row.at}>{instant(row.at)}</time>
              {row.read ? null : <StatusTag tone="anise">{t('list.new')}</StatusTag>}
              {row.legal ? <span>{t('list.legal')}</span> : null}
              <MailStateText state={row.mail} />
            </p>
          </div>
          {row.leads || !row.read ? (
            <Form action={href(`/my/notices/${row.id}`)}>
              {row.leads ? null : <input type="hidden" name="stay" value="yes" />}
              <Button
                kind={row.leads ? 'outline' : 'quiet'}
                aria-label={`${t(row.leads ? 'list.open' : 'list.markRead')}: ${row.subject}`}
              >
                {t(row.leads ? 'list.open' : 'list.markRead')}
              </Button>
            </Form>
          ) : null}
        </li>
      ))}
    </ul>
  )
}
