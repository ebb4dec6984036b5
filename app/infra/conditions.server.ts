import { type ConditionState, type ConditionTyped, isConditionLate, proposalInForce } from '~/domain/case/condition'
import { type Day, dayInVietnam, dayToDate, toDay } from '~/domain/time/day'
import type { Prisma } from './prisma/client'

export const conditionsOf = (value: Prisma.JsonValue): ConditionTyped[] => (value ?? []) as unknown as ConditionTyped[]

/** Conditions as the record tells of them: a line each. */
export const conditionLines = (conditions: readonly ConditionTyped[]): string =>
  conditions.map(({ text, dueDay, proof }) => [text, dueDay, proof].filter(Boolean).join(' · ')).join('\n')

interface Reviewed {
  text: string
  conditions: Prisma.JsonValue
  editedText: string | null
  editedConditions: Prisma.JsonValue
}

/** The head's edition of a proposal; null where the officer's words go on. */
export const editionOf = (row: Reviewed) =>
  row.editedText === null ? null : { text: row.editedText, conditions: conditionsOf(row.editedConditions) }

/** What the decision and its letter follow. */
export const inForce = (row: Reviewed) =>
  proposalInForce({ text: row.text, conditions: conditionsOf(row.conditions) }, editionOf(row))

/** Rows of a decision's conditions, in order. */
export const conditionRows = (caseId: string, conditions: readonly ConditionTyped[]) =>
  conditions.map(({ text, dueDay, proof }, position) => {
    return { caseId, position, text, proof, dueDay: dueDay === null ? null : dayToDate(dueDay) }
  })

/** A condition's row with what time makes of it. */
export function conditionStanding(
  row: { state: string; dueDay: Date | null; handedInAt: Date | null },
  today: Day,
): { state: ConditionState; dueDay: Day | null; late: boolean } {
  const state = row.state as ConditionState
  const dueDay = row.dueDay && toDay(row.dueDay)
  const handedInDay = row.handedInAt && dayInVietnam(row.handedInAt)
  return { state, dueDay, late: isConditionLate({ state, dueDay, handedInDay }, today) }
}
