import { type CaseState, isOpen } from '../case/state'
import { ACTS, type Act, type Actor, may, type Role, type Thing } from '../party/permission'
import type { RefusalCode } from '../refusal'
import { addDays, type Day, dayInVietnam } from '../time/day'
import { ok, refuse, type Verdict } from '../verdict'
import { type Rung, rungAllowed, type ZoneStatus } from './readiness'

/** `none`: the case never had one. `expired` is never stored: a hold's range says it. */
export const HOLD_STATES = ['none', 'requested', 'active', 'extended', 'converted', 'released', 'expired'] as const
export type HoldState = (typeof HOLD_STATES)[number]

export const HOLD_MOVES = ['request', 'activate', 'extend', 'convert', 'release'] as const
export type HoldMove = (typeof HOLD_MOVES)[number]

/** Every move there is. What ended may begin anew, as a hold of its own; a lease is the end. */
export const HOLD_TABLE: Record<HoldState, Partial<Record<HoldMove, HoldState>>> = {
  none: { request: 'requested', activate: 'active' },
  requested: { activate: 'active', release: 'released' },
  active: { extend: 'extended', convert: 'converted', release: 'released' },
  extended: { convert: 'converted', release: 'released' },
  released: { request: 'requested', activate: 'active' },
  expired: { request: 'requested', activate: 'active' },
  converted: {},
}

const ACT_OF: Record<HoldMove, Act & `hold.${string}`> = {
  request: 'hold.request',
  activate: 'hold.activate',
  extend: 'hold.extend',
  convert: 'hold.convert',
  release: 'hold.release',
}

/** The act a person must be allowed to make the move. */
export const actOfHold = (made: HoldMove): Act & `hold.${string}` => ACT_OF[made]

const ASSESSED: readonly CaseState[] = [
  'in_assessment',
  'in_consultation',
  'in_review',
  'awaiting_decision',
  'approved',
  'in_fulfilment',
]
const WAITING: readonly CaseState[] = ['awaiting_supplement', 'suspended']

/** Where the case must stand. A hold may be given back as long as the case is open. */
const CASE_ADMITS: Record<HoldMove, (state: CaseState) => boolean> = {
  request: (state) => ASSESSED.includes(state),
  activate: (state) => ASSESSED.includes(state),
  extend: (state) => ASSESSED.includes(state) || WAITING.includes(state),
  convert: (state) => state === 'approved' || state === 'in_fulfilment',
  release: isOpen,
}

/** Whether a case in this state may hold land. */
export const caseAdmitsHold = (state: string): boolean => ASSESSED.includes(state as CaseState)

/** The offer of the company that leases the land: not needed where the State does. */
export type OfferStanding = 'not_needed' | 'missing' | 'standing'

/** What a move of a case's hold is judged by. */
export interface HoldFacts {
  hold: HoldState
  case: CaseState
  /** Whether the case names plots at all. */
  hasPlots: boolean
  offer: OfferStanding
  thing: Thing
}

/** The state of a hold as it is kept, at an instant: past its end it has expired, whatever is stored. */
export function holdStateAt(hold: { state: string; untilInstant: Date } | null, now: Date): HoldState {
  if (!hold) return 'none'
  const runs = hold.state === 'active' || hold.state === 'extended'
  return runs && hold.untilInstant <= now ? 'expired' : (hold.state as HoldState)
}

/** Whether plots and capacity are kept in this state. */
export const isHolding = (state: HoldState): boolean => state === 'active' || state === 'extended'

/**
 * The state after a move. Refuses `hold-extended` a second extension, `state-forbids` what the hold or the case does
 * not admit, and `developer-offer-needed` a hold of a private developer's land before that developer's offer.
 */
export function moveHold(facts: Omit<HoldFacts, 'thing'>, made: HoldMove): Verdict<HoldState> {
  const next = HOLD_TABLE[facts.hold][made]
  if (made === 'extend' && facts.hold === 'extended') return refuse('hold-extended')
  if (next === undefined || !facts.hasPlots) return refuse('state-forbids', { state: facts.hold, move: made })
  if (!CASE_ADMITS[made](facts.case)) return refuse('state-forbids', { state: facts.case, move: made })
  if (made === 'activate' && facts.offer === 'missing') return refuse('developer-offer-needed')
  return ok(next)
}

/** The same for somebody: refuses as `may` does too. */
export function mayMoveHold(actor: Actor, made: HoldMove, facts: HoldFacts): Verdict<HoldState> {
  const allowed = may(actor, actOfHold(made), facts.thing)
  return allowed.ok ? moveHold(facts, made) : allowed
}

export interface OfferedHoldMove {
  move: HoldMove
  /** Null: the actor may make it now. */
  whyNot: RefusalCode | null
  /** Who may make it. */
  roles: Role[]
}

/** The moves of the table in this state, each with who may make it and why the actor may not. */
export function offeredHoldMoves(actor: Actor, facts: HoldFacts): OfferedHoldMove[] {
  const open = HOLD_MOVES.filter((made) => {
    if (HOLD_TABLE[facts.hold][made] === undefined || !facts.hasPlots || !CASE_ADMITS[made](facts.case)) return false
    // Who may activate asks nobody, where no offer is to be waited for.
    return made !== 'request' || facts.offer === 'missing' || !may(actor, 'hold.activate', facts.thing).ok
  })
  return open.map((made) => {
    const verdict = mayMoveHold(actor, made, facts)
    const roles: readonly Role[] = ACTS[actOfHold(made)]
    return { move: made, whyNot: verdict.ok ? null : verdict.refusal.code, roles: [...roles] }
  })
}

/** The last day of a hold that ends at an instant, which itself is not part of it. */
export const lastDayOf = (until: Date): Day => dayInVietnam(new Date(until.getTime() - 1))

const LEASE_AHEAD_DAYS = 366
/** Seventy years, the longest term of the land law, with a margin for leap years. */
const LEASE_MAX_DAYS = 70 * 366

/** Whether a lease may run from one day to another: it begins within a year. Refuses `out-of-range`, `days-reversed`. */
export function checkLease(lease: { fromDay: Day; untilDay: Day }, heldFrom: Day, today: Day): Verdict<true> {
  const { fromDay, untilDay } = lease
  if (fromDay < heldFrom || fromDay > addDays(today, LEASE_AHEAD_DAYS)) {
    return refuse('out-of-range', { min: heldFrom, max: addDays(today, LEASE_AHEAD_DAYS) }, 'fromDay')
  }
  if (untilDay <= fromDay) return refuse('days-reversed', { from: addDays(fromDay, 1) }, 'untilDay')
  return untilDay <= addDays(fromDay, LEASE_MAX_DAYS) ? ok(true) : refuse('out-of-range', undefined, 'untilDay')
}

/**
 * The rung a leased plot stands on: its lease shows that it can be leased, where the zone's status admits that rung.
 * Land leased before its zone operates stays on the rung it has reached.
 */
export const rungAfterLease = (rung: Rung, zone: ZoneStatus): Rung =>
  rungAllowed('leasable', zone).ok ? 'leasable' : rung
