import { holderIn } from '~/domain/case/overdue'
import { resume } from '~/domain/time/clock'
import { ok, type Verdict } from '~/domain/verdict'
import { caseForMove, turnClock, writeMove } from '~/infra/case-record.server'
import { type Ctx, transact } from '~/infra/transact.server'
import { tellApplicant } from './tell-applicant.server'

/** The division head lets the work go on where it stopped; the clock runs again after today. */
export async function resumeCase(
  ctx: Ctx,
  input: { number: string; version: number; text: string },
): Promise<Verdict<true>> {
  const found = await caseForMove(ctx, input, 'resume')
  if (!found.ok) return found
  const { record, next } = found.value
  return transact(ctx, async (t) => {
    const moved = await writeMove(t, record, next)
    if (!moved.ok) return moved
    const turned = await turnClock(t, record, (segments, on) =>
      resume(segments, { on, holder: holderIn(next), reason: 'resumed', answers: 'suspended' }),
    )
    if (!turned.ok) return turned
    await t.audit({
      act: 'case.resume',
      subject: { kind: 'case', id: record.id },
      caseId: record.id,
      detail: { text: input.text },
    })
    await tellApplicant(t, record, 'case_resumed', {})
    return ok(true)
  })
}
