import { askFactOwners } from '~/commands/land/ask-fact-owners.server'
import { withdrawStalePlots } from '~/commands/land/withdraw-stale-plots.server'
import { SYSTEM } from '~/domain/party/permission'

/** Asks the owners of figures that ran out; takes plots whose grace period is over from the public list. */
export async function tendFacts(now: Date): Promise<{ asked: number; withdrawn: string[] }> {
  const ctx = { actor: SYSTEM, now }
  let asked = 0
  for (;;) {
    const round = await askFactOwners(ctx)
    if (!round.ok || round.value === 0) break
    asked += round.value
  }
  const withdrawn: string[] = []
  for (;;) {
    const round = await withdrawStalePlots(ctx)
    if (!round.ok || round.value.length === 0) break
    withdrawn.push(...round.value)
  }
  return { asked, withdrawn }
}
