import { addDays, type Day } from '../time/day'
import { ok, refuse, type Verdict } from '../verdict'

/**
 * How a signature says in whose place it stands (Decree 30/2020/NĐ-CP, Art. 13 and Annex I): the director's deputy for
 * the director (ký thay), or the head of a division by the director's authority (thừa uỷ quyền).
 */
export const SIGNING_FORMS = ['KT', 'TUQ'] as const
export type SigningForm = (typeof SIGNING_FORMS)[number]

export const SIGNED_OUTCOMES = ['approved', 'refused'] as const
export type SignedOutcome = (typeof SIGNED_OUTCOMES)[number]

export interface DelegationPeriod {
  fromDay: Day
  /** The last day of the paper. */
  untilDay: Day
  /** The first day on which it holds no more, where the director ended it. */
  revokedFrom: Day | null
}

/** What decisions a delegation reaches. */
export interface DelegationScope {
  outcomes: readonly SignedOutcome[]
  /** Of this zone alone; null: of every zone. */
  zoneId: string | null
}

/** The director lets somebody sign decisions: which, where, from when until when, by which paper. */
export interface Delegation extends DelegationPeriod, DelegationScope {
  id: string
  form: SigningForm
  /** As typed. */
  paperNumber: string
  paperDay: Day
  grantedById: string
}

/** The last day it holds; a day before its first where it was ended before it began. */
export const lastDayOf = ({ untilDay, revokedFrom }: DelegationPeriod): Day =>
  revokedFrom !== null && revokedFrom <= untilDay ? addDays(revokedFrom, -1) : untilDay

/** Where a delegation stands on a day. */
export function delegationState(period: DelegationPeriod, today: Day): 'coming' | 'in_force' | 'ended' {
  const last = lastDayOf(period)
  if (last < today || last < period.fromDay) return 'ended'
  return period.fromDay > today ? 'coming' : 'in_force'
}

/** Whether a delegation lets its holder sign this outcome for this zone on a day. */
export const coversDecision = (
  delegation: DelegationPeriod & DelegationScope,
  asked: { outcome: SignedOutcome; zoneId: string | null },
  today: Day,
): boolean =>
  delegation.outcomes.includes(asked.outcome) &&
  (delegation.zoneId === null || delegation.zoneId === asked.zoneId) &&
  delegationState(delegation, today) === 'in_force'

/** Whether there is a day on which it holds: it may have been ended before it began. */
const holdsEver = (period: DelegationPeriod): boolean => period.fromDay <= lastDayOf(period)

/** Whether two delegations of one person would both cover some decision: then its paper could not be told. */
const overlap = (one: DelegationPeriod & DelegationScope, other: DelegationPeriod & DelegationScope): boolean =>
  one.outcomes.some((outcome) => other.outcomes.includes(outcome)) &&
  (one.zoneId === null || other.zoneId === null || one.zoneId === other.zoneId) &&
  one.fromDay <= lastDayOf(other) &&
  other.fromDay <= lastDayOf(one) &&
  holdsEver(one) &&
  holdsEver(other)

/** The same date a year later, to compare with; of 29 February a date that is between 28 February and 1 March. */
const aYearAfter = (day: Day): string => `${Number(day.slice(0, 4)) + 1}${day.slice(4)}`

/**
 * Whether a delegation may be given. Refuses `required` without an outcome; `as-of-future` for a paper of a day to come
 * and `days-reversed` for one signed after the delegation begins; `days-reversed`, `day-past` and `out-of-range`
 * (more than a year) at `untilDay`; `delegation-overlaps` where the same person would hold two for one decision.
 */
export function mayDelegate(
  wish: DelegationScope & { fromDay: Day; untilDay: Day; paperDay: Day },
  others: readonly (DelegationPeriod & DelegationScope)[],
  today: Day,
): Verdict<true> {
  const { outcomes, fromDay, untilDay, paperDay } = wish
  if (outcomes.length === 0) return refuse('required', undefined, 'outcomes')
  if (paperDay > today) return refuse('as-of-future', undefined, 'paperDay')
  if (fromDay < paperDay) return refuse('days-reversed', { from: paperDay }, 'fromDay')
  if (untilDay < fromDay) return refuse('days-reversed', { from: fromDay }, 'untilDay')
  if (untilDay < today) return refuse('day-past', undefined, 'untilDay')
  if (untilDay >= aYearAfter(fromDay)) return refuse('out-of-range', undefined, 'untilDay')
  const other = others.find((one) => overlap({ ...wish, revokedFrom: null }, one))
  return other ? refuse('delegation-overlaps', { from: other.fromDay, until: lastDayOf(other) }, 'fromDay') : ok(true)
}

/**
 * Whether a delegation may be ended from a day on: today or later, while it still holds by then. Refuses `day-past`,
 * `out-of-range` for a day on which it does not hold anyway, `state-forbids` once it is over.
 */
export function mayRevoke(period: DelegationPeriod, from: Day, today: Day): Verdict<true> {
  if (delegationState(period, today) === 'ended') return refuse('state-forbids')
  if (from < today) return refuse('day-past', undefined, 'fromDay')
  return from <= lastDayOf(period) ? ok(true) : refuse('out-of-range', undefined, 'fromDay')
}
