import { changeCommercial } from '~/domain/land/plot-change'
import type { CommercialState } from '~/domain/land/readiness'
import { may } from '~/domain/party/permission'
import { ok, refuse, type Verdict } from '~/domain/verdict'
import { type Ctx, transact } from '~/infra/transact.server'
import { changedInReview, checkPlot, type PlotInput, plotColumns, writeFacts } from './plot-rows.server'
import { stalePlot } from './stale-plot.server'

/**
 * The office, or the zone's developer, changes a plot. Figures that expire are superseded, not overwritten. Refuses `conflict` when somebody
 * was faster, `boundary-from-vertices`, `not-a-choice` for a commercial state no move leads to, `rung-too-high`, a wrong boundary.
 */
export async function editPlot(ctx: Ctx, input: PlotInput & { code: string; version: number }): Promise<Verdict<true>> {
  const allowed = may(ctx.actor, 'land.write')
  if (!allowed.ok) return allowed
  return transact(ctx, async (t) => {
    const plot = await t.db.plot.findUnique({ where: { code: input.code }, include: { zone: true } })
    if (!plot) return refuse('not-found')
    const own = may(ctx.actor, 'land.write', { zoneId: plot.zoneId })
    if (!own.ok) return own
    if (plot.retiredAt) return refuse('state-forbids')
    if (plot.version !== input.version) return stalePlot(t, plot)
    // Vertices are the legal boundary: a drawing does not go over them.
    const drawn = JSON.stringify(input.ring) !== JSON.stringify(plot.ring)
    if (plot.vn2000 !== null && drawn) return refuse('boundary-from-vertices', undefined, 'ring')
    const commercial = changeCommercial(plot.commercial as CommercialState, input.commercial)
    if (!commercial.ok) return commercial
    const fits = await checkPlot(t, plot.zone, input, plot.id)
    if (!fits.ok) return fits
    const written = await t.db.plot.updateMany({
      where: { id: plot.id, version: input.version },
      data: {
        ...plotColumns(input),
        ...changedInReview(t, plot),
        version: { increment: 1 },
      },
    })
    if (written.count !== 1) return stalePlot(t, plot)
    const facts = await writeFacts(t, plot.id, input)
    await t.audit({
      act: 'plot.edit',
      subject: { kind: 'plot', id: plot.id },
      detail: {
        code: plot.code,
        areaM2: { from: plot.areaM2, to: input.areaM2 },
        readiness: { from: plot.readiness, to: input.readiness },
        commercial: { from: plot.commercial, to: input.commercial },
        facts,
        source: input.source,
      },
    })
    await t.touchCatalogue()
    return ok(true)
  })
}
