import { lapsePlace } from '~/commands/case/lapse-place.server'
import { offerPlace } from '~/commands/case/offer-place.server'
import { tellExpiredHold } from '~/commands/case/tell-expired-hold.server'
import { SYSTEM } from '~/domain/party/permission'
import { dueInLine, expiredHolds } from '~/queries/land/due-holds.server'

/**
 * What time did to holds is told, and land that became free is offered to the next in line. Each row is taken by one
 * process: the command finds it done already.
 */
export async function tendHolds(now: Date): Promise<void> {
  const ctx = { actor: SYSTEM, now }
  for (const id of await expiredHolds(now)) await tellExpiredHold(ctx, { id })
  const { lapsed, next } = await dueInLine(now)
  for (const id of lapsed) await lapsePlace(ctx, { id })
  for (const id of next) await offerPlace(ctx, { id })
}
