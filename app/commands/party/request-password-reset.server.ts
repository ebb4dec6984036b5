import { ok, type Verdict } from '~/domain/verdict'
import { evenTime } from '~/infra/even-time.server'
import { countTry } from '~/infra/rate-limit.server'
import { type Ctx, transact } from '~/infra/transact.server'
import { mailLink } from './one-time-token.server'

/** Mails the link that sets a new password, where the address has an open account. The answer never says which. */
export async function requestPasswordReset(ctx: Ctx, input: { email: string }): Promise<Verdict<true>> {
  const allowed = await countTry('mail-link', input.email)
  if (!allowed.ok) return allowed
  const asked = transact(ctx, async (t) => {
    const person = await t.db.person.findFirst({ where: { email: input.email, deactivatedAt: null } })
    if (!person) return ok(true as const)
    await mailLink(t, person, 'reset_password')
    await t.audit({ act: 'party.request_password_reset', subject: { kind: 'person', id: person.id }, detail: {} })
    return ok(true as const)
  })
  return evenTime(asked)
}
