import { ok, refuse, type Verdict } from '~/domain/verdict'
import { caseForMove, writeMove } from '~/infra/case-record.server'
import { type Ctx, transact } from '~/infra/transact.server'

/**
 * The head takes a case back from its officer, with a reason: it stands among the unassigned until it is handed to
 * somebody. Its stage and clock stay. Refuses `state-forbids` where nobody has it.
 */
export async function takeBackCase(
  ctx: Ctx,
  input: { number: string; version: number; reason: string },
): Promise<Verdict<true>> {
  const found = await caseForMove(ctx, input, 'take_back')
  if (!found.ok) return found
  const { record, next } = found.value
  if (record.officerId === null) return refuse('state-forbids')
  const { reason } = input
  return transact(ctx, async (t) => {
    const moved = await writeMove(t, record, next, { officerId: null })
    if (!moved.ok) return moved
    await t.db.caseAssignment.create({
      data: { caseId: record.id, kind: 'taken_back', reason, byId: t.actor.personId, at: t.now },
    })
    await t.audit({
      act: 'case.take_back',
      subject: { kind: 'case', id: record.id },
      caseId: record.id,
      detail: { from: record.officer?.fullName ?? '', reason },
    })
    return ok(true)
  })
}
