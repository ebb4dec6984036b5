import { may } from '~/domain/party/permission'
import type { Text } from '~/domain/text'
import { ok, refuse, type Verdict } from '~/domain/verdict'
import { staleSubject } from '~/infra/stale-subject.server'
import { type Ctx, transact } from '~/infra/transact.server'
import { checkKinds, type DivisionInput, lockDivisions } from './division-rows.server'

/**
 * Renames a division, and says which kinds of zones it keeps from now on; its cases stay its own. Refuses `not-found`,
 * `state-forbids` for one that was given up, `conflict`, `zone-kind-taken`.
 */
export async function editDivision(
  ctx: Ctx,
  input: DivisionInput & { key: string; version: number },
): Promise<Verdict<true>> {
  const allowed = may(ctx.actor, 'setting.write')
  if (!allowed.ok) return allowed
  return transact(ctx, async (t) => {
    await lockDivisions(t)
    const { key, version, name, zoneKinds } = input
    const row = await t.db.division.findUnique({ where: { key } })
    if (!row) return refuse('not-found')
    if (row.retiredAt) return refuse('state-forbids')
    if (row.version !== version) return staleSubject({ kind: 'division', id: key }, t.db)
    const free = await checkKinds(t, zoneKinds, key)
    if (!free.ok) return free
    await t.db.division.update({
      where: { key },
      data: { nameText: { ...name }, zoneKinds, version: { increment: 1 } },
    })
    await t.audit({
      act: 'division.edit',
      subject: { kind: 'division', id: key },
      detail: {
        from: { name: (row.nameText as unknown as Text).vi, zoneKinds: row.zoneKinds },
        to: { name: name.vi, zoneKinds },
      },
    })
    return ok(true)
  })
}
