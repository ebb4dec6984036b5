import { letterSignature } from '~/domain/case/signing'
import { dayInVietnam } from '~/domain/time/day'
import { ok, refuse, type Verdict } from '~/domain/verdict'
import { caseForMove, stateOf, writeMove } from '~/infra/case-record.server'
import { db } from '~/infra/db.server'
import { itemsOf, proposedSupplement } from '~/infra/supplements.server'
import { type Ctx, transact } from '~/infra/transact.server'
import { sendSupplement, supplementDue } from './send-supplement.server'

/**
 * The division head lets a second request of a stage out, signing it, or does not and says why. Nothing left the house
 * before. Refuses `state-forbids` where none waits, `proposer-signs` to whoever asked for it, `required` for the text
 * of a no.
 */
export async function countersignSupplement(
  ctx: Ctx,
  input: {
    number: string
    version: number
    verdict: 'send' | 'hold_back'
    text: string | null
    letterCode?: string | null
  },
): Promise<Verdict<{ sent: boolean }>> {
  const found = await caseForMove(ctx, input, 'countersign')
  if (!found.ok) return found
  const { record, next } = found.value
  const proposed = await proposedSupplement(db(), record)
  if (!proposed) return refuse('state-forbids')
  if (proposed.requestedById === ctx.actor.personId) return refuse('proposer-signs')
  const { text } = input
  const send = input.verdict === 'send'
  if (!send && !text) return refuse('required', undefined, 'text')
  const due = await supplementDue(dayInVietnam(ctx.now))
  if (!due.ok) return due
  return transact(ctx, async (t) => {
    const settled = { countersignText: text, countersignedById: ctx.actor.personId }
    const written = await t.db.supplement.updateMany({
      where: { id: proposed.id, sentAt: null, refusedAt: null },
      data: { ...settled, refusedAt: send ? null : t.now },
    })
    if (written.count !== 1) return refuse('state-forbids')
    const done = send
      ? await sendSupplement(t, record, next, {
          id: proposed.id,
          items: itemsOf(proposed.items),
          reason: proposed.reason,
          dueDay: due.value,
          signature: letterSignature(ctx.actor),
          letterCode: input.letterCode ?? proposed.letterCode,
        })
      : await writeMove(t, record, stateOf(record))
    if (!done.ok) return done
    await t.audit({
      act: send ? 'case.countersign_supplement' : 'case.hold_back_supplement',
      subject: { kind: 'supplement', id: proposed.id },
      caseId: record.id,
      detail: { text, letter: send ? String(done.value) : null },
    })
    return ok({ sent: send })
  })
}
