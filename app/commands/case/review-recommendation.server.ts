import { open } from '~/domain/time/clock'
import { ok, refuse, type Verdict } from '~/domain/verdict'
import { caseForMove, turnClock, writeMove } from '~/infra/case-record.server'
import { type Ctx, transact } from '~/infra/transact.server'

/** The division head accepts the recommendation, or sends it back to the officer with a comment. */
export async function reviewRecommendation(
  ctx: Ctx,
  input: { number: string; version: number; verdict: 'accepted' | 'challenged'; text: string | null },
): Promise<Verdict<true>> {
  if (input.verdict === 'challenged' && !input.text) return refuse('required', undefined, 'text')
  const found = await caseForMove(ctx, input, input.verdict === 'accepted' ? 'endorse' : 'challenge')
  if (!found.ok) return found
  const { record, next } = found.value
  const recommendation = record.recommendations[0]
  if (!recommendation) return refuse('state-forbids')
  return transact(ctx, async (t) => {
    const moved = await writeMove(t, record, next)
    if (!moved.ok) return moved
    const turned = await turnClock(t, record, (segments, on) =>
      open(segments, { on, holder: input.verdict === 'accepted' ? 'director' : 'officer', reason: input.verdict }),
    )
    if (!turned.ok) return turned
    await t.db.recommendation.update({
      where: { id: recommendation.id },
      data: {
        review: input.verdict,
        reviewText: input.text,
        reviewedById: ctx.actor.personId,
        reviewedAt: t.now,
      },
    })
    await t.audit({
      act: 'case.review',
      subject: { kind: 'recommendation', id: recommendation.id },
      caseId: record.id,
      detail: { verdict: input.verdict, text: input.text },
    })
    return ok(true)
  })
}
