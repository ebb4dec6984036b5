import { type Mail, mail } from '~/documents/notice/mail'
import { isLang, type Lang } from '~/domain/text'
import { ok, refuse, type Verdict } from '~/domain/verdict'
import { baseUrl } from '~/infra/env.server'
import type { Person } from '~/infra/prisma/client'
import { hashToken, makeToken } from '~/infra/session.server'
import type { Transaction } from '~/infra/transact.server'

const HOUR_MS = 3_600_000

/** What a mailed link is for, how long it holds, and the page it opens. */
const PURPOSES = {
  confirm_email: { validHours: 24, page: 'confirm-email' },
  reset_password: { validHours: 1, page: 'reset-password' },
  invitation: { validHours: 7 * 24, page: 'invitation' },
} as const
export type TokenPurpose = keyof typeof PURPOSES

export const langOf = (person: { lang: string }): Lang => (isLang(person.lang) ? person.lang : 'vi')

/** A page of ours as a whole address, for mails. */
export const linkTo = (lang: Lang, page: string): string => `${baseUrl()}/${lang}/${page}`

/** Ends a person's earlier links of the purpose and makes a new one. */
async function makeLink(t: Transaction, person: Person, purpose: TokenPurpose): Promise<string> {
  const { token, tokenHash } = makeToken()
  const { validHours, page } = PURPOSES[purpose]
  await endLinks(t, person.id, purpose)
  const expiresAt = new Date(t.now.getTime() + validHours * HOUR_MS)
  await t.db.oneTimeToken.create({ data: { tokenHash, personId: person.id, purpose, expiresAt, createdAt: t.now } })
  return linkTo(langOf(person), `${page}/${token}`)
}

/** Links of a person that nobody may use any more. */
export async function endLinks(t: Transaction, personId: string, purpose?: TokenPurpose): Promise<void> {
  await t.db.oneTimeToken.updateMany({ where: { personId, purpose, usedAt: null }, data: { usedAt: t.now } })
}

/** Mails a person a link; an invitation names the role. */
export async function mailLink(t: Transaction, person: Person, purpose: TokenPurpose, role = ''): Promise<void> {
  const lang = langOf(person)
  const addressed = { name: person.fullName, link: await makeLink(t, person, purpose) }
  const { validHours } = PURPOSES[purpose]
  if (purpose === 'invitation') {
    const validDays = validHours / 24
    return tell(t, person, 'invitation', mail('invitation', { ...addressed, role, validDays }, lang))
  }
  const kind = purpose === 'confirm_email' ? 'verify_email' : purpose
  return tell(t, person, kind, mail(kind, { ...addressed, validHours }, lang))
}

/** Puts a mail to a person into the outbox. */
export const tell = async (t: Transaction, person: Person, kind: string, written: Mail): Promise<void> =>
  void (await t.mail({ kind, to: { email: person.email, name: person.fullName }, lang: langOf(person), ...written }))

/**
 * Uses a link up, once: of two at the same time one finds it used. Refuses `token-invalid` when it is unknown, used,
 * expired, or its person's account is closed.
 */
export async function useToken(t: Transaction, token: string, purpose: TokenPurpose): Promise<Verdict<Person>> {
  const tokenHash = hashToken(token)
  const used = await t.db.oneTimeToken.updateMany({
    where: { tokenHash, purpose, usedAt: null, expiresAt: { gt: t.now }, person: { deactivatedAt: null } },
    data: { usedAt: t.now },
  })
  if (used.count === 0) return refuse('token-invalid')
  const row = await t.db.oneTimeToken.findUniqueOrThrow({ where: { tokenHash }, include: { person: true } })
  return ok(row.person)
}
