import { letterSignature } from '~/domain/case/signing'
import { ok, type Verdict } from '~/domain/verdict'
import { codesOf, holdForMove, type OfCase, takeHold } from '~/infra/hold-record.server'
import { releaseHolds } from '~/infra/holds.server'
import { type Ctx, transact } from '~/infra/transact.server'
import { issueReleaseNotice } from './hold-letters.server'
import { tellApplicant } from './tell-applicant.server'

/** The office gives held or requested land back, with a reason the investor reads. Refuses `state-forbids`, `conflict`. */
export async function releaseHold(ctx: Ctx, input: OfCase & { reason: string }): Promise<Verdict<true>> {
  const found = await holdForMove(ctx, input, 'release')
  if (!found.ok) return found
  return transact(ctx, async (t) => {
    const taken = await takeHold(t, found.value)
    if (!taken.ok) return taken
    await releaseHolds(t, taken.value.caseId, input.reason)
    const { record } = found.value
    if (taken.value.state !== 'requested') {
      await issueReleaseNotice(t, record, {
        cause: 'released',
        text: input.reason,
        signature: letterSignature(ctx.actor),
      })
      await t.touchCatalogue()
    }
    const about = { plots: codesOf(taken.value).join(', '), day: null, reason: input.reason }
    await tellApplicant(t, record, 'hold_released', about)
    return ok(true)
  })
}
