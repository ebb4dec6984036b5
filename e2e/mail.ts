import { expect } from '@playwright/test'
import { query } from './fixtures'

interface Mail {
  subject: string
  text: string
}

/** The newest mail to an address, of a kind where it is named (`verify_email`, `decision_approved` …). Waits for it. */
export async function newestMail(to: string, kind?: string): Promise<Mail> {
  let mail: Mail | undefined
  await expect(async () => {
    const rows = await query<Mail & { id: string }>(
      `SELECT id, subject, text FROM "Outbox" WHERE "toEmail" = $1 AND ($2::text IS NULL OR kind = $2)
       ORDER BY "createdAt" DESC, id DESC LIMIT 1`,
      to,
      kind ?? null,
    )
    mail = rows[0]
    expect(mail, `a mail to ${to}`).toBeDefined()
  }).toPass({ timeout: 15_000 })
  return mail as Mail
}

/** The first address of our own site in the newest mail, as a path. */
export async function linkInMail(to: string, kind?: string): Promise<string> {
  const { text } = await newestMail(to, kind)
  const link = text.match(/https?:\/\/[^\s<>"]+/)?.[0]
  expect(link, `a link in the mail to ${to}`).toBeDefined()
  const { pathname, search } = new URL(link ?? '')
  return pathname + search
}
