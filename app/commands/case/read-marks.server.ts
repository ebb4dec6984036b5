import type { MessageSide } from '~/domain/case/message'
import type { Transaction } from '~/infra/transact.server'

/** Marks what the other side wrote in a case as read by this one; gives how many messages. */
export async function markRead(t: Transaction, caseId: string, side: MessageSide): Promise<number> {
  const read = await t.db.caseMessage.updateMany({
    where: { caseId, readAt: null, side: side === 'office' ? 'investor' : 'office' },
    data: { readAt: t.now, readById: t.actor.personId },
  })
  return read.count
}
