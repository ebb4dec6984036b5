import { may } from '~/domain/party/permission'
import { ok, refuse, type Verdict } from '~/domain/verdict'
import { type Ctx, transact } from '~/infra/transact.server'
import { type GrantInput, writeGrant } from './grant.server'

/** Gives a person a dated role. Refuses `not-found`, `state-forbids` for a closed account, and what `writeGrant` refuses. */
export async function grantRole(ctx: Ctx, input: GrantInput & { personId: string }): Promise<Verdict<string>> {
  const allowed = may(ctx.actor, 'people.manage')
  if (!allowed.ok) return allowed
  return transact(ctx, async (t) => {
    const { personId, role, zoneCode, agencyKey, divisionKey, fromDay, untilDay } = input
    const person = await t.db.person.findUnique({ where: { id: personId } })
    if (!person) return refuse('not-found')
    if (person.deactivatedAt) return refuse('state-forbids')
    const grant = await writeGrant(t, personId, input)
    if (!grant.ok) return grant
    await t.audit({
      act: 'party.grant_role',
      subject: { kind: 'person', id: personId },
      detail: { grantId: grant.value, role, zoneCode, agencyKey, divisionKey, fromDay, untilDay },
    })
    return ok(grant.value)
  })
}
