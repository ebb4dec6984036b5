import { may } from '~/domain/party/permission'
import type { Verdict } from '~/domain/verdict'
import { type Ctx, transact } from '~/infra/transact.server'
import { type StepInput, turnPublication } from './plot-publication.server'

/**
 * Takes a plot back from the public list; cases in hand go on. Refuses `plot-held` while a hold is live, `conflict`,
 * `state-forbids` where it is not public.
 */
export async function withdrawPlot(ctx: Ctx, input: StepInput): Promise<Verdict<true>> {
  const allowed = may(ctx.actor, 'land.publish')
  if (!allowed.ok) return allowed
  return transact(ctx, (t) => turnPublication(t, input, 'withdraw'))
}
