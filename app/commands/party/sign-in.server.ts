import { landingOf } from '~/domain/party/role-grant'
import { ok, refuse, type Verdict } from '~/domain/verdict'
import { db } from '~/infra/db.server'
import { countTry, forgetTries } from '~/infra/rate-limit.server'
import { actorOf, passwordMatches } from '~/infra/session.server'
import { type Ctx, transact } from '~/infra/transact.server'
import { mailLink } from './one-time-token.server'

/**
 * Checks credentials. An unknown address, a closed account and a wrong password are answered alike and take as long
 * (`credentials-wrong`); with the right password an unconfirmed address gets a fresh link (`email-unconfirmed`).
 * Refuses `too-many-requests` for an account tried too often. Gives who it is and where their work begins.
 */
export async function signIn(
  ctx: Ctx,
  input: { email: string; password: string },
): Promise<Verdict<{ personId: string; landing: string }>> {
  const allowed = await countTry('sign-in-account', input.email)
  if (!allowed.ok) return allowed
  const person = await db().person.findUnique({ where: { email: input.email } })
  const hash = person && person.deactivatedAt === null ? person.passwordHash : null
  if (!(await passwordMatches(hash, input.password)) || !person) return refuse('credentials-wrong')
  await forgetTries('sign-in-account', input.email)
  if (person.emailConfirmedAt === null) {
    if ((await countTry('mail-link', input.email)).ok) {
      await transact(ctx, async (t) => {
        await mailLink(t, person, 'confirm_email')
        return ok(true)
      })
    }
    return refuse('email-unconfirmed')
  }
  const actor = await actorOf(person.id)
  if (!actor) return refuse('credentials-wrong')
  return transact({ ...ctx, actor }, async (t) => {
    await t.audit({ act: 'party.sign_in', subject: { kind: 'person', id: person.id }, detail: {} })
    return ok({ personId: person.id, landing: landingOf(actor) })
  })
}
