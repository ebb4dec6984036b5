import { changePublication } from '~/domain/land/plot-change'
import type { PublicationState } from '~/domain/land/readiness'
import { may } from '~/domain/party/permission'
import { ok, refuse, type Verdict } from '~/domain/verdict'
import { type Ctx, transact } from '~/infra/transact.server'
import { stalePlot } from './stale-plot.server'

/** Shows a plot to everybody from now on. Refuses `conflict`, `state-forbids` where it is public already. */
export async function publishPlot(ctx: Ctx, input: { code: string; version: number }): Promise<Verdict<true>> {
  const allowed = may(ctx.actor, 'land.publish')
  if (!allowed.ok) return allowed
  return transact(ctx, async (t) => {
    const plot = await t.db.plot.findUnique({ where: { code: input.code } })
    if (!plot) return refuse('not-found')
    if (plot.version !== input.version) return stalePlot(t, plot)
    const publication = changePublication(plot.publication as PublicationState, 'published')
    if (!publication.ok) return publication
    const written = await t.db.plot.updateMany({
      where: { id: plot.id, version: input.version },
      data: { publication: publication.value, version: { increment: 1 } },
    })
    if (written.count !== 1) return stalePlot(t, plot)
    await t.audit({
      act: 'plot.publish',
      subject: { kind: 'plot', id: plot.id },
      detail: { code: plot.code, from: plot.publication, to: publication.value },
    })
    await t.touchCatalogue()
    return ok(true)
  })
}
