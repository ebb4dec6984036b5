import { rolesOf } from '~/domain/party/permission'
import { open } from '~/domain/time/clock'
import { ok, refuse, type Verdict } from '~/domain/verdict'
import { caseForMove, turnClock, writeMove } from '~/infra/case-record.server'
import { actorOf } from '~/infra/session.server'
import { type Ctx, transact } from '~/infra/transact.server'

/** Intake or the division head gives a received case to a case officer; the check begins. */
export async function assignCase(
  ctx: Ctx,
  input: { number: string; version: number; officerId: string },
): Promise<Verdict<true>> {
  const found = await caseForMove(ctx, input, 'assign')
  if (!found.ok) return found
  const { record, next } = found.value
  const officer = await actorOf(input.officerId)
  if (!officer || !rolesOf(officer).includes('officer')) return refuse('not-a-choice', undefined, 'officerId')
  return transact(ctx, async (t) => {
    const moved = await writeMove(t, record, next, { officerId: input.officerId })
    if (!moved.ok) return moved
    const turned = await turnClock(t, record, (segments, on) =>
      open(segments, { on, holder: 'officer', reason: 'assigned' }),
    )
    if (!turned.ok) return turned
    await t.audit({
      act: 'case.assign',
      subject: { kind: 'case', id: record.id },
      caseId: record.id,
      detail: { officerId: input.officerId, officer: officer.fullName },
    })
    return ok(true)
  })
}
