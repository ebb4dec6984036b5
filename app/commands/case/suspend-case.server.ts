import type { StopReason } from '~/domain/case/letter'
import { letterSignature } from '~/domain/case/signing'
import { pause } from '~/domain/time/clock'
import { ok, type Verdict } from '~/domain/verdict'
import { caseForMove, turnClock, writeMove } from '~/infra/case-record.server'
import { type Ctx, transact } from '~/infra/transact.server'
import { issueLetter } from './issue-letter.server'
import { tellApplicant } from './tell-applicant.server'

/** The division head stops the work on a case, with a reason the applicant is told (form 05); the clock stands still. */
export async function suspendCase(
  ctx: Ctx,
  input: { number: string; version: number; reason: StopReason; text: string; letterCode?: string | null },
): Promise<Verdict<true>> {
  const found = await caseForMove(ctx, input, 'suspend')
  if (!found.ok) return found
  const { record, next } = found.value
  const { reason, text } = input
  return transact(ctx, async (t) => {
    const moved = await writeMove(t, record, next)
    if (!moved.ok) return moved
    const turned = await turnClock(t, record, (segments, on) =>
      pause(segments, { on, holder: 'head', reason: 'suspended' }),
    )
    if (!turned.ok) return turned
    const letter = await issueLetter(t, record, {
      kind: 'stop_notice',
      ...letterSignature(ctx.actor),
      officialCode: input.letterCode,
      says: { submittedAt: record.submittedAt.toISOString(), stoppedDay: t.today, reason: { code: reason, text } },
    })
    await t.audit({
      act: 'case.suspend',
      subject: { kind: 'case', id: record.id },
      caseId: record.id,
      detail: { reason, text, letter },
    })
    await tellApplicant(t, record, 'case_suspended', { reason: text })
    return ok(true)
  })
}
