import { ok, refuse, type Verdict } from '../verdict'

/** The eight rungs from planned to leasable, lowest first. Readiness never says "available". */
export const RUNGS = [
  'planned',
  'recovery_notice',
  'compensation',
  'cleared',
  'levelled',
  'serviced',
  'accepted',
  'leasable',
] as const
export type Rung = (typeof RUNGS)[number]

export const ZONE_STATUSES = [
  'proposed',
  'planned',
  'policy_approved',
  'established',
  'under_construction',
  'operating',
] as const
export type ZoneStatus = (typeof ZONE_STATUSES)[number]

export const COMMERCIAL_STATES = ['not_offered', 'offered', 'held', 'reserved', 'leased', 'returned'] as const
export type CommercialState = (typeof COMMERCIAL_STATES)[number]

export const PUBLICATION_STATES = ['draft', 'in_review', 'published', 'withdrawn'] as const
export type PublicationState = (typeof PUBLICATION_STATES)[number]

const HIGHEST_RUNG: Record<ZoneStatus, number> = {
  proposed: 2,
  planned: 2,
  policy_approved: 2,
  established: 4,
  under_construction: 7,
  operating: 8,
}

const COMMERCIAL_MOVES: Record<CommercialState, readonly CommercialState[]> = {
  not_offered: ['offered'],
  offered: ['held', 'reserved', 'not_offered'],
  held: ['offered', 'reserved', 'leased'],
  reserved: ['offered', 'leased'],
  leased: ['returned'],
  returned: ['offered', 'not_offered'],
}

/** Whether a value is one of the eight rungs. */
export const isRung = (value: unknown): value is Rung => RUNGS.includes(value as Rung)

/** The number of a rung, 1 (planned) to 8 (leasable). */
export const rungNumber = (rung: Rung): number => RUNGS.indexOf(rung) + 1

/** The rung with a number; numbers outside 1 to 8 give the nearest rung. */
export const rungAt = (number: number): Rung =>
  RUNGS[Math.min(RUNGS.length, Math.max(1, Math.round(number))) - 1] as Rung

/**
 * The highest rung a plot may stand on while its zone has a status: land cannot be cleared before the
 * zone is established, and is not leasable before the zone operates.
 */
export const highestRung = (status: ZoneStatus): Rung => rungAt(HIGHEST_RUNG[status])

/** Whether a plot may stand on a rung in a zone of this status; refuses `state-forbids`. */
export const rungAllowed = (rung: Rung, status: ZoneStatus): Verdict<Rung> =>
  rungNumber(rung) <= HIGHEST_RUNG[status] ? ok(rung) : refuse('state-forbids', { from: status, to: rung }, 'readiness')

/** The commercial state after a move; a move that is not in the table is refused `state-forbids`. */
export const moveCommercial = (from: CommercialState, to: CommercialState): Verdict<CommercialState> =>
  COMMERCIAL_MOVES[from].includes(to) ? ok(to) : refuse('state-forbids', { from, to })

/**
 * Whether interest may be registered for a plot: it is published and offered, whatever its readiness.
 * Refuses `plot-not-offered`.
 */
export const canRegisterInterest = (plot: {
  code?: string
  publication: PublicationState
  commercial: CommercialState
}): Verdict<true> =>
  plot.publication === 'published' && plot.commercial === 'offered'
    ? ok(true)
    : refuse('plot-not-offered', plot.code === undefined ? undefined : { plot: plot.code })
