import { may } from '~/domain/party/permission'
import { ok, refuse, type Verdict } from '~/domain/verdict'
import { idKey } from '~/infra/key-page.server'
import { type Ctx, transact } from '~/infra/transact.server'

/** Forgets a filter of one's own. Refuses `not-found`. */
export async function removeFilter(ctx: Ctx, input: { id: string }): Promise<Verdict<{ query: string }>> {
  const allowed = may(ctx.actor, 'case.list')
  if (!allowed.ok) return allowed
  const id = idKey(input.id)
  if (!id) return refuse('not-found')
  return transact(ctx, async (t) => {
    const row = await t.db.savedFilter.findFirst({ where: { id, personId: ctx.actor.personId ?? '' } })
    if (!row) return refuse('not-found')
    await t.db.savedFilter.delete({ where: { id: row.id } })
    await t.audit({ act: 'filter.remove', subject: { kind: 'saved_filter', id: row.id }, detail: { name: row.name } })
    return ok({ query: row.query })
  })
}
