import { may } from '~/domain/party/permission'
import type { Verdict } from '~/domain/verdict'
import { type Ctx, transact } from '~/infra/transact.server'
import { type StepInput, turnPublication } from './plot-publication.server'

/**
 * Whoever asked for the review takes the plot back as a draft. Refuses `not-the-asker`, `conflict`, `state-forbids`.
 */
export async function takeBackReview(ctx: Ctx, input: StepInput): Promise<Verdict<true>> {
  const allowed = may(ctx.actor, 'land.write')
  if (!allowed.ok) return allowed
  return transact(ctx, (t) => turnPublication(t, input, 'take_back'))
}
