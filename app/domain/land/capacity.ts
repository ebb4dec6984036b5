import { type Day, dayInVietnam } from '../time/day'

export const UTILITY_KINDS = ['power', 'water', 'wastewater'] as const
export type UtilityKind = (typeof UTILITY_KINDS)[number]

/**
 * One append-only row of a utility node, in the node's unit (kVA or m³/day), counted from its day on.
 * `withdrawn` is capacity taken out of service; a commitment given up is a `committed` row below zero.
 */
export interface CapacityEntry {
  kind: 'built' | 'committed' | 'withdrawn'
  amount: number
  from: Day
}

/** Capacity a hold keeps from one instant up to, not including, another. */
export interface CapacityHold {
  amount: number
  from: Date
  until: Date
}

/** Whether a hold is live at any moment of a day in Vietnam. */
export const holdsOn = (hold: CapacityHold, day: Day): boolean =>
  hold.from < hold.until && dayInVietnam(hold.from) <= day && dayInVietnam(new Date(hold.until.getTime() - 1)) >= day

/**
 * What remains of a node on a day: built − withdrawn − committed − held that day, in the node's unit.
 * Below zero when more is promised than built. Holds count on every day they touch, so the answer is
 * never too high.
 */
export const remainingOn = (
  day: Day,
  entries: readonly CapacityEntry[],
  holds: readonly CapacityHold[] = [],
): number => {
  let rest = 0
  for (const entry of entries) {
    if (entry.from <= day) rest += entry.kind === 'built' ? entry.amount : -entry.amount
  }
  for (const hold of holds) if (holdsOn(hold, day)) rest -= hold.amount
  return rest
}

/** The days from which what remains changes through an entry, ascending, each once. */
export const changeDays = (entries: readonly CapacityEntry[]): Day[] =>
  [...new Set(entries.map((entry) => entry.from))].sort()
