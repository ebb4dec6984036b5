import type { Ctx } from '~/infra/transact.server'
import { pageOf } from './inbox.server'
import { inboxRows } from './inbox-rows.server'
import { type InboxFilter, inboxWhere, scopeOf, tabOf } from './inbox-where.server'

const PAGE = 500

/** All that a filter selects, in the inbox's order, a page at a time: only the page at hand is in memory. */
export async function* inboxPages(ctx: Ctx, filter: InboxFilter) {
  const scope = await scopeOf(ctx)
  const tab = tabOf(ctx.actor, filter)
  const where = inboxWhere(scope, filter)
  for (let after: string | undefined; ; ) {
    const page = await pageOf(where, tab, after, PAGE)
    yield await inboxRows(scope, page.ids)
    if (page.next === null) return
    after = page.next
  }
}
