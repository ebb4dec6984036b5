import { type ConditionState, conditionsMark, mayClose, type WaiverReason } from '~/domain/case/condition'
import { isStepDone, type StepState } from '~/domain/procedure/step-state'
import { ok, refuse, type Verdict } from '~/domain/verdict'
import { caseForMove, stale, writeMove } from '~/infra/case-record.server'
import { type Ctx, transact } from '~/infra/transact.server'

export interface ClosingInput {
  number: string
  version: number
  /** The conditions as the person saw them, `conditionsMark`. */
  seenConditions: string
  /** Asked where a condition was not shown to be met. */
  reason: WaiverReason | null
  text: string | null
}

/**
 * The officer closes a case: after a refusal, or when every step that is not optional has its result. Conditions that
 * were not shown to be met are left with a reason, which the investor reads. Refuses `state-forbids` while steps are
 * open, `conflict` where a condition moved since it was seen, `conditions-open`, `required`.
 */
export async function closeCase(ctx: Ctx, input: ClosingInput): Promise<Verdict<true>> {
  const found = await caseForMove(ctx, input, 'close')
  if (!found.ok) return found
  const { record, next } = found.value
  const open = record.roadmap?.steps.filter((step) => !step.optional && !isStepDone(step.state as StepState)) ?? []
  if (open.length > 0) return refuse('state-forbids', { open: open.length })
  return transact(ctx, async (t) => {
    const moved = await writeMove(t, record, next, { closedAt: t.now })
    if (!moved.ok) return moved
    // Read under the row's lock: whoever hands in or judges a proof takes it too.
    const conditions = await t.db.decisionCondition.findMany({
      where: { caseId: record.id },
      orderBy: { position: 'asc' },
    })
    if (conditionsMark(conditions) !== input.seenConditions) return stale(t.db, record)
    const { reason, text } = input
    const states = conditions.map(({ state }) => state as ConditionState)
    const may = mayClose(states, { reason, text })
    if (!may.ok) return may
    const left = conditions.filter(({ state }) => state !== 'met')
    const detail = left.length > 0 ? { reason, text, conditions: left.map((one) => one.text).join('\n') } : {}
    await t.audit({ act: 'case.close', subject: { kind: 'case', id: record.id }, caseId: record.id, detail })
    return ok(true)
  })
}
