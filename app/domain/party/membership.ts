import type { Day } from '../time/day'
import { ok, refuse, type Verdict } from '../verdict'
import type { MemberRole } from './permission'
import { type Period, periodState, periodsOverlap } from './role-grant'

/** Days an invitation may be accepted in. */
export const INVITATION_DAYS = 7

/** Roles that a member may be changed to; an agent's mandate is neither given nor taken by a change of role. */
export const CHANGED_ROLES = ['owner', 'member', 'reader'] as const satisfies readonly MemberRole[]
export type ChangedRole = (typeof CHANGED_ROLES)[number]

export interface Belonging extends Period {
  id: string
  personId: string
  role: MemberRole
  /** The account is open. */
  active: boolean
}

/** What a mandate says: its days, both of them in it, and what it is for. */
export interface MandateTerms {
  fromDay: Day
  untilDay: Day
  scope: string
}

/** Refuses `days-reversed` for a last day before the first, `day-past` for one that is over, both at `untilDay`. */
export function checkMandate({ fromDay, untilDay }: Omit<MandateTerms, 'scope'>, today: Day): Verdict<true> {
  if (untilDay < fromDay) return refuse('days-reversed', { from: fromDay }, 'untilDay')
  return untilDay < today ? refuse('day-past', undefined, 'untilDay') : ok(true)
}

/** Whether somebody already belongs to the organisation on a day of the period. Refuses `already-member`. */
export const joins = (members: readonly Belonging[], personId: string, period: Period): Verdict<true> =>
  members.some((member) => member.personId === personId && periodsOverlap(member, period))
    ? refuse('already-member', undefined, 'email')
    : ok(true)

/**
 * Whether a member may stop being an owner today: an open account that owns it without an end stays. Refuses
 * `last-owner`.
 */
export function ownerStays(members: readonly Belonging[], without: string, today: Day): Verdict<true> {
  const stays = members.some(
    (member) =>
      member.id !== without &&
      member.role === 'owner' &&
      member.active &&
      member.untilDay === null &&
      periodState(member, today) === 'in_force',
  )
  return stays ? ok(true) : refuse('last-owner')
}

/** Whether a member has an end to make: one that ended keeps it. Refuses `state-forbids`. */
export const canEnd = (member: Belonging, today: Day): Verdict<true> =>
  periodState(member, today) === 'ended' ? refuse('state-forbids') : ok(true)

/**
 * Whether a member's role may become another from today on. Refuses `state-forbids` for an agent, for one that does not
 * hold today, and for the role it has; `last-owner`.
 */
export function canChangeRole(
  members: readonly Belonging[],
  member: Belonging,
  role: ChangedRole,
  today: Day,
): Verdict<true> {
  if (member.role === 'agent' || member.role === role || periodState(member, today) !== 'in_force') {
    return refuse('state-forbids')
  }
  return member.role === 'owner' ? ownerStays(members, member.id, today) : ok(true)
}
