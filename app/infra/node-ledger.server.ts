import { type CapacityEntry, type CapacityHold, ledgerFrom } from '~/domain/land/capacity'
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
