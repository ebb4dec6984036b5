import { type CaseState, isOpen } from '../case/state'
import { addDays, type Day } from '../time/day'
import { ok, refuse, type Verdict } from '../verdict'

/** Interest at the desk of the company that leases the land. An offer that ran out may be made anew; a decline is final. */
export const REQUEST_STATES = ['asked', 'info_needed', 'offered', 'declined'] as const
export type RequestState = (typeof REQUEST_STATES)[number]

export const REQUEST_MOVES = ['offer', 'decline', 'ask', 'reply'] as const
export type RequestMove = (typeof REQUEST_MOVES)[number]

export const REQUEST_TABLE: Record<RequestState, Partial<Record<RequestMove, RequestState>>> = {
  asked: { offer: 'offered', decline: 'declined', ask: 'info_needed' },
  info_needed: { offer: 'offered', decline: 'declined', reply: 'asked' },
  offered: { offer: 'offered' },
  declined: {},
}

/** Why a developer does not offer. */
export const DECLINE_REASONS = [
  'land_committed',
  'sector_not_wanted',
  'capacity_short',
  'terms_not_met',
  'environment',
  'other',
] as const
export type DeclineReason = (typeof DECLINE_REASONS)[number]

/** The state after a move, while the case is open; refuses `state-forbids`. */
export function moveRequest(state: RequestState, made: RequestMove, of: CaseState): Verdict<RequestState> {
  const next = REQUEST_TABLE[state][made]
  return next && isOpen(of) ? ok(next) : refuse('state-forbids', { state, move: made })
}

/** The moves of the developer or the investor that are open now: forms are shown for these. */
export const requestMoves = (state: RequestState, of: CaseState): RequestMove[] =>
  REQUEST_MOVES.filter((made) => moveRequest(state, made, of).ok)

const OFFER_MAX_DAYS = 366

/** Until when an offer may stand: from today to a year on. Refuses `day-past`, `out-of-range`. */
export function checkOffer(untilDay: Day, today: Day): Verdict<Day> {
  if (untilDay < today) return refuse('day-past', undefined, 'untilDay')
  return untilDay <= addDays(today, OFFER_MAX_DAYS) ? ok(untilDay) : refuse('out-of-range', undefined, 'untilDay')
}

/** What the developer may see of who asks, as the investor agreed: each scope has the one before. */
export const CONSENT_SCOPES = ['none', 'name', 'contact'] as const
export type ConsentScope = (typeof CONSENT_SCOPES)[number]

/** Consent is only ever widened: what was seen cannot be taken back. Refuses `state-forbids`. */
export const widen = (from: ConsentScope, to: ConsentScope): Verdict<ConsentScope> =>
  CONSENT_SCOPES.indexOf(to) > CONSENT_SCOPES.indexOf(from) ? ok(to) : refuse('state-forbids', { from, to })

/** Who asks, in full: the names, and whatever somebody typed, which may have names in it. */
export interface Asker {
  organization: string
  country: string
  project: string
  summary: string
  contactName: string
  contactPhone: string
  contactEmail: string
}

/** What of it the developer is shown. Typed text counts as a name. */
export function seenOf(asker: Asker, scope: ConsentScope): Partial<Asker> {
  const { organization, country, project, summary, ...contact } = asker
  if (scope === 'none') return {}
  return { organization, country, project, summary, ...(scope === 'contact' ? contact : {}) }
}
