import type { Position } from '~/domain/land/geometry'
import { realignPlots as realignRule } from '~/domain/land/plot-operation'
import { may } from '~/domain/party/permission'
import { ok, refuse, type Verdict } from '~/domain/verdict'
import { Prisma } from '~/infra/prisma/client'
import { type Ctx, transact } from '~/infra/transact.server'
import { lockOperands, type ReadPlot, recordOperation } from './operate-plots.server'
import { stalePlot } from './stale-plot.server'

/**
 * A keeper moves the boundary between two neighbours: both keep their codes, their areas change and keep the sum.
 * Refuses what `splitPlot` does, and `plots-apart`.
 */
export async function realignPlots(
  ctx: Ctx,
  input: { plots: ReadPlot[]; line: Position[]; reason: string },
): Promise<Verdict<true>> {
  const allowed = may(ctx.actor, 'land.write')
  if (!allowed.ok) return allowed
  return transact(ctx, async (t) => {
    const locked = await lockOperands(t, input.plots)
    if (!locked.ok) return locked
    const { plots, drawn } = locked.value
    const [one, other] = drawn
    if (!one || !other || drawn.length > 2) return refuse('plots-apart')
    const pieces = realignRule([one, other], input.line)
    if (!pieces.ok) return pieces
    const ids = plots.map(({ id }) => id)
    const { reason } = input
    const zoneId = one.zoneId
    const operationId = await recordOperation(t, { kind: 'realign', zoneId, reason, before: ids, after: ids })
    for (const [i, plot] of plots.entries()) {
      const { ring, areaM2 } = pieces.value[i as 0 | 1]
      const written = await t.db.plot.updateMany({
        where: { id: plot.id, version: plot.version },
        data: {
          ring: ring as unknown as Prisma.InputJsonValue,
          areaM2,
          vn2000: Prisma.DbNull,
          ...(plot.publication === 'in_review' && {
            reviewAskedById: t.actor.personId,
            publishAt: null,
            publishById: null,
          }),
          version: { increment: 1 },
        },
      })
      if (written.count !== 1) return stalePlot(t, plot)
      await t.audit({
        act: 'plot.realign',
        subject: { kind: 'plot', id: plot.id },
        detail: { code: plot.code, areaM2: { from: plot.areaM2, to: areaM2 }, ring: plot.ring, operationId, reason },
      })
    }
    await t.touchCatalogue()
    return ok(true)
  })
}
