import type { Day } from '../time/day'
import { ok, refuse, type Verdict } from '../verdict'
import { type Actor, type GrantedRole, hasRole, OFFICE_ROLES } from './permission'

/** What a granted role is limited to: one zone, one agency, one division where that is said, or nothing. */
export function scopeOf(role: GrantedRole): 'zone' | 'agency' | 'division' | 'none' {
  if (role === 'developer') return 'zone'
  if (role === 'agency') return 'agency'
  return role === 'officer' || role === 'head' ? 'division' : 'none'
}

/** First and last day a role holds; an open end is null. */
export interface Period {
  fromDay: Day
  untilDay: Day | null
}

/** Where a dated role stands on a day. A period that ends before it begins never held. */
export function periodState({ fromDay, untilDay }: Period, today: Day): 'coming' | 'in_force' | 'ended' {
  if (untilDay !== null && (untilDay < today || untilDay < fromDay)) return 'ended'
  return fromDay > today ? 'coming' : 'in_force'
}

const isEmpty = ({ fromDay, untilDay }: Period): boolean => untilDay !== null && untilDay < fromDay

/** Whether two periods share a day. */
export const periodsOverlap = (a: Period, b: Period): boolean =>
  !isEmpty(a) &&
  !isEmpty(b) &&
  (a.untilDay === null || b.fromDay <= a.untilDay) &&
  (b.untilDay === null || a.fromDay <= b.untilDay)

/** A period that may be written: it ends no earlier than it begins. Refuses `out-of-range` at `untilDay`. */
export const checkPeriod = (period: Period): Verdict<Period> =>
  isEmpty(period) ? refuse('out-of-range', undefined, 'untilDay') : ok(period)

/** Where somebody's work begins after signing in, without the language. */
export function landingOf(actor: Actor): string {
  if (hasRole(actor, ...OFFICE_ROLES, 'auditor')) return '/office'
  if (hasRole(actor, 'agency')) return '/office/steps'
  if (hasRole(actor, 'developer')) return '/desk'
  return hasRole(actor, 'admin') ? '/office/admin/people' : '/my'
}
