import { checkConfirmedUntil, confirmedUntilFrom, type FactSubject } from '~/domain/land/fact'
import { may } from '~/domain/party/permission'
import { type Day, toDay } from '~/domain/time/day'
import { ok, refuse, type Verdict } from '~/domain/verdict'
import { remainingOf } from '~/infra/node-ledger.server'
import type { Prisma } from '~/infra/prisma/client'
import { type Ctx, transact } from '~/infra/transact.server'
import { moveSubject, putFact, subjectToWrite } from './fact-rows.server'
import { confirmRung } from './rung-rows.server'

/**
 * A figure is still true: a new row says so until a new day, by default as long as such figures hold. Refuses
 * `not-found` where the land is somebody else's, `conflict` where another figure took its place, `out-of-range`.
 */
export async function confirmFact(
  ctx: Ctx,
  input: { factId: string; confirmedUntil: Day | null },
): Promise<Verdict<{ until: Day }>> {
  const allowed = may(ctx.actor, 'land.write')
  if (!allowed.ok) return allowed
  return transact(ctx, async (t) => {
    const fact = await t.db.fact.findUnique({ where: { id: input.factId } })
    if (!fact) return refuse('not-found')
    const kind: FactSubject = fact.plotId ? 'plot' : 'zone'
    const subject = await subjectToWrite(t, { kind, where: { id: fact.plotId ?? fact.zoneId ?? '' } })
    if (!subject.ok) return subject
    if (fact.supersededAt) return refuse('conflict')
    const until = checkConfirmedUntil(input.confirmedUntil ?? confirmedUntilFrom(kind, fact.key, t.today), t.today)
    if (!until.ok) return until
    const { key, source, illustrative } = fact
    // What remains moves with every hold and entry: what is still true is the ledger as it stands.
    const remaining = key === 'remaining_capacity' && fact.zoneId ? await remainingOf(t, fact.zoneId) : null
    const value = remaining ? { ...remaining.value } : (fact.value as Prisma.InputJsonValue)
    const put = await putFact(t, subject.value, fact, { key, value, source, illustrative, confirmedUntil: until.value })
    if (!put.ok) return put
    if (kind === 'plot' && key === 'readiness') {
      await confirmRung(t, subject.value.id, String(fact.value), until.value)
    }
    await t.audit({
      act: 'fact.confirm',
      subject: { kind, id: subject.value.id },
      detail: {
        code: subject.value.code,
        key,
        value,
        until: { from: fact.confirmedUntil && toDay(fact.confirmedUntil), to: until.value },
      },
    })
    await moveSubject(t, subject.value)
    return ok({ until: until.value })
  })
}
