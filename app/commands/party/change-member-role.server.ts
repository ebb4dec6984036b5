import { mailsTo } from '~/documents/notice/mails-to'
import { type ChangedRole, canChangeRole } from '~/domain/party/membership'
import { may } from '~/domain/party/permission'
import { addDays, dayToDate } from '~/domain/time/day'
import { ok, refuse, type Verdict } from '~/domain/verdict'
import { baseUrl } from '~/infra/env.server'
import { type Ctx, transact } from '~/infra/transact.server'
import { lockedMembers, mayStill } from './membership-rows.server'

/**
 * Gives a member another role from today on; the former membership ended yesterday and stays in the history. Refuses
 * `not-found`, `not-allowed`, and what `canChangeRole` refuses.
 */
export async function changeMemberRole(
  ctx: Ctx,
  input: { organizationId: string; membershipId: string; role: ChangedRole },
): Promise<Verdict<true>> {
  const { organizationId, membershipId, role } = input
  const allowed = may(ctx.actor, 'organization.manage', { organizationId })
  if (!allowed.ok) return allowed
  return transact(ctx, async (t) => {
    const members = await lockedMembers(t, organizationId)
    const still = mayStill(t, members, 'organization.manage', organizationId)
    if (!still.ok) return still
    const member = members.find(({ id }) => id === membershipId)
    if (!member) return refuse('not-found')
    const change = canChangeRole(members, member, role, t.today)
    if (!change.ok) return change
    await t.db.membership.update({
      where: { id: membershipId },
      data: { untilDay: dayToDate(addDays(t.today, -1)) },
    })
    const { personId, untilDay } = member
    const written = await t.db.membership.create({
      data: {
        personId,
        organizationId,
        role,
        fromDay: dayToDate(t.today),
        untilDay: untilDay && dayToDate(untilDay),
        createdAt: t.now,
      },
      include: { person: true, organization: { select: { name: true } } },
    })
    await t.audit({
      act: 'organization.change_role',
      subject: { kind: 'organization', id: organizationId },
      detail: { membershipId: written.id, personId, from: member.role, to: role },
    })
    const about = {
      organization: written.organization.name,
      change: role,
      path: `/my/organization/${organizationId}`,
      baseUrl: baseUrl(),
    }
    if (personId !== t.actor.personId) {
      for (const one of mailsTo([written.person], 'membership_changed', about)) await t.mail(one)
    }
    return ok(true)
  })
}
