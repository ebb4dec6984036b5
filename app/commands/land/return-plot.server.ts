import { may } from '~/domain/party/permission'
import type { Verdict } from '~/domain/verdict'
import { type Ctx, transact } from '~/infra/transact.server'
import { type StepInput, turnPublication } from './plot-publication.server'

/**
 * A reviewer sends a plot back to its keeper, saying why. Refuses `asker-publishes`, `conflict`, `state-forbids`.
 */
export async function returnPlot(ctx: Ctx, input: StepInput): Promise<Verdict<true>> {
  const allowed = may(ctx.actor, 'land.publish')
  if (!allowed.ok) return allowed
  return transact(ctx, (t) => turnPublication(t, input, 'return'))
}
