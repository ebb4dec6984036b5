import { createTransport, type Transporter } from 'nodemailer'
import { now } from './clock.server'
import { db } from './db.server'
import { settings } from './env.server'
import { log } from './log.server'

const MAX_ATTEMPTS = 8
const MINUTE_MS = 60_000
const PATIENCE = { connectionTimeout: MINUTE_MS, greetingTimeout: MINUTE_MS, socketTimeout: MINUTE_MS }

let transporter: Transporter | undefined
let running: Promise<void> | undefined
let again = false

interface Claimed {
  id: string
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
    RETURNING id, "toEmail", "toName", subject, text, attempts`

async function deliver(row: Claimed): Promise<void> {
  const smtp = settings().SMTP_URL
  if (smtp === undefined) {
    await db().outbox.update({ where: { id: row.id }, data: { state: 'kept', sentAt: now() } })
    return
  }
  transporter ??= createTransport({ url: smtp, ...PATIENCE })
  try {
    await transporter.sendMail({
      from: settings().MAIL_FROM,
      to: row.toName ? { name: row.toName, address: row.toEmail } : row.toEmail,
      subject: row.subject,
      text: row.text,
      messageId: `<${row.id}@cotmoc>`,
    })
    await db().outbox.update({ where: { id: row.id }, data: { state: 'sent', sentAt: now(), lastError: null } })
  } catch (error) {
    const lastError = error instanceof Error ? error.message.slice(0, 500) : 'unknown'
    // What a mail server says names the address: it stays in the row.
    log.warn({ outbox: row.id, attempts: row.attempts }, 'mail not sent')
    await db().outbox.update({
      where: { id: row.id },
      data: {
        state: row.attempts >= MAX_ATTEMPTS ? 'failed' : 'queued',
        lastError,
        notBefore: new Date(now().getTime() + 2 ** row.attempts * MINUTE_MS),
      },
    })
  }
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
