import { may } from '~/domain/party/permission'
import { ok, refuse, type Verdict } from '~/domain/verdict'
import { type Ctx, transact } from '~/infra/transact.server'
import { checkPlot, type PlotInput, plotColumns, writeFacts } from './plot-rows.server'

/**
 * The office, or the zone's developer, adds a plot as a draft that only they see. Refuses `not-allowed`, `already-used` for the code,
 * `rung-too-high`, and what is wrong with the boundary.
 */
export async function addPlot(
  ctx: Ctx,
  input: PlotInput & { code: string; zoneCode: string },
): Promise<Verdict<{ code: string }>> {
  const allowed = may(ctx.actor, 'land.write')
  if (!allowed.ok) return allowed
  if (input.commercial !== 'offered' && input.commercial !== 'not_offered') {
    return refuse('not-a-choice', undefined, 'commercial')
  }
  return transact(ctx, async (t) => {
    const zone = await t.db.zone.findUnique({ where: { code: input.zoneCode } })
    if (!zone || !may(ctx.actor, 'land.write', { zoneId: zone.id }).ok)
      return refuse('not-a-choice', undefined, 'zoneCode')
    const fits = await checkPlot(t, zone, input, null)
    if (!fits.ok) return fits
    if (await t.db.plot.findUnique({ where: { code: input.code } })) return refuse('already-used', undefined, 'code')
    const plot = await t.db.plot.create({
      data: { ...plotColumns(input), code: input.code, zoneId: zone.id, publication: 'draft', createdAt: t.now },
    })
    // A plot without a node has no capacity: the zone's nodes serve all of its plots until the office says otherwise.
    const nodes = await t.db.utilityNode.findMany({ where: { zoneId: zone.id }, select: { id: true } })
    await t.db.plotNode.createMany({ data: nodes.map(({ id }) => ({ plotId: plot.id, nodeId: id })) })
    await writeFacts(t, plot.id, input)
    await t.audit({
      act: 'plot.add',
      subject: { kind: 'plot', id: plot.id },
      detail: { code: input.code, zone: input.zoneCode, areaM2: input.areaM2, source: input.source },
    })
    await t.touchCatalogue()
    return ok({ code: plot.code })
  })
}
