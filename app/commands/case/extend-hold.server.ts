import { lastDayOf } from '~/domain/land/hold'
import { addDays, endOfDay } from '~/domain/time/day'
import { ok, refuse, type Verdict } from '~/domain/verdict'
import { codesOf, holdForMove, type OfCase, takeHold } from '~/infra/hold-record.server'
import { shortNode } from '~/infra/node-ledger.server'
import { officeSetting } from '~/infra/reference.server'
import { type Ctx, transact } from '~/infra/transact.server'
import { issueHoldNotice } from './hold-letters.server'
import { tellApplicant } from './tell-applicant.server'

/**
 * The officer extends a hold once, by the days the office sets, from its own last day. Refuses `hold-extended`,
 * `state-forbids` once it has run out, `plot-held` and `capacity-exceeded` where somebody by a later clock was promised
 * the land or capacity meanwhile, `conflict`.
 */
export async function extendHold(ctx: Ctx, input: OfCase & { reason: string }): Promise<Verdict<{ lastDay: string }>> {
  const found = await holdForMove(ctx, input, 'extend')
  if (!found.ok) return found
  const days = await officeSetting('holdExtensionDays')
  return transact(ctx, async (t) => {
    const taken = await takeHold(t, found.value)
    if (!taken.ok) return taken
    const hold = taken.value
    const lastDay = addDays(lastDayOf(hold.untilInstant), days)
    const untilInstant = endOfDay(lastDay)
    const plotIds = hold.plots.map(({ plotId }) => plotId)
    await t.db.$queryRaw`SELECT id FROM "Plot" WHERE id = ANY(${plotIds}::uuid[]) ORDER BY id FOR UPDATE`
    await t.db.holdPlot.updateMany({ where: { holdId: hold.id }, data: { untilInstant } })
    await t.db.holdCapacity.updateMany({ where: { holdId: hold.id }, data: { untilInstant } })
    const short = await shortNode(
      t,
      hold.capacities.map(({ nodeId }) => nodeId),
    )
    if (short) return refuse('capacity-exceeded', short)
    await t.db.hold.update({
      where: { id: hold.id },
      data: { state: found.value.next, untilInstant, extendedAt: t.now, extensionReason: input.reason },
    })
    const plots = codesOf(hold)
    await t.audit({
      act: 'hold.extend',
      subject: { kind: 'hold', id: hold.id },
      caseId: hold.caseId,
      detail: { plots, from: lastDayOf(hold.untilInstant), heldThroughDay: lastDay, reason: input.reason },
    })
    await issueHoldNotice(t, found.value.record, hold.id, { signer: 'officer' })
    await t.touchCatalogue()
    const about = { plots: plots.join(', '), day: lastDay, reason: input.reason }
    await tellApplicant(t, found.value.record, 'hold_extended', about)
    return ok({ lastDay })
  })
}
