import { tellExpiredHold } from '~/commands/case/tell-expired-hold.server'
import { SYSTEM } from '~/domain/party/permission'
import { expiredHolds } from '~/queries/land/due-holds.server'

/** What time did to holds is told. Each row is taken by one process: the command finds it told already. */
export async function tendHolds(now: Date): Promise<void> {
  const ctx = { actor: SYSTEM, now }
  for (const id of await expiredHolds(now)) await tellExpiredHold(ctx, { id })
}
