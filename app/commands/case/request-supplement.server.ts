import { pause } from '~/domain/time/clock'
import { dayInVietnam, dayToDate } from '~/domain/time/day'
import { deadline } from '~/domain/time/deadline'
import { ok, refuse, type Verdict } from '~/domain/verdict'
import { caseForMove, turnClock, writeMove } from '~/infra/case-record.server'
import { calendar, officeSetting } from '~/infra/reference.server'
import { type Ctx, transact } from '~/infra/transact.server'
import { issueLetter } from './issue-letter.server'
import { tellApplicant } from './tell-applicant.server'

/**
 * The officer asks for what is missing: once, complete (Decree 118/2025; Decree 96/2026 Art 6(1)(d)).
 * The clock stops from today until the answer; form 02 is issued.
 */
export async function requestSupplement(
  ctx: Ctx,
  input: {
    number: string
    version: number
    items: { what: string; why: string | null }[]
    reason: string
    letterCode?: string | null
  },
): Promise<Verdict<{ answerByDay: string }>> {
  const found = await caseForMove(ctx, input, 'request_supplement')
  if (!found.ok) return found
  const { record, next } = found.value
  if (record.supplements.length > 0) return refuse('supplement-already-asked')
  const today = dayInVietnam(ctx.now)
  const due = deadline(await calendar(), {
    received: today,
    limit: await officeSetting('supplementLimitWorkingDays'),
    unit: 'working_day',
  })
  if (!due.ok) return due
  return transact(ctx, async (t) => {
    const moved = await writeMove(t, record, next)
    if (!moved.ok) return moved
    const turned = await turnClock(t, record, (segments, on) =>
      pause(segments, { on, holder: 'applicant', reason: 'supplement' }),
    )
    if (!turned.ok) return turned
    const supplement = await t.db.supplement.create({
      data: {
        caseId: record.id,
        requestedById: ctx.actor.personId ?? '',
        requestedAt: t.now,
        items: input.items,
        reason: input.reason,
        dueDay: dayToDate(due.value.due),
      },
    })
    const answerByDay = due.value.due
    const { items, reason } = input
    const letter = await issueLetter(t, record, {
      kind: 'supplement_request',
      signer: 'officer',
      officialCode: input.letterCode,
      says: { items, reason, requestedDay: today, answerByDay, contact: null },
    })
    await t.audit({
      act: 'case.request_supplement',
      subject: { kind: 'supplement', id: supplement.id },
      caseId: record.id,
      detail: { items, reason, answerByDay, letter },
    })
    await tellApplicant(t, record, 'supplement_requested', { items: items.map((item) => item.what), answerByDay })
    return ok({ answerByDay })
  })
}
