import { type Actor, divisionsOf, hasRole, OFFICE_ROLES } from '../party/permission'
import type { CaseState } from './state'

/** Whose cases a list shows: what waits for me, nobody's, my divisions', all that are open, those that have ended. */
export const INBOX_TABS = ['mine', 'unassigned', 'division', 'all', 'ended'] as const
export type InboxTab = (typeof INBOX_TABS)[number]

/** How days narrow a list: late, at risk, waiting for the investor, a zone developer silent past its own day. */
export const INBOX_DUE = ['overdue', 'soon', 'waiting', 'silent'] as const
export type InboxDue = (typeof INBOX_DUE)[number]

/** What waits for a role as such; an officer's cases are those the officer has. */
const WAITS_FOR_ROLE = {
  intake: ['submitted', 'received'],
  head: ['in_review'],
  director: ['awaiting_decision'],
} as const satisfies Record<string, readonly CaseState[]>

interface Turn {
  states: readonly CaseState[]
  divisionKeys: string[] | null
  /** Of these zones alone; null: of all. */
  zoneIds: string[] | null
  /** Not what this person reviewed. */
  notReviewedBy: string | null
}

export interface Waiting {
  /** The actor, and whoever the actor is deputy of. */
  officerIds: string[]
  /** The states in which it is the actor's turn; of a head's own divisions where the head has any. */
  turns: Turn[]
}

/** What waits for a person: the cases in hand, and those whose turn is the person's role. */
export function waitingFor(actor: Actor): Waiting {
  const officerIds = [actor.personId, ...(actor.deputyFor ?? []).map(({ id }) => id)].filter((id) => id !== null)
  const roles = (['intake', 'head', 'director'] as const).filter((role) => hasRole(actor, role))
  const everywhere = { divisionKeys: null, zoneIds: null, notReviewedBy: null }
  const turns: Turn[] = roles.map((role) => ({
    ...everywhere,
    states: WAITS_FOR_ROLE[role],
    divisionKeys: role === 'head' ? headedBy(actor) : null,
  }))
  if (hasRole(actor, 'signer') && !hasRole(actor, 'director')) {
    const zones = (actor.delegations ?? []).map(({ zoneId }) => zoneId)
    turns.push({
      ...everywhere,
      states: WAITS_FOR_ROLE.director,
      zoneIds: zones.includes(null) ? null : zones.filter((id) => id !== null),
      notReviewedBy: actor.personId,
    })
  }
  return { officerIds, turns }
}

/** The divisions a head answers for; null: all of them. */
function headedBy(actor: Actor): string[] | null {
  const keys = actor.grants.filter(({ role }) => role === 'head').map(({ divisionKey }) => divisionKey ?? null)
  return keys.includes(null) ? null : keys.filter((key) => key !== null)
}

/** The lists a person has: a division's only where the person belongs to one. */
export const tabsFor = (actor: Actor): InboxTab[] =>
  INBOX_TABS.filter((tab) => tab !== 'division' || divisionsOf(actor).length > 0)

/** The list a person begins with. */
export const firstTab = (actor: Actor): InboxTab => (hasRole(actor, ...OFFICE_ROLES) ? 'mine' : 'all')
