import { ok, type Verdict } from '~/domain/verdict'
import { touchCase } from '~/infra/case-record.server'
import { holdForMove, type OfCase } from '~/infra/hold-record.server'
import { requestHold as keepRequest } from '~/infra/holds.server'
import { type Ctx, transact } from '~/infra/transact.server'

/**
 * A hold is asked for, by the investor, or by the officer where the land's developer has made no offer yet. Nothing is
 * kept by it. Refuses `state-forbids`, `conflict`.
 */
export async function requestHold(ctx: Ctx, input: OfCase): Promise<Verdict<true>> {
  const found = await holdForMove(ctx, input, 'request')
  if (!found.ok) return found
  const { record } = found.value
  const { zone, plots } = record.interest
  return transact(ctx, async (t) => {
    const touched = await touchCase(t, record)
    if (!touched.ok) return touched
    const { id } = await keepRequest(t, {
      caseId: record.id,
      plotIds: plots.map(({ plotId }) => plotId),
      subjectToDeveloperOffer: zone.developerOfferNeeded && record.interest.role === 'tenant',
    })
    await t.audit({
      act: 'hold.request',
      subject: { kind: 'hold', id },
      caseId: record.id,
      detail: { plots: plots.map(({ plot }) => plot.code) },
    })
    return ok(true)
  })
}
