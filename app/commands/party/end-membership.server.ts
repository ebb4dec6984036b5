import { mailsTo } from '~/documents/notice/mails-to'
import { canEnd, ownerStays } from '~/domain/party/membership'
import { may } from '~/domain/party/permission'
import { addDays, dayToDate } from '~/domain/time/day'
import { ok, refuse, type Verdict } from '~/domain/verdict'
import { baseUrl } from '~/infra/env.server'
import { type Ctx, transact } from '~/infra/transact.server'
import { lockedMembers, mayStill } from './membership-rows.server'

/**
 * Ends a membership at once, its last day being yesterday: one leaves, or an owner removes somebody or ends an agent's
 * mandate. What they did stays as it is. Refuses `not-found`, `not-allowed`, `state-forbids` where it has ended,
 * `last-owner`.
 */
export async function endMembership(
  ctx: Ctx,
  input: { organizationId: string; membershipId: string; reason: string | null },
): Promise<Verdict<{ left: boolean }>> {
  const { organizationId, membershipId, reason } = input
  const allowed = may(ctx.actor, 'organization.read', { organizationId })
  if (!allowed.ok) return allowed
  return transact(ctx, async (t) => {
    const members = await lockedMembers(t, organizationId)
    const member = members.find(({ id }) => id === membershipId)
    if (!member) return refuse('not-found')
    const left = member.personId === t.actor.personId
    if (!left) {
      const still = mayStill(t, members, 'organization.manage', organizationId)
      if (!still.ok) return still
    }
    const end = canEnd(member, t.today)
    if (!end.ok) return end
    if (member.role === 'owner') {
      const stays = ownerStays(members, membershipId, t.today)
      if (!stays.ok) return stays
    }
    const ended = await t.db.membership.update({
      where: { id: membershipId },
      data: { untilDay: dayToDate(addDays(t.today, -1)) },
      include: { person: true, organization: { select: { name: true } } },
    })
    await t.audit({
      act: left ? 'organization.leave' : 'organization.remove_member',
      subject: { kind: 'organization', id: organizationId },
      detail: { membershipId, personId: member.personId, role: member.role, reason },
    })
    const about = { organization: ended.organization.name, change: 'ended' as const, path: '/my', baseUrl: baseUrl() }
    if (!left && ended.person.deactivatedAt === null) {
      for (const one of mailsTo([ended.person], 'membership_changed', about)) await t.mail(one)
    }
    return ok({ left })
  })
}
