import { may } from '~/domain/party/permission'
import { ok, refuse, type Verdict } from '~/domain/verdict'
import { type Ctx, transact } from '~/infra/transact.server'
import { stalePlot } from './stale-plot.server'

/** Takes back a publication that was set for later; the plot stays in review. Refuses `conflict`, `state-forbids`. */
export async function cancelPublication(ctx: Ctx, input: { code: string; version: number }): Promise<Verdict<true>> {
  const allowed = may(ctx.actor, 'land.publish')
  if (!allowed.ok) return allowed
  return transact(ctx, async (t) => {
    const plot = await t.db.plot.findUnique({ where: { code: input.code } })
    if (!plot) return refuse('not-found')
    if (plot.version !== input.version) return stalePlot(t, plot)
    if (plot.publishAt === null) return refuse('state-forbids')
    const written = await t.db.plot.updateMany({
      where: { id: plot.id, version: input.version, publishAt: { not: null } },
      data: { publishAt: null, publishById: null, version: { increment: 1 } },
    })
    if (written.count !== 1) return stalePlot(t, plot)
    await t.audit({
      act: 'plot.cancel_schedule',
      subject: { kind: 'plot', id: plot.id },
      detail: { code: plot.code, publishAt: plot.publishAt.toISOString() },
    })
    return ok(true)
  })
}
