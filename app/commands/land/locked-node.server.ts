import type { UtilityKind } from '~/domain/land/capacity'
import { may } from '~/domain/party/permission'
import { ok, refuse, type Verdict } from '~/domain/verdict'
import { idKey } from '~/infra/key-page.server'
import type { Transaction } from '~/infra/transact.server'

export interface LockedNode {
  id: string
  zoneId: string
  kind: UtilityKind
  illustrative: boolean
  version: number
}

/**
 * A node of the actor's land, its row locked until the transaction ends: whoever promises or changes its capacity
 * waits. Refuses `not-found`, `not-allowed`, and `conflict` when it is no longer as it was read.
 */
export async function lockNode(
  t: Transaction,
  { id, version }: { id: string; version: number },
): Promise<Verdict<LockedNode>> {
  if (!idKey(id)) return refuse('not-found')
  const [node] = await t.db.$queryRaw<LockedNode[]>`
    SELECT id, "zoneId", kind, illustrative, version FROM "UtilityNode" WHERE id = ${id}::uuid FOR UPDATE`
  if (!node) return refuse('not-found')
  const own = may(t.actor, 'land.write', { zoneId: node.zoneId })
  if (!own.ok) return own
  if (node.version !== version) return refuse('conflict')
  await t.db.utilityNode.update({ where: { id }, data: { version: { increment: 1 } } })
  return ok(node)
}
