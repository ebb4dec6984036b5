import { checkConfirmedUntil, confirmedUntilFrom, type FactSubject, readFactValue } from '~/domain/land/fact'
import { may } from '~/domain/party/permission'
import type { Day } from '~/domain/time/day'
import { ok, type Verdict } from '~/domain/verdict'
import { type Ctx, transact } from '~/infra/transact.server'
import { moveSubject, ofSubject, outrun, putFact, subjectToWrite } from './fact-rows.server'

export interface FactChange {
  subject: FactSubject
  code: string
  key: string
  /** As typed; domain/land/fact.ts reads it. */
  value: string
  source: string
  confirmedUntil: Day | null
  /** The fact the keeper saw in force; null where there was none. */
  seenId: string | null
}

/**
 * A figure of a plot or zone says something else from today on, or for the first time; what it said stays readable.
 * Refuses `not-found` where the land is somebody else's, `conflict` when somebody was faster, and what is wrong with
 * the value or the day.
 */
export async function changeFact(ctx: Ctx, input: FactChange): Promise<Verdict<true>> {
  const allowed = may(ctx.actor, 'land.write')
  if (!allowed.ok) return allowed
  const value = readFactValue(input.subject, input.key, input.value)
  if (!value.ok) return value
  return transact(ctx, async (t) => {
    const subject = await subjectToWrite(t, { kind: input.subject, where: { code: input.code } })
    if (!subject.ok) return subject
    const { key, source } = input
    const until = checkConfirmedUntil(input.confirmedUntil ?? confirmedUntilFrom(input.subject, key, t.today), t.today)
    if (!until.ok) return until
    const inForce = await t.db.fact.findFirst({ where: { ...ofSubject(subject.value), key, supersededAt: null } })
    if ((inForce?.id ?? null) !== input.seenId) return outrun(inForce, 'fact.change')
    const put = await putFact(t, subject.value, inForce, {
      key,
      value: value.value,
      source,
      confirmedUntil: until.value,
      illustrative: inForce?.illustrative ?? false,
    })
    if (!put.ok) return put
    await t.audit({
      act: 'fact.change',
      subject: { kind: input.subject, id: subject.value.id },
      detail: {
        code: subject.value.code,
        key,
        from: inForce?.value ?? null,
        to: value.value,
        source,
        until: until.value,
      },
    })
    await moveSubject(t, subject.value, { key, value: value.value })
    return ok(true)
  })
}
