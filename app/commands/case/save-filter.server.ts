import { may } from '~/domain/party/permission'
import { ok, refuse, type Verdict } from '~/domain/verdict'
import { type Ctx, transact } from '~/infra/transact.server'

/** As many as still fit on one line or two. */
const MOST = 20

/** Keeps a filter of the inbox under a name; the same name again takes its place. Refuses `too-many`. */
export async function saveFilter(ctx: Ctx, input: { name: string; query: string }): Promise<Verdict<true>> {
  const allowed = may(ctx.actor, 'case.list')
  if (!allowed.ok) return allowed
  const personId = ctx.actor.personId ?? ''
  return transact(ctx, async (t) => {
    const { name, query } = input
    const others = await t.db.savedFilter.count({ where: { personId, name: { not: name } } })
    if (others >= MOST) return refuse('too-many', { max: MOST }, 'name')
    const row = await t.db.savedFilter.upsert({
      where: { personId_name: { personId, name } },
      create: { personId, name, query, createdAt: t.now },
      update: { query },
    })
    await t.audit({ act: 'filter.save', subject: { kind: 'saved_filter', id: row.id }, detail: { name, query } })
    return ok(true)
  })
}
