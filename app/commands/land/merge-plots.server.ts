import { mergePlots as mergeRule } from '~/domain/land/plot-operation'
import { may } from '~/domain/party/permission'
import type { Verdict } from '~/domain/verdict'
import { type Ctx, transact } from '~/infra/transact.server'
import { lockOperands, type ReadPlot, succeedPlots } from './operate-plots.server'

/**
 * A keeper makes one plot of several that lie side by side in one zone; they are retired and readable. Refuses what
 * `splitPlot` does, and `plots-apart`.
 */
export async function mergePlots(
  ctx: Ctx,
  input: { plots: ReadPlot[]; code: string; reason: string },
): Promise<Verdict<true>> {
  const allowed = may(ctx.actor, 'land.write')
  if (!allowed.ok) return allowed
  return transact(ctx, async (t) => {
    const locked = await lockOperands(t, input.plots)
    if (!locked.ok) return locked
    const whole = mergeRule(locked.value.drawn)
    if (!whole.ok) return whole
    return succeedPlots(t, 'merge', locked.value.plots, [{ ...whole.value, code: input.code }], input.reason)
  })
}
