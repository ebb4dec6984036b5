import { zonesWhere } from '~/domain/party/zone-scope'
import { db } from '~/infra/db.server'
import type { Ctx } from '~/infra/transact.server'

/** What waits for a keeper of land, in the keeper's own zones: each is counted, and leads to its list. */
export async function deskWork(ctx: Ctx) {
  const scope = zonesWhere(ctx.actor, 'land.write')
  const living = { retiredAt: null, ...(scope && { zoneId: { in: scope } }) }
  const [drafts, inReview, returned, scheduled] = await Promise.all([
    db().plot.count({ where: { ...living, publication: 'draft', reviewReturn: null } }),
    db().plot.count({ where: { ...living, publication: 'in_review', publishAt: null } }),
    db().plot.findMany({
      where: { ...living, reviewReturn: { not: null } },
      orderBy: { code: 'asc' },
      take: 20,
      select: { code: true, reviewReturn: true },
    }),
    db().plot.findMany({
      where: { ...living, publishAt: { not: null } },
      orderBy: [{ publishAt: 'asc' }, { code: 'asc' }],
      take: 20,
      select: { code: true, publishAt: true },
    }),
  ])
  return {
    drafts,
    inReview,
    returned: returned.map(({ code, reviewReturn }) => ({ code, reason: reviewReturn ?? '' })),
    scheduled: scheduled.map(({ code, publishAt }) => ({ code, at: publishAt?.toISOString() ?? '' })),
  }
}
