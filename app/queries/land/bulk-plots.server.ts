import { MOST_AT_ONCE } from '~/domain/land/bulk-change'
import { zonesWhere } from '~/domain/party/zone-scope'
import { ok, refuse, type Verdict } from '~/domain/verdict'
import { db } from '~/infra/db.server'
import type { Ctx } from '~/infra/transact.server'
import { type OfficePlotFilter, plotsWhere } from './office-plots.server'

/**
 * The plots chosen for one change, by their codes or by a filter of the list, with the versions that are shown. Plots
 * out of the keeper's zones are left out. Refuses `too-many-plots`.
 */
export async function bulkPlots(
  ctx: Ctx,
  chosen: { codes: string[] } | { filter: OfficePlotFilter },
): Promise<Verdict<{ code: string; version: number }[]>> {
  const scope = zonesWhere(ctx.actor, 'land.write')
  const plots = await db().plot.findMany({
    where: {
      AND: 'codes' in chosen ? [{ code: { in: chosen.codes } }] : [plotsWhere(ctx, chosen.filter)],
      retiredAt: null,
      ...(scope && { zoneId: { in: scope } }),
    },
    orderBy: { code: 'asc' },
    take: MOST_AT_ONCE + 1,
    select: { code: true, version: true },
  })
  return plots.length > MOST_AT_ONCE ? refuse('too-many-plots', { max: MOST_AT_ONCE }) : ok(plots)
}
