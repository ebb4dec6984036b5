import { checkConfirmedUntil, confirmedUntilFrom } from '~/domain/land/fact'
import { may } from '~/domain/party/permission'
import { type Day, toDay } from '~/domain/time/day'
import { ok, refuse, type Verdict } from '~/domain/verdict'
import { remainingOf } from '~/infra/node-ledger.server'
import { type Ctx, transact } from '~/infra/transact.server'
import { moveSubject, ofSubject, outrun, putFact, subjectToWrite } from './fact-rows.server'

const KEY = 'remaining_capacity'

/**
 * Whoever keeps a zone answers for what remains at its utility sources, until a day: by default as long as such figures
 * hold. Refuses `not-found` where the zone is somebody else's or has no source, `conflict` when somebody was faster, `out-of-range`.
 */
export async function confirmCapacity(
  ctx: Ctx,
  input: { zoneCode: string; source: string; confirmedUntil: Day | null; seenId: string | null },
): Promise<Verdict<{ until: Day }>> {
  const allowed = may(ctx.actor, 'land.write')
  if (!allowed.ok) return allowed
  return transact(ctx, async (t) => {
    const subject = await subjectToWrite(t, { kind: 'zone', where: { code: input.zoneCode } })
    if (!subject.ok) return subject
    const until = checkConfirmedUntil(input.confirmedUntil ?? confirmedUntilFrom('zone', KEY, t.today), t.today)
    if (!until.ok) return until
    const remaining = await remainingOf(t, subject.value.id)
    if (!remaining) return refuse('not-found')
    const inForce = await t.db.fact.findFirst({ where: { ...ofSubject(subject.value), key: KEY, supersededAt: null } })
    if ((inForce?.id ?? null) !== input.seenId) return outrun(inForce, 'fact.confirm')
    const put = await putFact(t, subject.value, inForce, {
      key: KEY,
      value: { ...remaining.value },
      source: input.source,
      illustrative: remaining.illustrative,
      confirmedUntil: until.value,
    })
    if (!put.ok) return put
    await t.audit({
      act: 'fact.confirm',
      subject: { kind: 'zone', id: subject.value.id },
      detail: {
        code: subject.value.code,
        key: KEY,
        value: { ...remaining.value },
        until: { from: inForce?.confirmedUntil ? toDay(inForce.confirmedUntil) : null, to: until.value },
      },
    })
    await moveSubject(t, subject.value)
    return ok({ until: until.value })
  })
}
