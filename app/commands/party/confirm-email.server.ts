import { ok, type Verdict } from '~/domain/verdict'
import { type Ctx, transact } from '~/infra/transact.server'
import { useToken } from './one-time-token.server'

/** Confirms an address by the link mailed to it. Refuses `token-invalid`. */
export function confirmEmail(ctx: Ctx, input: { token: string }): Promise<Verdict<true>> {
  return transact(ctx, async (t) => {
    const person = await useToken(t, input.token, 'confirm_email')
    if (!person.ok) return person
    const { id } = person.value
    await t.db.person.update({ where: { id }, data: { emailConfirmedAt: t.now, version: { increment: 1 } } })
    await t.audit({ act: 'party.confirm_email', subject: { kind: 'person', id }, detail: {} })
    return ok(true)
  })
}
