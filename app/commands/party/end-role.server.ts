import { may } from '~/domain/party/permission'
import { addDays, type Day, dayToDate, toDay } from '~/domain/time/day'
import { ok, refuse, type Verdict } from '~/domain/verdict'
import { type Ctx, transact } from '~/infra/transact.server'
import { anotherAdminStays } from './grant.server'

/**
 * Ends a role on its last day: yesterday ends it at once, the past is not rewritten. Refuses `not-found`,
 * `out-of-range` for an earlier day, `state-forbids` when it has ended or no administrator would stay.
 */
export async function endRole(
  ctx: Ctx,
  input: { personId: string; grantId: string; untilDay: Day },
): Promise<Verdict<true>> {
  const allowed = may(ctx.actor, 'people.manage')
  if (!allowed.ok) return allowed
  return transact(ctx, async (t) => {
    const { grantId, personId, untilDay } = input
    const adminStays = await anotherAdminStays(t, { grantId })
    const grant = await t.db.roleGrant.findFirst({ where: { id: grantId, personId } })
    if (!grant) return refuse('not-found')
    if (grant.untilDay && toDay(grant.untilDay) < t.today) return refuse('state-forbids')
    if (untilDay < addDays(t.today, -1)) return refuse('out-of-range', undefined, 'untilDay')
    if (grant.role === 'admin' && !adminStays) return refuse('state-forbids')
    await t.db.roleGrant.update({ where: { id: grantId }, data: { untilDay: dayToDate(untilDay) } })
    await t.audit({
      act: 'party.end_role',
      subject: { kind: 'person', id: personId },
      detail: { grantId, role: grant.role, untilDay },
    })
    return ok(true)
  })
}
