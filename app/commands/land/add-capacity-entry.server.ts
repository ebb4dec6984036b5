import { admitEntry, type CapacityEntry } from '~/domain/land/capacity'
import { may } from '~/domain/party/permission'
import { dayToDate } from '~/domain/time/day'
import { ok, type Verdict } from '~/domain/verdict'
import { ledgerOf } from '~/infra/node-ledger.server'
import { type Ctx, transact } from '~/infra/transact.server'
import { lockNode } from './locked-node.server'

export interface EntryInput extends CapacityEntry {
  nodeId: string
  version: number
  reason: string
  source: string
}

/**
 * Adds a row to a node's ledger, which never loses one. Decided while the node's row is locked, so that no hold and no
 * other row comes between. Refuses `capacity-short`, `not-committed`, `conflict`, `not-found`, `not-allowed`.
 */
export async function addCapacityEntry(ctx: Ctx, input: EntryInput): Promise<Verdict<true>> {
  const allowed = may(ctx.actor, 'land.write')
  if (!allowed.ok) return allowed
  const { nodeId, version, kind, amount, from, reason, source } = input
  return transact(ctx, async (t) => {
    const node = await lockNode(t, { id: nodeId, version })
    if (!node.ok) return node
    const { entries, holds } = await ledgerOf(t, nodeId)
    const admitted = admitEntry({ kind, amount, from }, entries, holds)
    if (!admitted.ok) return admitted
    const { illustrative } = node.value
    await t.db.capacityEntry.create({
      data: { nodeId, kind, amount, fromDay: dayToDate(from), reason, source, illustrative, createdAt: t.now },
    })
    await t.audit({
      act: 'node.enter',
      subject: { kind: 'node', id: nodeId },
      detail: { kind, amount, from, reason, source },
    })
    await t.touchCatalogue()
    return ok(true)
  })
}
