import type { CapacityEntry, CapacityHold } from '~/domain/land/capacity'
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
