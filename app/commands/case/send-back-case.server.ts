import { open } from '~/domain/time/clock'
import { ok, type Verdict } from '~/domain/verdict'
import { caseForMove, turnClock, writeMove } from '~/infra/case-record.server'
import { type Ctx, transact } from '~/infra/transact.server'

/** The director does not sign and sends the case back to assessment, saying why. */
export async function sendBackCase(
  ctx: Ctx,
  input: { number: string; version: number; text: string },
): Promise<Verdict<true>> {
  const found = await caseForMove(ctx, input, 'send_back')
  if (!found.ok) return found
  const { record, next } = found.value
  return transact(ctx, async (t) => {
    const moved = await writeMove(t, record, next)
    if (!moved.ok) return moved
    const turned = await turnClock(t, record, (segments, on) =>
      open(segments, { on, holder: 'officer', reason: 'sent_back' }),
    )
    if (!turned.ok) return turned
    await t.audit({
      act: 'case.send_back',
      subject: { kind: 'case', id: record.id },
      caseId: record.id,
      detail: { text: input.text },
    })
    return ok(true)
  })
}
