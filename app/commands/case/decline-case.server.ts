import { decisionLetter } from '~/domain/case/decision-letter'
import type { DecisionReason } from '~/domain/case/letter'
import { signatureOf } from '~/domain/case/signing'
import { close } from '~/domain/time/clock'
import { ok, refuse, type Verdict } from '~/domain/verdict'
import { caseForMove, turnClock, writeMove } from '~/infra/case-record.server'
import { decisionFactsOf } from '~/infra/letters.server'
import { lockSigning, signedBy, signingOf } from '~/infra/signing.server'
import { type Ctx, transact } from '~/infra/transact.server'
import { issueLetter } from './issue-letter.server'
import { tellApplicant } from './tell-applicant.server'

/** The director refuses, with a coded reason and its text. The letter is built from this decision and no other. */
export async function declineCase(
  ctx: Ctx,
  input: { number: string; version: number; reason: DecisionReason; text: string; letterCode?: string | null },
): Promise<Verdict<{ letter: string }>> {
  const found = await caseForMove(ctx, input, 'decline')
  if (!found.ok) return found
  const { record, next } = found.value
  const recommendation = record.recommendations[0]
  if (!recommendation) return refuse('state-forbids')
  const signing = signingOf(ctx, record, 'refused')
  if (!signing.ok) return signing
  const { reason, text } = input
  return transact(ctx, async (t) => {
    const signs = await lockSigning(t, signing.value)
    if (!signs.ok) return signs
    const moved = await writeMove(t, record, next, { closedAt: t.now })
    if (!moved.ok) return moved
    const turned = await turnClock(t, record, close)
    if (!turned.ok) return turned
    const decision = await t.db.decision.create({
      data: {
        caseId: record.id,
        recommendationId: recommendation.id,
        delegationId: signing.value?.id,
        outcome: 'refused',
        reasonCode: reason,
        text,
        decidedById: ctx.actor.personId ?? '',
        decidedAt: t.now,
      },
    })
    const letter = await issueLetter(t, record, {
      ...decisionLetter(decisionFactsOf({ ...decision, conditions: [] }, record, null)),
      ...signatureOf(signing.value),
      decisionId: decision.id,
      officialCode: input.letterCode,
    })
    await t.audit({
      act: 'case.decline',
      subject: { kind: 'decision', id: decision.id },
      caseId: record.id,
      detail: { reason, text, letter, ...signedBy(signing.value) },
    })
    await tellApplicant(t, record, 'decision_refused', { reason: text })
    return ok({ letter })
  })
}
