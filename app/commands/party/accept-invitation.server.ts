import { checkPassword } from '~/domain/party/password'
import { VISITOR } from '~/domain/party/permission'
import { landingOf } from '~/domain/party/role-grant'
import { ok, type Verdict } from '~/domain/verdict'
import { actorOf, hashPassword } from '~/infra/session.server'
import { type Ctx, transact } from '~/infra/transact.server'
import { endLinks, useToken } from './one-time-token.server'

/**
 * Takes an invitation: the link proves the address, the password opens the account. Gives who it is and where their
 * work begins. Refuses `token-invalid`, and `password-weak` where it holds the name in the address.
 */
export async function acceptInvitation(
  ctx: Ctx,
  input: { token: string; password: string },
): Promise<Verdict<{ personId: string; landing: string }>> {
  const passwordHash = await hashPassword(input.password)
  const accepted = await transact(ctx, async (t) => {
    const found = await useToken(t, input.token, 'invitation')
    if (!found.ok) return found
    const { id, email } = found.value
    const strong = checkPassword(input.password, email)
    if (!strong.ok) return { ok: false, refusal: { ...strong.refusal, field: 'password' } }
    await t.db.person.update({
      where: { id },
      data: { passwordHash, emailConfirmedAt: t.now, version: { increment: 1 } },
    })
    await endLinks(t, id)
    await t.audit({ act: 'party.accept_invitation', subject: { kind: 'person', id }, detail: {} })
    return ok(id)
  })
  if (!accepted.ok) return accepted
  const actor = (await actorOf(accepted.value)) ?? VISITOR
  return ok({ personId: accepted.value, landing: landingOf(actor) })
}
