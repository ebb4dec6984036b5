import { mayUntie } from '~/domain/land/capacity'
import { may } from '~/domain/party/permission'
import { ok, refuse, type Verdict } from '~/domain/verdict'
import { idKey } from '~/infra/key-page.server'
import { type Ctx, transact } from '~/infra/transact.server'
import { lockNode } from './locked-node.server'

export interface TieInput {
  nodeId: string
  version: number
  to: 'tied' | 'untied'
  /** Whole blocks, and single plots, of the node's zone. */
  blocks: string[]
  codes: string[]
}

/**
 * Ties plots to a node, or unties them. Plots are locked before the node, in the order in which a hold locks them, so
 * that a plot is never untied while it is being held. Refuses `node-in-use` for a plot whose live hold counts on the
 * node, `not-a-choice` for a block or plot the zone does not have, `required`, `conflict`, `not-found`, `not-allowed`.
 */
export async function tiePlots(ctx: Ctx, input: TieInput): Promise<Verdict<{ changed: number }>> {
  const allowed = may(ctx.actor, 'land.write')
  if (!allowed.ok) return allowed
  const { nodeId, version, to, blocks, codes } = input
  if (!idKey(nodeId)) return refuse('not-found')
  return transact(ctx, async (t) => {
    const plots = await t.db.$queryRaw<{ id: string; code: string; block: string | null }[]>`
      SELECT p.id, p.code, p.block FROM "Plot" p JOIN "UtilityNode" n ON n."zoneId" = p."zoneId"
      WHERE n.id = ${nodeId}::uuid AND p."retiredAt" IS NULL
        AND (p.block = ANY(${blocks}::text[]) OR p.code = ANY(${codes}::text[]))
      ORDER BY p.id FOR UPDATE OF p`
    const node = await lockNode(t, { id: nodeId, version })
    if (!node.ok) return node
    if (blocks.length + codes.length === 0) return refuse('required', undefined, 'codes')
    const strange = codes.find((code) => plots.every((plot) => plot.code !== code))
    if (strange) return refuse('plot-unknown', { plot: strange }, 'codes')
    const emptyBlock = blocks.find((block) => plots.every((plot) => plot.block !== block))
    if (emptyBlock) return refuse('not-a-choice', undefined, 'blocks')
    const plotIds = plots.map(({ id }) => id)
    if (to === 'untied') {
      const uses = await t.db.holdPlot.findMany({
        where: {
          plotId: { in: plotIds },
          untilInstant: { gt: t.now },
          hold: { capacities: { some: { nodeId, untilInstant: { gt: t.now } } } },
        },
        select: { plot: { select: { code: true } }, hold: { select: { case: { select: { number: true } } } } },
      })
      const free = mayUntie(
        plots.map(({ code }) => code),
        uses.map(({ plot, hold }) => ({ plot: plot.code, caseNumber: hold.case.number })),
      )
      if (!free.ok) return free
    }
    const { count } =
      to === 'tied'
        ? await t.db.plotNode.createMany({ data: plotIds.map((plotId) => ({ plotId, nodeId })), skipDuplicates: true })
        : await t.db.plotNode.deleteMany({ where: { nodeId, plotId: { in: plotIds } } })
    await t.audit({
      act: to === 'tied' ? 'node.tie' : 'node.untie',
      subject: { kind: 'node', id: nodeId },
      detail: { blocks, codes, changed: count },
    })
    await t.touchCatalogue()
    return ok({ changed: count })
  })
}
