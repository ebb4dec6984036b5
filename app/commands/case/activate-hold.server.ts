import { dayInVietnam } from '~/domain/time/day'
import { ok, type Verdict } from '~/domain/verdict'
import { touchCase } from '~/infra/case-record.server'
import { holdForMove, holdWishOf, type OfCase } from '~/infra/hold-record.server'
import { activateHold as holdLand } from '~/infra/holds.server'
import { type Ctx, transact } from '~/infra/transact.server'
import { issueHoldNotice } from './hold-letters.server'
import { tellApplicant } from './tell-applicant.server'

/**
 * The officer in charge holds the case's plots and capacity together before the decision. Refuses `plot-held`,
 * `plot-waited-for`, `plot-not-offered`, `plot-retired`, `capacity-exceeded`, `developer-offer-needed`, `state-forbids`,
 * `conflict`.
 */
export async function activateHold(ctx: Ctx, input: OfCase): Promise<Verdict<{ lastDay: string }>> {
  const found = await holdForMove(ctx, input, 'activate')
  if (!found.ok) return found
  const { record } = found.value
  const { lastDay, ...wish } = await holdWishOf(record, dayInVietnam(ctx.now))
  return transact(ctx, async (t) => {
    const touched = await touchCase(t, record)
    if (!touched.ok) return touched
    const held = await holdLand(t, wish)
    if (!held.ok) return held
    const plots = record.interest.plots.map(({ plot }) => plot.code)
    await t.audit({
      act: 'hold.activate',
      subject: { kind: 'hold', id: held.value.id },
      caseId: record.id,
      detail: { plots, heldThroughDay: lastDay },
    })
    await issueHoldNotice(t, record, held.value.id, { signer: 'officer' })
    await t.touchCatalogue()
    await tellApplicant(t, record, 'hold_activated', { plots: plots.join(', '), day: lastDay, reason: null })
    return ok({ lastDay })
  })
}
