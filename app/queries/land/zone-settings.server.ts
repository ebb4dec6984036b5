import { adjacencyIn, sitesSpanRoads } from '~/domain/land/adjacency'
import { may } from '~/domain/party/permission'
import { ok, refuse } from '~/domain/verdict'
import { db } from '~/infra/db.server'
import { snapshot } from '~/infra/snapshot.server'
import type { Ctx } from '~/infra/transact.server'

/** What the keeper of a zone sets, with how many pairs of plots it joins. Everybody else is told `not-found`. */
export async function zoneSettings(ctx: Ctx, code: string) {
  const row = await db().zone.findUnique({ where: { code }, select: { id: true, version: true } })
  if (!row || !may(ctx.actor, 'land.read_draft', { zoneId: row.id }).ok) return refuse('not-found')
  const land = await snapshot()
  const zone = land.zoneByCode.get(code)
  if (!zone) return refuse('not-found')
  const plots = (land.plotsOfZone.get(zone) ?? []).filter((plot) => plot.retired === null)
  const roads = zone.drawing?.roads ?? []
  // Each pair stands in the lists of both.
  const pairs = [...adjacencyIn(plots, roads).values()].flat()
  return ok({
    code,
    name: zone.name,
    version: row.version,
    mayWrite: may(ctx.actor, 'land.write', { zoneId: row.id }).ok,
    sitesSpanRoads: sitesSpanRoads(zone),
    internalRoads: roads.filter(({ kind }) => kind === 'internal').length,
    pairs: {
      boundary: pairs.filter(({ across }) => across === 'boundary').length / 2,
      internalRoad: pairs.filter(({ across }) => across === 'internal_road').length / 2,
    },
  })
}
