import { may } from '~/domain/party/permission'
import type { Verdict } from '~/domain/verdict'
import { type Ctx, transact } from '~/infra/transact.server'
import { type StepInput, turnPublication } from './plot-publication.server'

/**
 * Shows a reviewed plot to everybody from now on. Refuses `asker-publishes` to whoever asked for the review, `plot-stale`,
 * `zone-not-published`, `conflict`, `state-forbids` where it is not in review.
 */
export async function publishPlot(ctx: Ctx, input: StepInput): Promise<Verdict<true>> {
  const allowed = may(ctx.actor, 'land.publish')
  if (!allowed.ok) return allowed
  return transact(ctx, (t) => turnPublication(t, input, 'publish'))
}
