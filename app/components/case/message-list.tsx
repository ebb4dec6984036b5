import { useFormat } from '~/components/kit/format'
import { StatusTag } from '~/components/kit/status-tag'
import { useHref } from '~/components/kit/use-lang'
import { useTranslation } from '~/locales/use-translation'

export interface Message {
  id: string
  side: 'investor' | 'office'
  by: string
  behalf: string | null
  text: string
  at: string
  readAt: string | null
  documents: { id: string; fileName: string }[]
}

/** Messages of a case in their order: who, for whom, when, and whether the other side has read it. */
export function MessageList({ messages, side }: { messages: readonly Message[]; side: Message['side'] | null }) {
  const { t } = useTranslation('messages')
  const { instant } = useFormat()
  const href = useHref()
  return (
    <ol className="grid gap-3">
      {messages.map((message) => {
        const mine = message.side === side
        return (
          <li
            key={message.id}
            className={`grid gap-1 border-l-[3px] pl-3 ${mine ? 'border-line-strong' : 'border-pine'}`}
          >
            <p className="flex flex-wrap items-center gap-x-3 text-sm text-ink-soft">
              <strong className="text-ink">
                {message.behalf ? t('agentOf', { name: message.by, organization: message.behalf }) : message.by}
              </strong>
              <span>{t(`side.${message.side}`)}</span>
              <time dateTime={message.at}>{instant(message.at)}</time>
              {!mine && side !== null && message.readAt === null ? (
                <StatusTag tone="anise">{t('new')}</StatusTag>
              ) : null}
              {message.readAt && (mine || side === null) ? (
                <span>{t('readAt', { at: instant(message.readAt) })}</span>
              ) : null}
              {message.readAt === null && (mine || side === null) ? <span>{t('notRead')}</span> : null}
            </p>
            <p className="whitespace-pre-line [overflow-wrap:anywhere]">{message.text}</p>
            {message.documents.length > 0 ? (
              <ul className="flex flex-wrap gap-x-4 gap-y-1 text-sm" aria-label={t('documents')}>
                {message.documents.map(({ id, fileName }) => (
                  <li key={id}>
                    <a href={href(`/files/${id}`)}>{fileName}</a>
                  </li>
                ))}
              </ul>
            ) : null}
          </li>
        )
      })}
    </ol>
  )
}
