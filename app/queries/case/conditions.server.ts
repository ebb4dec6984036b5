import { CONDITION_ACTS, type ConditionMove, moveCondition } from '~/domain/case/condition'
import { may } from '~/domain/party/permission'
import { dayInVietnam } from '~/domain/time/day'
import { ok, refuse, type Verdict } from '~/domain/verdict'
import { type CaseRecord, findCase, stateOf, thingOf } from '~/infra/case-record.server'
import { conditionStanding } from '~/infra/conditions.server'
import { db } from '~/infra/db.server'
import type { Ctx } from '~/infra/transact.server'

/** The conditions of a case's approval for those who may read it; none where the case is not there or not theirs. */
export async function conditionsFor(ctx: Ctx, number: string, move: ConditionMove) {
  const record = await findCase(number)
  return record && may(ctx.actor, 'case.read', thingOf(record)).ok ? rowsOf(ctx, record, move) : []
}

/**
 * One condition for whoever may act on it by a move. Refuses `not-found` where there is none, as `may` does, and
 * `state-forbids` where nothing is to be done now.
 */
export async function conditionToAct(
  ctx: Ctx,
  number: string,
  id: string,
  move: ConditionMove,
): Promise<Verdict<{ number: string; condition: Awaited<ReturnType<typeof rowsOf>>[number] }>> {
  const record = await findCase(number)
  if (!record) return refuse('not-found')
  const allowed = may(ctx.actor, CONDITION_ACTS[move], thingOf(record))
  if (!allowed.ok) return allowed
  const condition = (await rowsOf(ctx, record, move)).find((one) => one.id === id)
  if (!condition) return refuse('not-found')
  return condition.open ? ok({ number, condition }) : refuse('state-forbids')
}

async function rowsOf(ctx: Ctx, record: CaseRecord, move: ConditionMove) {
  const rows = await db().decisionCondition.findMany({ where: { caseId: record.id }, orderBy: { position: 'asc' } })
  const documents = await db().document.findMany({
    where: { caseId: record.id, id: { in: rows.flatMap(({ documentIds }) => documentIds) } },
    select: { id: true, fileName: true },
  })
  const today = dayInVietnam(ctx.now)
  const allowed = may(ctx.actor, CONDITION_ACTS[move], thingOf(record)).ok
  return rows.map((row) => {
    const standing = conditionStanding(row, today)
    return {
      id: row.id,
      version: row.version,
      text: row.text,
      proof: row.proof,
      ...standing,
      note: row.note,
      handedInAt: row.handedInAt?.toISOString() ?? null,
      judgeText: row.judgeText,
      documents: documents.filter(({ id }) => row.documentIds.includes(id)),
      open: allowed && moveCondition(stateOf(record), standing.state, move).ok,
    }
  })
}
