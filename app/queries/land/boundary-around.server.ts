import { aroundIn, type BoundaryAround } from '~/domain/land/boundary-around'
import { may } from '~/domain/party/permission'
import { settings } from '~/infra/env.server'
import { snapshot } from '~/infra/snapshot.server'
import type { Ctx } from '~/infra/transact.server'

/** What a plot's boundary is drawn among, for those who keep its zone; nothing around it while no zone is named. */
export async function boundaryAround(
  ctx: Ctx,
  zoneCode: string | null,
  exceptCode: string | null,
): Promise<BoundaryAround> {
  const land = await snapshot()
  const zone = zoneCode === null ? undefined : land.zoneByCode.get(zoneCode)
  const seen = zone && may(ctx.actor, 'land.read_draft', { zoneId: zone.id }).ok ? zone : undefined
  return { ...aroundIn(land, seen, exceptCode), styleUrl: settings().MAP_STYLE_URL ?? null }
}
