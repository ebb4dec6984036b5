import { howToAsk, type SupplementItem } from '~/domain/case/supplement'
import { dayInVietnam, dayToDate } from '~/domain/time/day'
import { ok, type Verdict } from '~/domain/verdict'
import { caseForMove, stateOf, writeMove } from '~/infra/case-record.server'
import { db } from '~/infra/db.server'
import type { Prisma } from '~/infra/prisma/client'
import { supplementFactsOf } from '~/infra/supplements.server'
import { type Ctx, transact } from '~/infra/transact.server'
import { sendSupplement, supplementDue } from './send-supplement.server'

export interface SupplementInput {
  number: string
  version: number
  items: SupplementItem[]
  reason: string
  /** Why a second request is needed in this stage. */
  secondReason?: string | null
  letterCode?: string | null
}

/**
 * The officer asks for what is missing: once a stage, complete (Decree 118/2025; Decree 96/2026 Art 6(1)(d)). It
 * leaves at once, the clock stops; a second of the same stage waits for the head's countersignature, and until then
 * nothing leaves. Refuses as `howToAsk` does.
 */
export async function requestSupplement(
  ctx: Ctx,
  input: SupplementInput,
): Promise<Verdict<{ answerByDay: string; sent: boolean }>> {
  const found = await caseForMove(ctx, input, 'request_supplement')
  if (!found.ok) return found
  const { record, next } = found.value
  const { items, reason, secondReason = null, letterCode = null } = input
  const how = howToAsk(await supplementFactsOf(db(), record), { items, secondReason })
  if (!how.ok) return how
  const due = await supplementDue(dayInVietnam(ctx.now))
  if (!due.ok) return due
  const sent = how.value === 'at_once'
  return transact(ctx, async (t) => {
    const supplement = await t.db.supplement.create({
      data: {
        caseId: record.id,
        stage: record.state,
        requestedById: ctx.actor.personId ?? '',
        requestedAt: t.now,
        items: items as unknown as Prisma.InputJsonArray,
        reason,
        secondReason,
        letterCode,
        dueDay: dayToDate(due.value),
      },
    })
    const done = sent
      ? await sendSupplement(t, record, next, {
          id: supplement.id,
          items,
          reason,
          dueDay: due.value,
          signature: { signer: 'officer' },
          letterCode,
        })
      : await writeMove(t, record, stateOf(record))
    if (!done.ok) return done
    await t.audit({
      act: sent ? 'case.request_supplement' : 'case.propose_supplement',
      subject: { kind: 'supplement', id: supplement.id },
      caseId: record.id,
      detail: {
        items: items.map((item) => ({ ...item })),
        reason,
        secondReason,
        answerByDay: due.value,
        letter: sent ? String(done.value) : null,
      },
    })
    return ok({ answerByDay: due.value, sent })
  })
}
