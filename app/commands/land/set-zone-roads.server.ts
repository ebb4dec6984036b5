import { may } from '~/domain/party/permission'
import { ok, refuse, type Verdict } from '~/domain/verdict'
import type { Prisma } from '~/infra/prisma/client'
import { type Ctx, transact } from '~/infra/transact.server'

/**
 * A keeper says whether one site of a zone may lie on both sides of its internal roads: sets of plots are joined by
 * it. Refuses `not-found` where the zone is somebody else's, `conflict` when somebody was faster, `nothing-to-change`.
 */
export async function setZoneRoads(
  ctx: Ctx,
  input: { code: string; version: number; sitesSpanRoads: boolean; source: string },
): Promise<Verdict<true>> {
  const allowed = may(ctx.actor, 'land.write')
  if (!allowed.ok) return allowed
  return transact(ctx, async (t) => {
    const zone = await t.db.zone.findUnique({ where: { code: input.code } })
    if (!zone) return refuse('not-found')
    const own = may(ctx.actor, 'land.write', { zoneId: zone.id })
    if (!own.ok) return own
    const details = zone.details as Prisma.JsonObject
    const before = details.sitesSpanRoads === true
    if (zone.version !== input.version) return refuse('conflict')
    if (before === input.sitesSpanRoads) return refuse('nothing-to-change')
    const written = await t.db.zone.updateMany({
      where: { id: zone.id, version: input.version },
      data: {
        details: { ...details, sitesSpanRoads: input.sitesSpanRoads } as Prisma.InputJsonObject,
        version: { increment: 1 },
      },
    })
    if (written.count !== 1) return refuse('conflict')
    await t.audit({
      act: 'zone.set_roads',
      subject: { kind: 'zone', id: zone.id },
      detail: { code: zone.code, from: before, to: input.sitesSpanRoads, source: input.source },
    })
    await t.touchCatalogue()
    return ok(true)
  })
}
