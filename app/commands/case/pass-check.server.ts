import { ok, type Verdict } from '~/domain/verdict'
import { caseForMove, writeMove } from '~/infra/case-record.server'
import { type Ctx, transact } from '~/infra/transact.server'

/** The officer in charge finds the dossier complete and in order; assessment begins. */
export async function passCheck(
  ctx: Ctx,
  input: { number: string; version: number; checked: string[]; note: string | null },
): Promise<Verdict<true>> {
  const found = await caseForMove(ctx, input, 'pass_check')
  if (!found.ok) return found
  const { record, next } = found.value
  return transact(ctx, async (t) => {
    const moved = await writeMove(t, record, next)
    if (!moved.ok) return moved
    await t.audit({
      act: 'case.check',
      subject: { kind: 'case', id: record.id },
      caseId: record.id,
      detail: { checked: input.checked, note: input.note },
    })
    return ok(true)
  })
}
