import { type ChoiceKind, choicesFor, type Rhythm, rhythmOf, ruleOf } from '~/domain/notice/rule'
import { rolesOf } from '~/domain/party/permission'
import { ok, refuse, type Verdict } from '~/domain/verdict'
import { db } from '~/infra/db.server'
import { idKey, keyPage, type PageKey } from '~/infra/key-page.server'
import { unreadCount } from '~/infra/notices.server'
import type { Ctx } from '~/infra/transact.server'

const SIZE = 30

/** What became of the mail of a notice: `none` was wished, `waiting` for the digest, `kept` where no mail is sent. */
export type MailState = 'none' | 'waiting' | 'queued' | 'sent' | 'failed' | 'kept'

const mailStateOf = (row: { rhythm: string; outbox: { state: string } | null }): MailState =>
  row.outbox ? (row.outbox.state as MailState) : row.rhythm === 'daily' ? 'waiting' : 'none'

/** The person's own notices, the newest first. */
export async function myNotices(ctx: Ctx, { after, before, unread }: PageKey & { unread: boolean }) {
  const personId = ctx.actor.personId ?? ''
  const [page, count] = await Promise.all([
    keyPage({ after: idKey(after), before: idKey(before) }, SIZE, ({ below, above }, take) =>
      db().notice.findMany({
        where: { personId, readAt: unread ? null : undefined, id: above ? { gt: above } : { lt: below } },
        orderBy: { id: above ? 'asc' : 'desc' },
        take,
        include: { outbox: { select: { state: true } } },
      }),
    ),
    unreadCount(db(), personId),
  ])
  return {
    ...page,
    unread: count,
    rows: page.rows.map((row) => ({
      id: row.id,
      subject: row.subject,
      lang: row.lang,
      at: row.createdAt.toISOString(),
      read: row.readAt !== null,
      leads: row.path !== null,
      legal: ruleOf(row.kind) === 'legal',
      mail: mailStateOf(row),
    })),
  }
}

/** One of the person's own notices, as it was written. Refuses `not-found`. */
export async function myNotice(ctx: Ctx, id: string) {
  const known = idKey(id)
  const row = known
    ? await db().notice.findFirst({
        where: { id: known, personId: ctx.actor.personId ?? '' },
        include: { outbox: { select: { state: true, sentAt: true, toEmail: true } } },
      })
    : null
  if (!row) return refuse('not-found')
  return ok({
    id: row.id,
    subject: row.subject,
    text: row.text,
    lang: row.lang,
    at: row.createdAt.toISOString(),
    readAt: row.readAt?.toISOString() ?? null,
    leads: row.path !== null,
    mail: mailStateOf(row),
    sentAt: row.outbox?.sentAt?.toISOString() ?? null,
    toEmail: row.outbox?.toEmail ?? null,
  }) satisfies Verdict<unknown>
}

/** The kinds of message that come to the person and may be slowed down, with the rhythm of each. */
export async function noticePreferences(ctx: Ctx): Promise<{ kind: ChoiceKind; rhythm: Rhythm }[]> {
  const wished = await db().noticePreference.findMany({ where: { personId: ctx.actor.personId ?? '' } })
  const of = new Map(wished.map(({ kind, rhythm }) => [kind, rhythm]))
  return choicesFor(rolesOf(ctx.actor)).map((kind) => ({ kind, rhythm: rhythmOf(kind, of.get(kind) ?? null) }))
}
