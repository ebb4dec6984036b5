import { CONDITION_ACTS, type ConditionState, moveCondition } from '~/domain/case/condition'
import { may } from '~/domain/party/permission'
import { ok, refuse, type Verdict } from '~/domain/verdict'
import { findCase, lockCase, stateOf, thingOf } from '~/infra/case-record.server'
import { db } from '~/infra/db.server'
import { type Ctx, transact } from '~/infra/transact.server'
import { tellApplicant } from './tell-applicant.server'

/**
 * The officer accepts the proof of a condition, or returns it saying why; then it may come again. Refuses `not-found`,
 * `not-allowed`, `state-forbids`, `conflict`, `required` for the text of a return.
 */
export async function judgeCondition(
  ctx: Ctx,
  input: { number: string; id: string; version: number; verdict: 'accept' | 'return'; text: string | null },
): Promise<Verdict<true>> {
  const record = await findCase(input.number)
  if (!record) return refuse('not-found')
  const { verdict, text } = input
  const allowed = may(ctx.actor, CONDITION_ACTS[verdict], thingOf(record))
  if (!allowed.ok) return allowed
  const condition = await db().decisionCondition.findFirst({ where: { id: input.id, caseId: record.id } })
  if (!condition) return refuse('not-found')
  const next = moveCondition(stateOf(record), condition.state as ConditionState, verdict)
  if (!next.ok) return next
  if (verdict === 'return' && !text) return refuse('required', undefined, 'text')
  return transact(ctx, async (t) => {
    const there = await lockCase(t, record)
    if (!there.ok) return there
    const written = await t.db.decisionCondition.updateMany({
      where: { id: condition.id, version: input.version },
      data: {
        state: next.value,
        judgeText: text,
        judgedAt: t.now,
        judgedById: ctx.actor.personId,
        version: { increment: 1 },
      },
    })
    if (written.count !== 1) return refuse('conflict')
    await t.audit({
      act: verdict === 'accept' ? 'case.accept_condition' : 'case.return_condition',
      subject: { kind: 'condition', id: condition.id },
      caseId: record.id,
      detail: { condition: condition.text, text },
    })
    const kind = verdict === 'accept' ? 'condition_accepted' : 'condition_returned'
    await tellApplicant(t, record, kind, { condition: condition.text, text: text ?? '' })
    return ok(true)
  })
}
