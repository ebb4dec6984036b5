import { ENDED } from '~/domain/case/state'
import { may } from '~/domain/party/permission'
import { dayToDate } from '~/domain/time/day'
import { ok, refuse, type Verdict } from '~/domain/verdict'
import { staleSubject } from '~/infra/stale-subject.server'
import { type Ctx, transact } from '~/infra/transact.server'
import { lockDivisions } from './division-rows.server'

/**
 * Gives a division up: nobody is put into it any more and no new case is its own; ended ones keep it. Refuses
 * `not-found`, `state-forbids` the second time, `conflict`, and `division-in-use` while it has open cases, or people
 * today or later.
 */
export async function retireDivision(
  ctx: Ctx,
  input: { key: string; version: number; reason: string },
): Promise<Verdict<true>> {
  const allowed = may(ctx.actor, 'setting.write')
  if (!allowed.ok) return allowed
  return transact(ctx, async (t) => {
    await lockDivisions(t)
    const { key, version, reason } = input
    const row = await t.db.division.findUnique({ where: { key } })
    if (!row) return refuse('not-found')
    if (row.retiredAt) return refuse('state-forbids')
    if (row.version !== version) return staleSubject({ kind: 'division', id: key }, t.db)
    const today = dayToDate(t.today)
    const [cases, people] = await Promise.all([
      t.db.caseFile.count({ where: { divisionKey: key, state: { notIn: [...ENDED] } } }),
      t.db.roleGrant.count({ where: { divisionKey: key, OR: [{ untilDay: null }, { untilDay: { gte: today } }] } }),
    ])
    if (cases + people > 0) return refuse('division-in-use', { cases, people })
    await t.db.division.update({
      where: { key },
      data: { retiredAt: t.now, zoneKinds: [], version: { increment: 1 } },
    })
    await t.audit({
      act: 'division.retire',
      subject: { kind: 'division', id: key },
      detail: { reason, zoneKinds: row.zoneKinds },
    })
    return ok(true)
  })
}
