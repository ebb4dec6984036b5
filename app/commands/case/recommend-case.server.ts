import { TRIAGE_KEYS } from '~/domain/case/checklist'
import { type ConditionTyped, conditionsInTime } from '~/domain/case/condition'
import type { DecisionReason } from '~/domain/case/letter'
import { open } from '~/domain/time/clock'
import { dayInVietnam } from '~/domain/time/day'
import { ok, refuse, type Verdict } from '~/domain/verdict'
import { checksOf } from '~/infra/case-checks.server'
import { caseForMove, turnClock, writeMove } from '~/infra/case-record.server'
import { conditionLines } from '~/infra/conditions.server'
import { type Ctx, transact } from '~/infra/transact.server'

export interface RecommendationInput {
  number: string
  version: number
  outcome: 'approve' | 'refuse'
  /** Asked for a refusal. */
  reason: DecisionReason | null
  text: string
  /** Of an approval; null where there are none. */
  conditions: ConditionTyped[] | null
}

/** The officer in charge proposes the decision, with reasons; the division head reviews it next. */
export async function recommendCase(ctx: Ctx, input: RecommendationInput): Promise<Verdict<true>> {
  if (input.outcome === 'refuse' && input.reason === null) return refuse('required', undefined, 'reason')
  const found = await caseForMove(ctx, input, 'recommend')
  if (!found.ok) return found
  const inTime = conditionsInTime(input.conditions ?? [], dayInVietnam(ctx.now))
  if (!inTime.ok) return inTime
  const { record, next } = found.value
  return transact(ctx, async (t) => {
    const moved = await writeMove(t, record, next)
    if (!moved.ok) return moved
    const turned = await turnClock(t, record, (segments, on) =>
      open(segments, { on, holder: 'head', reason: 'recommended' }),
    )
    if (!turned.ok) return turned
    const proposal = {
      outcome: input.outcome,
      reasonCode: input.reason,
      text: input.text,
      conditions: (input.conditions ?? []).map((one) => ({ ...one })),
    }
    const answers = await checksOf(t.db, record.id, 'triage')
    const triage = TRIAGE_KEYS.flatMap((line) =>
      answers.filter(({ key }) => key === line).map(({ key, answer, note }) => ({ key, answer, note })),
    )
    const recommendation = await t.db.recommendation.create({
      data: {
        ...proposal,
        triage: triage.length > 0 ? triage : undefined,
        caseId: record.id,
        proposedById: ctx.actor.personId ?? '',
        proposedAt: t.now,
      },
    })
    await t.audit({
      act: 'case.recommend',
      subject: { kind: 'recommendation', id: recommendation.id },
      caseId: record.id,
      detail: { ...proposal, conditions: conditionLines(proposal.conditions) },
    })
    return ok(true)
  })
}
