import { isStepDone, type StepState } from '~/domain/procedure/step-state'
import { ok, refuse, type Verdict } from '~/domain/verdict'
import { caseForMove, writeMove } from '~/infra/case-record.server'
import { type Ctx, transact } from '~/infra/transact.server'

/** The officer closes a case: after a refusal, or when every step that is not optional has its result. */
export async function closeCase(ctx: Ctx, input: { number: string; version: number }): Promise<Verdict<true>> {
  const found = await caseForMove(ctx, input, 'close')
  if (!found.ok) return found
  const { record, next } = found.value
  const open = record.roadmap?.steps.filter((step) => !step.optional && !isStepDone(step.state as StepState)) ?? []
  if (open.length > 0) return refuse('state-forbids', { open: open.length })
  return transact(ctx, async (t) => {
    const moved = await writeMove(t, record, next, { closedAt: t.now })
    if (!moved.ok) return moved
    await t.audit({ act: 'case.close', subject: { kind: 'case', id: record.id }, caseId: record.id, detail: {} })
    return ok(true)
  })
}
