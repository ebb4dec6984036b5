import { may } from '~/domain/party/permission'
import { ok, type Verdict } from '~/domain/verdict'
import { type Ctx, transact } from '~/infra/transact.server'
import { checkKinds, type DivisionInput, divisionKey, lockDivisions } from './division-rows.server'

/** Adds a division of the office, after the others. Refuses `zone-kind-taken`. Gives its key. */
export async function addDivision(ctx: Ctx, input: DivisionInput): Promise<Verdict<{ key: string }>> {
  const allowed = may(ctx.actor, 'setting.write')
  if (!allowed.ok) return allowed
  return transact(ctx, async (t) => {
    await lockDivisions(t)
    const free = await checkKinds(t, input.zoneKinds, null)
    if (!free.ok) return free
    const rows = await t.db.division.findMany({ select: { key: true, position: true } })
    const key = divisionKey(
      input.name.vi,
      rows.map((row) => row.key),
    )
    const position = Math.max(-1, ...rows.map((row) => row.position)) + 1
    await t.db.division.create({ data: { key, nameText: { ...input.name }, zoneKinds: input.zoneKinds, position } })
    await t.audit({
      act: 'division.add',
      subject: { kind: 'division', id: key },
      detail: { name: input.name.vi, zoneKinds: input.zoneKinds },
    })
    return ok({ key })
  })
}
