import { createTransport, type Transporter } from 'nodemailer'
import { afterFailure, type MailFailure } from '~/domain/notice/delivery'
import { unsubscribeHeaders } from '~/domain/notice/unsubscribe'
import { now, today } from './clock.server'
import { db } from './db.server'
import { baseUrl, settings } from './env.server'
import { log } from './log.server'
import { stillWanted } from './notices.server'

const MINUTE_MS = 60_000
const PATIENCE = { connectionTimeout: MINUTE_MS, greetingTimeout: MINUTE_MS, socketTimeout: MINUTE_MS }

let transporter: { url: string; mailer: Transporter } | undefined
let running: Promise<void> | undefined
let again = false

interface Claimed {
  id: string
  kind: string
  toEmail: string
  toName: string | null
  subject: string
  text: string
  attempts: number
}

/**
 * Takes the row that is due longest so that any number of processes may send: it is pushed five minutes ahead, longer
 * than one mail can take (`PATIENCE`).
 */
const claim = (): Promise<Claimed[]> =>
  db().$queryRaw<Claimed[]>`
    UPDATE "Outbox" SET attempts = attempts + 1, "notBefore" = ${new Date(now().getTime() + 5 * MINUTE_MS)}
    WHERE id IN (
      SELECT id FROM "Outbox" WHERE state = 'queued' AND "notBefore" <= ${now()}
      ORDER BY "notBefore" LIMIT 1 FOR UPDATE SKIP LOCKED)
    RETURNING id, kind, "toEmail", "toName", subject, text, attempts`

async function deliver(row: Claimed): Promise<void> {
  // Who waited meanwhile may have been locked out, or acts no longer for whom it is about.
  if (row.attempts > 1 && !(await stillWanted(db(), row.id, today()))) {
    await db().outbox.update({
      where: { id: row.id },
      data: { state: 'failed', lastError: 'no longer for its reader' },
    })
    return
  }
  const smtp = settings().SMTP_URL
  if (smtp === undefined) {
    await db().outbox.update({ where: { id: row.id }, data: { state: 'kept', sentAt: now() } })
    return
  }
  if (transporter?.url !== smtp) {
    transporter?.mailer.close()
    transporter = { url: smtp, mailer: createTransport({ url: smtp, ...PATIENCE }) }
  }
  try {
    await transporter.mailer.sendMail({
      from: settings().MAIL_FROM,
      to: row.toName ? { name: row.toName, address: row.toEmail } : row.toEmail,
      subject: row.subject,
      text: row.text,
      // The same at every try: whoever took it before we heard so knows it again.
      messageId: `<${row.id}@${new URL(baseUrl()).hostname}>`,
      headers: { 'Auto-Submitted': 'auto-generated', ...unsubscribeHeaders(row) },
    })
    await db().outbox.update({ where: { id: row.id }, data: { state: 'sent', sentAt: now(), lastError: null } })
  } catch (error) {
    const outcome = afterFailure(failureOf(error), row.attempts)
    // What a mail server says names the address: it stays in the row.
    log.warn({ outbox: row.id, attempts: row.attempts, state: outcome.state }, 'mail not sent')
    await db().outbox.update({
      where: { id: row.id },
      data: {
        state: outcome.state,
        lastError: error instanceof Error ? error.message.slice(0, 500) : 'unknown',
        notBefore: outcome.state === 'queued' ? new Date(now().getTime() + outcome.waitMs) : undefined,
      },
    })
  }
}

function failureOf(error: unknown): MailFailure {
  const { responseCode, code } = (typeof error === 'object' && error !== null ? error : {}) as MailFailure
  return { responseCode, code }
}

/** Sends what is due. Mail is spoken after the change it tells of is committed, never inside it. */
export async function sendDueMail(): Promise<void> {
  for (;;) {
    const [row] = await claim()
    if (!row) return
    await deliver(row)
  }
}

/** Asks for a round of sending soon, one round at a time in this process. */
export function wakeOutbox(): void {
  if (running) {
    again = true
    return
  }
  running = sendDueMail()
    .catch((error) => log.error({ err: error }, 'outbox round failed'))
    .finally(() => {
      running = undefined
      if (again) {
        again = false
        wakeOutbox()
      }
    })
}
