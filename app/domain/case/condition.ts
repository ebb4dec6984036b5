import type { Day } from '../time/day'
import { ok, refuse, type Verdict } from '../verdict'
import type { CaseState } from './state'

/** A condition as it is typed and kept; in a letter its words may stand in three languages. */
export interface ConditionTyped {
  text: string
  /** The last day by which it is to be fulfilled; null: no day. */
  dueDay: Day | null
  /** What shows that it is. */
  proof: string | null
}

export const CONDITION_STATES = ['open', 'handed_in', 'returned', 'met'] as const
export type ConditionState = (typeof CONDITION_STATES)[number]
export const CONDITION_MOVES = ['hand_in', 'accept', 'return'] as const
export type ConditionMove = (typeof CONDITION_MOVES)[number]

/** The investor hands in proof; the officer accepts it or returns it, and it may come again. */
export const CONDITION_TABLE: Record<ConditionState, Partial<Record<ConditionMove, ConditionState>>> = {
  open: { hand_in: 'handed_in' },
  handed_in: { accept: 'met', return: 'returned' },
  returned: { hand_in: 'handed_in' },
  met: {},
}

/** The act a move asks for. */
export const CONDITION_ACTS = {
  hand_in: 'case.prove_condition',
  accept: 'case.judge_condition',
  return: 'case.judge_condition',
} as const satisfies Record<ConditionMove, string>

/**
 * The state after a move, while the case is approved or its procedures run: before there is no condition, after the
 * end nothing is owed. Refuses `state-forbids`.
 */
export function moveCondition(
  caseState: CaseState,
  state: ConditionState,
  made: ConditionMove,
): Verdict<ConditionState> {
  const next = CONDITION_TABLE[state][made]
  const running = caseState === 'approved' || caseState === 'in_fulfilment'
  return next && running ? ok(next) : refuse('state-forbids', { state, move: made })
}

/** Whether each condition can still be met when it is asked. Refuses `condition-day-past` with the first that cannot. */
export function conditionsInTime(conditions: readonly ConditionTyped[], today: Day): Verdict<true> {
  const past = conditions.find(({ dueDay }) => dueDay !== null && dueDay < today)
  return past ? refuse('condition-day-past', { condition: past.text }) : ok(true)
}

/** Whether a condition is late: its day is over and no proof was handed in by then. Proof that was returned counts as none. */
export const isConditionLate = (
  condition: { state: ConditionState; dueDay: Day | null; handedInDay: Day | null },
  today: Day,
): boolean => {
  const { state, dueDay, handedInDay } = condition
  if (dueDay === null || state === 'met') return false
  return state === 'handed_in' && handedInDay !== null ? handedInDay > dueDay : today > dueDay
}

/** Why a case is closed although a condition of its approval was not shown to be met; no code is a letter's as well. */
export const WAIVER_REASONS = [
  'no_longer_applies',
  'followed_elsewhere',
  'dealt_with',
  'project_stopped',
  'otherwise',
] as const
export type WaiverReason = (typeof WAIVER_REASONS)[number]

/**
 * Whether a case may be closed with conditions in these states: all met, or with a reason and its words. Refuses
 * `conditions-open` without a reason, `required` without words.
 */
export function mayClose(
  states: readonly ConditionState[],
  given: { reason: WaiverReason | null; text: string | null },
): Verdict<true> {
  const open = states.filter((state) => state !== 'met').length
  if (open === 0) return ok(true)
  if (given.reason === null) return refuse('conditions-open', { open }, 'reason')
  return given.text === null ? refuse('required', undefined, 'text') : ok(true)
}

/** The conditions as somebody saw them: changes with each of them. Their versions in order. */
export const conditionsMark = (conditions: readonly { version: number }[]): string =>
  conditions.map(({ version }) => version).join('.')

/** A proposal as it goes on: the head's edited words where there are such, else the officer's. Both are kept. */
export const proposalInForce = <T extends { text: string; conditions: ConditionTyped[] }>(
  proposed: T,
  edited: { text: string; conditions: ConditionTyped[] } | null,
): { text: string; conditions: ConditionTyped[] } => {
  const { text, conditions } = edited ?? proposed
  return { text, conditions }
}
