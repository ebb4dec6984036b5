import { may } from '~/domain/party/permission'
import { ok, refuse, type Verdict } from '~/domain/verdict'
import { type Ctx, transact } from '~/infra/transact.server'
import { anotherAdminStays } from './grant.server'
import { endLinks } from './one-time-token.server'

/**
 * Closes an account: its sessions and links end. Refuses `not-found`; `state-forbids` for a closed account, for
 * one's own, and for the last administrator's.
 */
export async function deactivatePerson(ctx: Ctx, input: { personId: string; reason: string }): Promise<Verdict<true>> {
  const allowed = may(ctx.actor, 'people.manage')
  if (!allowed.ok) return allowed
  return transact(ctx, async (t) => {
    const { personId, reason } = input
    const person = await t.db.person.findUnique({ where: { id: personId }, include: { roleGrants: true } })
    if (!person) return refuse('not-found')
    if (person.deactivatedAt || personId === t.actor.personId) return refuse('state-forbids')
    const isAdmin = person.roleGrants.some((grant) => grant.role === 'admin')
    if (isAdmin && !(await anotherAdminStays(t, { personId }))) return refuse('state-forbids')
    await t.db.person.update({
      where: { id: personId },
      data: { deactivatedAt: t.now, version: { increment: 1 } },
    })
    await t.db.session.deleteMany({ where: { personId } })
    await endLinks(t, personId)
    await t.audit({ act: 'party.deactivate_person', subject: { kind: 'person', id: personId }, detail: { reason } })
    return ok(true)
  })
}
