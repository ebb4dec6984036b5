import { type ConditionTyped, conditionsInTime } from '~/domain/case/condition'
import { open } from '~/domain/time/clock'
import { dayInVietnam } from '~/domain/time/day'
import { ok, refuse, type Verdict } from '~/domain/verdict'
import { caseForMove, turnClock, writeMove } from '~/infra/case-record.server'
import { conditionLines } from '~/infra/conditions.server'
import { type Ctx, transact } from '~/infra/transact.server'

export interface ReviewInput {
  number: string
  version: number
  verdict: 'accepted' | 'edited' | 'challenged'
  /** Needed to challenge. */
  text: string | null
  /** The head's own words, where edited: they stand beside the officer's, and the decision follows them. */
  edition?: { text: string; conditions: ConditionTyped[] } | null
}

/**
 * The division head accepts the recommendation, passes it on in words of their own, or challenges it and sends it
 * back to the officer with a comment. Refuses `required` for the comment of a challenge and the text of an edition,
 * `condition-day-past` for a condition that could not be met any more.
 */
export async function reviewRecommendation(ctx: Ctx, input: ReviewInput): Promise<Verdict<true>> {
  const { verdict, text } = input
  if (verdict === 'challenged' && !text) return refuse('required', undefined, 'text')
  const edition = verdict === 'edited' ? (input.edition ?? null) : null
  if (verdict === 'edited' && !edition?.text) return refuse('required', undefined, 'editedText')
  const found = await caseForMove(ctx, input, verdict === 'challenged' ? 'challenge' : 'endorse')
  if (!found.ok) return found
  const { record, next } = found.value
  const recommendation = record.recommendations[0]
  if (!recommendation) return refuse('state-forbids')
  const inTime = conditionsInTime(edition?.conditions ?? [], dayInVietnam(ctx.now))
  if (!inTime.ok) return inTime
  return transact(ctx, async (t) => {
    const moved = await writeMove(t, record, next)
    if (!moved.ok) return moved
    const turned = await turnClock(t, record, (segments, on) =>
      open(segments, { on, holder: verdict === 'challenged' ? 'officer' : 'director', reason: verdict }),
    )
    if (!turned.ok) return turned
    await t.db.recommendation.update({
      where: { id: recommendation.id },
      data: {
        review: verdict,
        reviewText: text,
        editedText: edition?.text,
        editedConditions: edition?.conditions.map((one) => ({ ...one })),
        reviewedById: ctx.actor.personId,
        reviewedAt: t.now,
      },
    })
    await t.audit({
      act: 'case.review',
      subject: { kind: 'recommendation', id: recommendation.id },
      caseId: record.id,
      detail: {
        verdict,
        text,
        ...(edition && { edited: edition.text, conditions: conditionLines(edition.conditions) }),
      },
    })
    return ok(true)
  })
}
