import { mail } from '~/documents/notice/mail'
import { checkPassword } from '~/domain/party/password'
import { ok, type Verdict } from '~/domain/verdict'
import { hashPassword } from '~/infra/session.server'
import { type Ctx, transact } from '~/infra/transact.server'
import { endLinks, langOf, linkTo, tell, useToken } from './one-time-token.server'

/**
 * Sets a new password by a mailed link, which also proves the address; ends every session and every other link.
 * Refuses `token-invalid`, and `password-weak` where it holds the name in the address.
 */
export async function resetPassword(ctx: Ctx, input: { token: string; password: string }): Promise<Verdict<true>> {
  const passwordHash = await hashPassword(input.password)
  return transact(ctx, async (t) => {
    const found = await useToken(t, input.token, 'reset_password')
    if (!found.ok) return found
    const person = found.value
    const strong = checkPassword(input.password, person.email)
    if (!strong.ok) return { ok: false, refusal: { ...strong.refusal, field: 'password' } }
    await t.db.person.update({
      where: { id: person.id },
      data: { passwordHash, emailConfirmedAt: person.emailConfirmedAt ?? t.now, version: { increment: 1 } },
    })
    await t.db.session.deleteMany({ where: { personId: person.id } })
    await endLinks(t, person.id)
    await t.audit({ act: 'party.reset_password', subject: { kind: 'person', id: person.id }, detail: {} })
    const lang = langOf(person)
    const addressed = { name: person.fullName, link: linkTo(lang, 'forgot-password') }
    await tell(t, person, 'password_changed', mail('password_changed', addressed, lang))
    return ok(true)
  })
}
