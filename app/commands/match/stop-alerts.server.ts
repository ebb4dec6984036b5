import { ok, refuse, type Verdict } from '~/domain/verdict'
import { type Ctx, transact } from '~/infra/transact.server'

/** Ends the alerts of a need by the link in their mail; nobody signs in. Refuses `not-found`. */
export async function stopAlerts(ctx: Ctx, input: { token: string }): Promise<Verdict<true>> {
  return transact(ctx, async (t) => {
    const row = await t.db.need.findUnique({ where: { unsubscribeToken: input.token } })
    if (!row) return refuse('not-found')
    await t.db.need.update({ where: { id: row.id }, data: { alert: 'never', version: { increment: 1 } } })
    await t.audit({ act: 'need.stop_alerts', subject: { kind: 'need', id: row.id }, detail: { before: row.alert } })
    return ok(true)
  })
}
