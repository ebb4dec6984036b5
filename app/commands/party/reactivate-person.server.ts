import { may } from '~/domain/party/permission'
import { ok, refuse, type Verdict } from '~/domain/verdict'
import { type Ctx, transact } from '~/infra/transact.server'

/** Opens a closed account again. Refuses `not-found`, and `state-forbids` for one that is open. */
export async function reactivatePerson(ctx: Ctx, input: { personId: string; reason: string }): Promise<Verdict<true>> {
  const allowed = may(ctx.actor, 'people.manage')
  if (!allowed.ok) return allowed
  return transact(ctx, async (t) => {
    const { personId, reason } = input
    const person = await t.db.person.findUnique({ where: { id: personId } })
    if (!person) return refuse('not-found')
    if (!person.deactivatedAt) return refuse('state-forbids')
    await t.db.person.update({ where: { id: personId }, data: { deactivatedAt: null, version: { increment: 1 } } })
    await t.audit({ act: 'party.reactivate_person', subject: { kind: 'person', id: personId }, detail: { reason } })
    return ok(true)
  })
}
