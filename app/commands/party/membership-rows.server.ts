import type { Belonging } from '~/domain/party/membership'
import { type Act, type MemberRole, may } from '~/domain/party/permission'
import { toDay } from '~/domain/time/day'
import { ok, type Verdict } from '~/domain/verdict'
import type { Transaction } from '~/infra/transact.server'

/**
 * The organisation's memberships, all of them that ever were, its row locked to the end: one change of who belongs to
 * it at a time, so that of two owners who leave at once one stays.
 */
export async function lockedMembers(t: Transaction, organizationId: string): Promise<Belonging[]> {
  await t.db.$queryRaw`SELECT 1 FROM "Organization" WHERE id = ${organizationId}::uuid FOR UPDATE`
  const rows = await t.db.membership.findMany({
    where: { organizationId },
    include: { person: { select: { deactivatedAt: true } } },
  })
  return rows.map((row) => ({
    id: row.id,
    personId: row.personId,
    role: row.role as MemberRole,
    fromDay: toDay(row.fromDay),
    untilDay: row.untilDay && toDay(row.untilDay),
    active: row.person.deactivatedAt === null,
  }))
}

/**
 * Asks again of the actor's own membership as it stands in the locked rows: somebody whose role was taken meanwhile no
 * longer has it.
 */
export function mayStill(
  t: Transaction,
  members: readonly Belonging[],
  act: Act,
  organizationId: string,
): Verdict<true> {
  const own = members.filter(
    ({ personId, fromDay, untilDay }) =>
      personId === t.actor.personId && fromDay <= t.today && (untilDay === null || untilDay >= t.today),
  )
  const organizations = own.map(({ role }) => ({ id: organizationId, name: '', role }))
  const allowed = may({ ...t.actor, organizations }, act, { organizationId })
  return allowed.ok ? ok(true) : allowed
}
