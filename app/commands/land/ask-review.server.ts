import { may } from '~/domain/party/permission'
import type { Verdict } from '~/domain/verdict'
import { type Ctx, transact } from '~/infra/transact.server'
import { type StepInput, turnPublication } from './plot-publication.server'

/**
 * Whoever keeps a plot asks another person to review it before it goes public. Refuses `conflict`, `state-forbids`.
 */
export async function askReview(ctx: Ctx, input: StepInput): Promise<Verdict<true>> {
  const allowed = may(ctx.actor, 'land.write')
  if (!allowed.ok) return allowed
  return transact(ctx, (t) => turnPublication(t, input, 'ask_review'))
}
