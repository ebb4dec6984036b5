import { ok, refuse, type Verdict } from '../verdict'

export const STEP_STATES = ['pending', 'received', 'supplement', 'result', 'not_required'] as const
/** Where a step of a roadmap stands; a repeated step is a new instance, never a way back. */
export type StepState = (typeof STEP_STATES)[number]

export const STEP_MOVES = ['receive', 'ask_supplement', 'supply', 'record_result', 'set_aside'] as const
/** What can be recorded of a step; `set_aside` marks it not required. */
export type StepMove = (typeof STEP_MOVES)[number]

/** The whole machine: what may be recorded in a state, and the state it leads to. */
export const STEP_TABLE = {
  pending: { receive: 'received', set_aside: 'not_required' },
  received: { ask_supplement: 'supplement', record_result: 'result' },
  supplement: { supply: 'received' },
  result: {},
  not_required: {},
} as const satisfies Record<StepState, Partial<Record<StepMove, StepState>>>

const table: Record<StepState, Partial<Record<StepMove, StepState>>> = STEP_TABLE

/** The state a move leads to. Refuses with `state-forbids`. */
export const moveStep = (state: StepState, move: StepMove): Verdict<StepState> => {
  const next = table[state][move]
  return next ? ok(next) : refuse('state-forbids', { state, move })
}

/** What may be recorded in a state: the buttons of a page come from here. */
export const stepMovesFrom = (state: StepState): StepMove[] =>
  STEP_MOVES.filter((move) => table[state][move] !== undefined)

/** Whether a step has ended, with a result or because it is not required. */
export const isStepDone = (state: StepState): boolean => stepMovesFrom(state).length === 0

/** The act a move needs permission for. */
export const actOf = (_move: StepMove): 'step.record' => 'step.record'
