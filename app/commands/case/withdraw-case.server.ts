import { close } from '~/domain/time/clock'
import { ok, type Verdict } from '~/domain/verdict'
import { caseForMove, turnClock, writeMove } from '~/infra/case-record.server'
import { type Ctx, transact } from '~/infra/transact.server'
import { issueReleaseNotice } from './hold-letters.server'

/** The investor withdraws an open case; what was held for it is free at once. */
export async function withdrawCase(
  ctx: Ctx,
  input: { number: string; version?: number; reason: string | null },
): Promise<Verdict<true>> {
  const found = await caseForMove(ctx, input, 'withdraw')
  if (!found.ok) return found
  const { record, next } = found.value
  return transact(ctx, async (t) => {
    const moved = await writeMove(t, record, next, { closedAt: t.now })
    if (!moved.ok) return moved
    const clock = record.clocks[0]
    if (clock?.segments.some((segment) => segment.toDay === null)) {
      const turned = await turnClock(t, record, close)
      if (!turned.ok) return turned
    }
    if (moved.value.holdsReleased > 0) await issueReleaseNotice(t, record, { cause: 'withdrawn' })
    await t.audit({
      act: 'case.withdraw',
      subject: { kind: 'case', id: record.id },
      caseId: record.id,
      detail: { reason: input.reason },
    })
    return ok(true)
  })
}
