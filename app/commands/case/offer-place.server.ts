import { turns } from '~/domain/land/waiting'
import { dayInVietnam, endOfDay } from '~/domain/time/day'
import { deadline } from '~/domain/time/deadline'
import { ok, refuse, type Verdict } from '~/domain/verdict'
import { lockLand } from '~/infra/plot-land.server'
import { calendar, officeSetting } from '~/infra/reference.server'
import { type Ctx, transact } from '~/infra/transact.server'
import { lineOf } from '~/infra/waiting-line.server'
import { placeForTimer } from './place-change.server'
import { tellApplicant } from './tell-applicant.server'

/**
 * The land that became free is offered to the next in line, and kept for it so many working days as the office sets.
 * Refuses `state-forbids` where its turn has not come or another process was first, `calendar-not-published`.
 */
export async function offerPlace(ctx: Ctx, { id }: { id: string }): Promise<Verdict<{ untilDay: string }>> {
  const found = await placeForTimer(ctx, id)
  if (!found.ok) return found
  const { place, record, codes } = found.value
  const limit = await officeSetting('waitingOfferWorkingDays')
  const due = deadline(await calendar(), { received: dayInVietnam(ctx.now), limit, unit: 'working_day' })
  if (!due.ok) return due
  const untilDay = due.value.due
  const plotIds = place.plots.map(({ plotId }) => plotId)
  return transact(ctx, async (t) => {
    const land = await lockLand(t, plotIds)
    if (!land.ok) return land
    const { places, held } = await lineOf(t, 'all')
    if (!turns(places, held, t.now).some((next) => next.id === id)) return refuse('state-forbids')
    const written = await t.db.waitingEntry.updateMany({
      where: { id, state: 'waiting', version: place.version },
      data: { state: 'offered', offeredAt: t.now, offerUntil: endOfDay(untilDay), version: { increment: 1 } },
    })
    if (written.count !== 1) return refuse('state-forbids')
    await t.audit({
      act: 'waiting.offer',
      subject: { kind: 'waiting', id },
      caseId: record.id,
      detail: { plots: codes, position: place.position, untilDay },
    })
    await tellApplicant(t, record, 'waiting_offered', { plots: codes.join(', '), day: untilDay })
    return ok({ untilDay })
  })
}
