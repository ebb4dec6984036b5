import { escalateSilence } from '~/commands/case/escalate-silence.server'
import { lapsePlace } from '~/commands/case/lapse-place.server'
import { offerPlace } from '~/commands/case/offer-place.server'
import { tellExpiredHold } from '~/commands/case/tell-expired-hold.server'
import { SYSTEM } from '~/domain/party/permission'
import { silentRequests } from '~/queries/case/developer-desk.server'
import { dueInLine, expiredHolds } from '~/queries/land/due-holds.server'

/**
 * What time did to holds is told, land that became free is offered to the next in line, and a developer's silence is
 * told to the office. Each row is taken by one
 * process: the command finds it done already.
 */
export async function tendHolds(now: Date): Promise<void> {
  const ctx = { actor: SYSTEM, now }
  for (const id of await expiredHolds(now)) await tellExpiredHold(ctx, { id })
  const { lapsed, next } = await dueInLine(now)
  for (const id of lapsed) await lapsePlace(ctx, { id })
  for (const id of next) await offerPlace(ctx, { id })
  for (const id of await silentRequests(now)) await escalateSilence(ctx, { id })
}
