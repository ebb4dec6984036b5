import { type Answered, mayPassCheck, type TriageAnswer } from '~/domain/case/checklist'
import { ok, type Verdict } from '~/domain/verdict'
import { keepTriage } from '~/infra/case-checks.server'
import { caseForMove, writeMove } from '~/infra/case-record.server'
import { type Ctx, transact } from '~/infra/transact.server'

/**
 * The officer in charge has judged eligibility, screening, risk and alignment; assessment begins. What is not met is
 * said with its reason and quoted by the recommendation. Refuses an open list as `mayPassCheck` does.
 */
export async function passCheck(
  ctx: Ctx,
  input: { number: string; version: number; answers: Answered<TriageAnswer>[]; note: string | null },
): Promise<Verdict<true>> {
  const found = await caseForMove(ctx, input, 'pass_check')
  if (!found.ok) return found
  const complete = mayPassCheck(input.answers)
  if (!complete.ok) return complete
  const { record, next } = found.value
  return transact(ctx, async (t) => {
    const moved = await writeMove(t, record, next)
    if (!moved.ok) return moved
    await keepTriage(t, record.id, input.answers)
    await t.audit({
      act: 'case.check',
      subject: { kind: 'case', id: record.id },
      caseId: record.id,
      detail: { answers: input.answers.map((one) => ({ ...one })), note: input.note },
    })
    return ok(true)
  })
}
