import { createTransport, type Transporter } from 'nodemailer'
import { now } from './clock.server'
import { db } from './db.server'
import { settings } from './env.server'
import { log } from './log.server'

const BATCH = 20
const MAX_ATTEMPTS = 8
const MINUTE_MS = 60_000

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

/** Takes due rows so that any number of processes may send: a taken row is pushed five minutes ahead. */
const claim = (): Promise<Claimed[]> =>
  db().$queryRaw<Claimed[]>`
    UPDATE "Outbox" SET attempts = attempts + 1, "notBefore" = ${new Date(now().getTime() + 5 * MINUTE_MS)}
    WHERE id IN (
      SELECT id FROM "Outbox" WHERE state = 'queued' AND "notBefore" <= ${now()}
      ORDER BY "notBefore" LIMIT ${BATCH} FOR UPDATE SKIP LOCKED)
    RETURNING id, "toEmail", "toName", subject, text, attempts`

async function deliver(row: Claimed): Promise<void> {
  const smtp = settings().SMTP_URL
  if (smtp === undefined) {
    await db().outbox.update({ where: { id: row.id }, data: { state: 'kept', sentAt: now() } })
    return
  }
  transporter ??= createTransport(smtp)
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
    log.warn({ outbox: row.id, lastError }, 'mail not sent')
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
    const rows = await claim()
    for (const row of rows) await deliver(row)
    if (rows.length < BATCH) return
  }
}

/** Asks for a round of sending soon, one round at a time in this process. */
export function wakeOutbox(): void {
  if (running) {
    again = true
    return
  }
  running = sendDueMail()
    .catch((error) => log.error({ error }, 'outbox round failed'))
    .finally(() => {
      running = undefined
      if (again) {
        again = false
        wakeOutbox()
      }
    })
}
