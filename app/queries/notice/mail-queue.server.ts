import { db } from '~/infra/db.server'
import { settings } from '~/infra/env.server'
import { idKey, keyPage, type PageKey } from '~/infra/key-page.server'

const SIZE = 50
export const MAIL_STATES = ['failed', 'queued', 'sent', 'kept'] as const
export type OutboxState = (typeof MAIL_STATES)[number]

/** Mail by its state, the newest first: to whom, what, how often it was tried and what the mail server said. */
export async function mailQueue({ after, before, state }: PageKey & { state: OutboxState }) {
  const [page, counts] = await Promise.all([
    keyPage({ after: idKey(after), before: idKey(before) }, SIZE, ({ below, above }, take) =>
      db().outbox.findMany({
        where: { state, id: above ? { gt: above } : { lt: below } },
        orderBy: { id: above ? 'asc' : 'desc' },
        take,
      }),
    ),
    db().outbox.groupBy({ by: ['state'], where: { state: { in: ['failed', 'queued'] } }, _count: true }),
  ])
  const countOf = (one: string) => counts.find((row) => row.state === one)?._count ?? 0
  return {
    ...page,
    failed: countOf('failed'),
    queued: countOf('queued'),
    sends: settings().SMTP_URL !== undefined,
    rows: page.rows.map((row) => ({
      id: row.id,
      kind: row.kind,
      toEmail: row.toEmail,
      subject: row.subject,
      lang: row.lang,
      createdAt: row.createdAt.toISOString(),
      attempts: row.attempts,
      lastError: row.lastError,
      nextAt: row.state === 'queued' ? row.notBefore.toISOString() : null,
      sentAt: row.state === 'sent' ? (row.sentAt?.toISOString() ?? null) : null,
    })),
  }
}
