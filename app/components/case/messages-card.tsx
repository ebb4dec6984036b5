import { Link } from '@remix-run/react'
import { ButtonLink } from '~/components/kit/button'
import { Card } from '~/components/kit/card'
import { useHref } from '~/components/kit/use-lang'
import { useTranslation } from '~/locales/use-translation'
import { type Message, MessageList } from './message-list'

interface MessagesCardProps {
  /** The page of the case, without language. */
  own: string
  thread: {
    messages: readonly Message[]
    total: number
    unread: number
    side: Message['side'] | null
    mayWrite: boolean
  }
}

/** The last messages between the investor and the office, on the page of the case. */
export function MessagesCard({ own, thread }: MessagesCardProps) {
  const { t } = useTranslation('messages')
  const href = useHref()
  const all = href(`${own}/messages`)
  return (
    <Card
      id="messages"
      kind={thread.unread > 0 ? 'asks' : 'plain'}
      title={thread.unread > 0 ? t('titleUnread', { count: thread.unread }) : t('title')}
      aside={
        thread.mayWrite ? (
          <ButtonLink to={all} kind="quiet">
            {t('write')}
          </ButtonLink>
        ) : null
      }
    >
      {thread.total === 0 ? <p className="text-sm text-ink-soft">{t('none')}</p> : null}
      <MessageList messages={thread.messages} side={thread.side} />
      {thread.total > 0 ? (
        <p className="mt-3 text-sm">
          <Link to={all}>{t('all', { count: thread.total })}</Link>
        </p>
      ) : null}
    </Card>
  )
}
