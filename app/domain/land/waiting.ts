import { type CaseState, isOpen } from '../case/state'
import { ok, refuse, type Verdict } from '../verdict'
import { type HoldState, isHolding } from './hold'

/** What became of a place in the line. `lapsed` is stored by the sweep, and true before it. */
export const PLACE_STATES = ['waiting', 'offered', 'accepted', 'declined', 'lapsed', 'left'] as const
export type PlaceState = (typeof PLACE_STATES)[number]

export const PLACE_MOVES = ['offer', 'accept', 'decline', 'lapse', 'leave'] as const
export type PlaceMove = (typeof PLACE_MOVES)[number]

/** Every move of a place. Whoever is activated by an officer when its turn has come accepts without an offer. */
export const PLACE_TABLE: Record<PlaceState, Partial<Record<PlaceMove, PlaceState>>> = {
  waiting: { offer: 'offered', accept: 'accepted', leave: 'left' },
  offered: { accept: 'accepted', decline: 'declined', lapse: 'lapsed', leave: 'left' },
  accepted: {},
  declined: {},
  lapsed: {},
  left: {},
}

/** The state after a move; refuses `state-forbids`. */
export const movePlace = (state: PlaceState, made: PlaceMove): Verdict<PlaceState> => {
  const next = PLACE_TABLE[state][made]
  return next ? ok(next) : refuse('state-forbids', { state, move: made })
}

/** A place in the line: of a case, for all of its plots together. */
export interface LinePlace {
  caseId: string
  /** One for each place ever given: the smaller goes first. */
  position: number
  state: PlaceState
  offerUntil: Date | null
  plotIds: readonly string[]
  /** Its land is offered, its case assessed, and on private land the developer has made it an offer: it could hold it now. */
  ready: boolean
}

/** The state of a place at an instant: an offer nobody answered has lapsed at its end. */
export const placeStateAt = (place: Pick<LinePlace, 'state' | 'offerUntil'>, now: Date): PlaceState =>
  place.state === 'offered' && place.offerUntil !== null && place.offerUntil <= now ? 'lapsed' : place.state

const byPosition = (one: LinePlace, other: LinePlace): number => one.position - other.position
const meets = (plotIds: readonly string[], taken: ReadonlySet<string>): boolean => plotIds.some((id) => taken.has(id))

/** The places whose land is kept for them at an instant, by an offer that can still be answered. */
const offered = (places: readonly LinePlace[], now: Date): LinePlace[] =>
  places.filter((place) => placeStateAt(place, now) === 'offered')

/**
 * The places whose turn it is: in their order, each whose plots are all free of holds, of standing offers, and of the
 * turns before it. A place for several plots waits until all of them are free, one whose case could not hold the land yet
 * until it can; neither holds up anybody meanwhile.
 */
export function turns<P extends LinePlace>(places: readonly P[], held: ReadonlySet<string>, now: Date): P[] {
  const taken = new Set([...held, ...offered(places, now).flatMap(({ plotIds }) => plotIds)])
  const found: P[] = []
  for (const place of [...places].sort(byPosition)) {
    if (place.state !== 'waiting' || !place.ready || meets(place.plotIds, taken)) continue
    found.push(place)
    for (const id of place.plotIds) taken.add(id)
  }
  return found
}

/**
 * Whether a case may have plots that are free, with the line as it stands: nobody else was offered them, and nobody
 * else's turn it is. Refuses `plot-waited-for`.
 */
export function mayTake(
  asked: { caseId: string; plotIds: readonly string[] },
  places: readonly LinePlace[],
  held: ReadonlySet<string>,
  now: Date,
): Verdict<true> {
  const wanted = new Set(asked.plotIds)
  const before = [...offered(places, now), ...turns(places, held, now)]
  const other = before.find((place) => place.caseId !== asked.caseId && meets(place.plotIds, wanted))
  return other ? refuse('plot-waited-for') : ok(true)
}

/** How many places go before this one for any of its plots: 0 is the next in line. */
export const placesBefore = (mine: LinePlace, places: readonly LinePlace[], now: Date): number => {
  const wanted = new Set(mine.plotIds)
  return places.filter((place) => {
    const state = placeStateAt(place, now)
    return (
      place.position < mine.position && (state === 'waiting' || state === 'offered') && meets(place.plotIds, wanted)
    )
  }).length
}

/**
 * Whether a case may take a place in the line: it was received and is open, holds nothing, and others hold its plots or
 * wait for them. Refuses `state-forbids`, `plot-free`.
 */
export function mayJoin(of: { case: CaseState; hold: HoldState; hasPlots: boolean; taken: boolean }): Verdict<true> {
  const waits =
    isOpen(of.case) && of.case !== 'submitted' && of.hasPlots && !isHolding(of.hold) && of.hold !== 'converted'
  if (!waits) return refuse('state-forbids', { state: of.case, move: 'join' })
  return of.taken ? ok(true) : refuse('plot-free')
}
