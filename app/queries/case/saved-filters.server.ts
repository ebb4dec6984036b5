import { db } from '~/infra/db.server'
import type { Ctx } from '~/infra/transact.server'

/** The filters a person kept, by name. */
export const savedFilters = (ctx: Ctx): Promise<{ id: string; name: string; query: string }[]> =>
  db().savedFilter.findMany({
    where: { personId: ctx.actor.personId ?? '' },
    orderBy: { name: 'asc' },
    select: { id: true, name: true, query: true },
  })
