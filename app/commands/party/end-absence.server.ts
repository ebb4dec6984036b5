import { may } from '~/domain/party/permission'
import { ok, refuse, type Verdict } from '~/domain/verdict'
import { idKey } from '~/infra/key-page.server'
import { type Ctx, transact } from '~/infra/transact.server'

/** The officer is back, or was not away after all: the deputy acts no more. Refuses `not-found`, `state-forbids`. */
export async function endAbsence(ctx: Ctx, input: { id: string }): Promise<Verdict<true>> {
  const allowed = may(ctx.actor, 'absence.record')
  if (!allowed.ok) return allowed
  const id = idKey(input.id)
  if (!id) return refuse('not-found')
  return transact(ctx, async (t) => {
    const row = await t.db.absence.findUnique({ where: { id } })
    if (!row) return refuse('not-found')
    const own = may(ctx.actor, 'absence.record', { officerId: row.personId })
    if (!own.ok) return own
    const ended = await t.db.absence.updateMany({
      where: { id, endedAt: null },
      data: { endedAt: t.now, endedById: t.actor.personId },
    })
    if (ended.count !== 1) return refuse('state-forbids')
    await t.audit({ act: 'absence.end', subject: { kind: 'person', id: row.personId }, detail: { absenceId: id } })
    return ok(true)
  })
}
