import { type Day, dayInVietnam } from '../time/day'
import { ok, refuse, type Verdict } from '../verdict'

export const UTILITY_KINDS = ['power', 'water', 'wastewater'] as const
export type UtilityKind = (typeof UTILITY_KINDS)[number]

export const ENTRY_KINDS = ['built', 'committed', 'withdrawn'] as const
export type EntryKind = (typeof ENTRY_KINDS)[number]

/**
 * One append-only row of a utility node, in the node's unit (kVA or m³/day), counted from its day on.
 * `withdrawn` is capacity taken out of service; a commitment given up is a `committed` row below zero.
 */
export interface CapacityEntry {
  kind: EntryKind
  amount: number
  from: Day
}

/** Capacity a hold keeps from one instant up to, not including, another. */
export interface CapacityHold {
  amount: number
  from: Date
  until: Date
  /** The day from which the project needs it; without one, from the hold's own first day. */
  neededOn?: Day | null
}

/** A node on a day: the sums of its rows so far, in its unit. `remaining` = built − withdrawn − committed − held. */
export interface CapacityDay {
  day: Day
  built: number
  withdrawn: number
  committed: number
  held: number
  remaining: number
}

/** The holds that live at an instant. */
export const liveHolds = <T extends CapacityHold>(holds: readonly T[], now: Date): T[] =>
  holds.filter((hold) => hold.from <= now && now < hold.until)

/** The day from which a hold takes capacity. */
export const holdFrom = (hold: CapacityHold): Day => hold.neededOn ?? dayInVietnam(hold.from)

/**
 * What a node has on a day. A hold counts from the day its capacity is needed and on every later day, as if it lasted:
 * give the holds that live when the question is asked, and leave out those that have ended.
 */
export function nodeDay(day: Day, entries: readonly CapacityEntry[], holds: readonly CapacityHold[] = []): CapacityDay {
  const sums = { built: 0, committed: 0, withdrawn: 0 }
  for (const entry of entries) if (entry.from <= day) sums[entry.kind] += entry.amount
  let held = 0
  for (const hold of holds) if (hold.from < hold.until && holdFrom(hold) <= day) held += hold.amount
  return { day, ...sums, held, remaining: sums.built - sums.withdrawn - sums.committed - held }
}

/** What remains of a node on one day, in the node's unit. Below zero when more is promised than built. */
export const remainingOn = (day: Day, entries: readonly CapacityEntry[], holds: readonly CapacityHold[] = []): number =>
  nodeDay(day, entries, holds).remaining

/** The days from which what remains changes, ascending, each once. */
export const changeDays = (entries: readonly CapacityEntry[], holds: readonly CapacityHold[] = []): Day[] =>
  [...new Set([...entries.map((entry) => entry.from), ...holds.map(holdFrom)])].sort()

/** A node's days in order: the first asked for, each later one on which something changes, and others asked for. */
export const ledgerFrom = (
  first: Day,
  entries: readonly CapacityEntry[],
  holds: readonly CapacityHold[] = [],
  others: readonly Day[] = [],
): CapacityDay[] => {
  const days = new Set([first, ...changeDays(entries, holds).filter((day) => day > first), ...others])
  return [...days].sort().map((day) => nodeDay(day, entries, holds))
}

/**
 * What can still be promised from a day on: the least that remains on that day or any later one, in the node's unit.
 * What is promised once stays promised, also when the node is to lose capacity later.
 */
export const promisableFrom = (
  day: Day,
  entries: readonly CapacityEntry[],
  holds: readonly CapacityHold[] = [],
): number => Math.min(...ledgerFrom(day, entries, holds).map(({ remaining }) => remaining))

const RAISES: Record<EntryKind, 1 | -1> = { built: 1, committed: -1, withdrawn: -1 }

/**
 * Whether a row may be added to a node. What lowers the remainder may leave none below zero on its own day or any
 * later one, live holds counted as lasting: refuses `capacity-short` with the first such day and what is missing
 * then. A commitment given up must have been made: refuses `not-committed`.
 */
export function admitEntry(
  added: CapacityEntry,
  entries: readonly CapacityEntry[],
  holds: readonly CapacityHold[],
): Verdict<CapacityEntry> {
  const days = ledgerFrom(added.from, [...entries, added], holds)
  const unmade = days.find((day) => day.committed < 0)
  if (unmade && added.kind === 'committed' && added.amount < 0) {
    return refuse('not-committed', { day: unmade.day, committed: unmade.committed - added.amount }, 'amount')
  }
  if (added.amount * RAISES[added.kind] >= 0) return ok(added)
  const short = days.find((day) => day.remaining < 0)
  return short ? refuse('capacity-short', { day: short.day, missing: -short.remaining }, 'amount') : ok(added)
}

/** A hold on a node's plots that still takes capacity of it. */
export interface PlotUse {
  plot: string
  caseNumber: string
}

/** Whether plots may be untied from a node: no live hold of them counts on it. Refuses `node-in-use`. */
export function mayUntie(plots: readonly string[], uses: readonly PlotUse[]): Verdict<true> {
  const used = uses.find((use) => plots.includes(use.plot))
  return used ? refuse('node-in-use', { plot: used.plot, number: used.caseNumber }, 'plots') : ok(true)
}
