import {
  type CapacityEntry,
  type CapacityHold,
  ledgerFrom,
  promisableFrom,
  type UtilityKind,
} from '~/domain/land/capacity'
import { toDay } from '~/domain/time/day'
import type { Transaction } from './transact.server'

/**
 * A node's rows and the holds that have not ended, read where its row is locked by the caller. A hold that begins after
 * `t.now` counts too: a request that asked earlier may come to the lock later.
 */
export async function ledgerOf(
  t: Transaction,
  nodeId: string,
): Promise<{ entries: CapacityEntry[]; holds: CapacityHold[] }> {
  const entries = await t.db.capacityEntry.findMany({ where: { nodeId } })
  const holds = await t.db.holdCapacity.findMany({
    where: { nodeId, untilInstant: { gt: t.now } },
  })
  return {
    entries: entries.map(({ kind, amount, fromDay }) => ({
      kind: kind as CapacityEntry['kind'],
      amount,
      from: toDay(fromDay),
    })),
    holds: holds.map(({ amount, fromInstant, untilInstant, neededOn }) => ({
      amount,
      from: fromInstant,
      until: untilInstant,
      neededOn: neededOn && toDay(neededOn),
    })),
  }
}

/** The first of these nodes that has promised more than it has, on any day; their rows are locked here. */
export async function shortNode(
  t: Transaction,
  nodeIds: readonly string[],
): Promise<{ utility: string; required: number; remaining: number } | null> {
  const nodes = await t.db.$queryRaw<{ id: string; kind: string }[]>`
    SELECT id, kind FROM "UtilityNode" WHERE id = ANY(${[...nodeIds]}::uuid[]) ORDER BY id FOR UPDATE`
  for (const { id, kind } of nodes) {
    const { entries, holds } = await ledgerOf(t, id)
    const least = Math.min(...ledgerFrom(t.today, entries, holds).map(({ remaining }) => remaining))
    if (least < 0) return { utility: kind, required: -least, remaining: 0 }
  }
  return null
}

/** What one figure says of a zone's remaining capacity: what can be promised from today on, summed over its nodes. */
export interface RemainingCapacity {
  powerKva?: number
  waterM3PerDay?: number
  wastewaterM3PerDay?: number
}
const PART_OF: Record<UtilityKind, keyof RemainingCapacity> = {
  power: 'powerKva',
  water: 'waterM3PerDay',
  wastewater: 'wastewaterM3PerDay',
}

/** What remains at a zone's nodes as their ledgers stand; null where it has none. Their rows are locked here. */
export async function remainingOf(
  t: Transaction,
  zoneId: string,
): Promise<{ value: RemainingCapacity; illustrative: boolean } | null> {
  const nodes = await t.db.$queryRaw<{ id: string; kind: string; illustrative: boolean }[]>`
    SELECT id, kind, illustrative FROM "UtilityNode" WHERE "zoneId" = ${zoneId}::uuid ORDER BY id FOR UPDATE`
  if (nodes.length === 0) return null
  const value: RemainingCapacity = {}
  for (const { id, kind } of nodes) {
    const { entries, holds } = await ledgerOf(t, id)
    const part = PART_OF[kind as UtilityKind]
    value[part] = (value[part] ?? 0) + promisableFrom(t.today, entries, holds)
  }
  return { value, illustrative: nodes.some((node) => node.illustrative) }
}
