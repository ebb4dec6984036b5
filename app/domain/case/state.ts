import type { Act } from '../party/permission'
import { ok, refuse, type Verdict } from '../verdict'

export const CASE_STATES = [
  'submitted',
  'received',
  'in_check',
  'in_assessment',
  'awaiting_supplement',
  'in_consultation',
  'suspended',
  'in_review',
  'awaiting_decision',
  'approved',
  'in_fulfilment',
  'refused',
  'dossier_refused',
  'returned',
  'withdrawn',
  'closed',
] as const
export type CaseState = (typeof CASE_STATES)[number]

export const CASE_MOVES = [
  'receive',
  'return',
  'refuse',
  'assign',
  'hand_over',
  'take_back',
  'pass_check',
  'request_supplement',
  'countersign',
  'answer_supplement',
  'lapse',
  'consult',
  'conclude_consultation',
  'suspend',
  'resume',
  'recommend',
  'endorse',
  'challenge',
  'approve',
  'decline',
  'send_back',
  'fulfil',
  'close',
  'withdraw',
] as const
export type CaseMove = (typeof CASE_MOVES)[number]

/** What may happen to whoever has a case in hand; the case itself stays where it is. */
const inHand = <S extends CaseState>(state: S) => ({ hand_over: state, take_back: state }) as const

/** Where a move leads: a state, or back to the state that was left when the case began to wait. */
type Target = CaseState | 'state_left'

/**
 * Every move there is. What intake does not take (form 03) ends in `dossier_refused`; what the director declines was
 * decided, and ends in `refused`. A supplement not answered in time lapses. An appeal is a new case.
 */
export const CASE_TABLE: Record<CaseState, Partial<Record<CaseMove, Target>>> = {
  submitted: { receive: 'received', return: 'returned', refuse: 'dossier_refused', withdraw: 'withdrawn' },
  received: { assign: 'in_check', suspend: 'suspended', withdraw: 'withdrawn' },
  in_check: {
    ...inHand('in_check'),
    pass_check: 'in_assessment',
    request_supplement: 'awaiting_supplement',
    countersign: 'awaiting_supplement',
    return: 'returned',
    suspend: 'suspended',
    withdraw: 'withdrawn',
  },
  in_assessment: {
    ...inHand('in_assessment'),
    consult: 'in_consultation',
    request_supplement: 'awaiting_supplement',
    countersign: 'awaiting_supplement',
    recommend: 'in_review',
    suspend: 'suspended',
    withdraw: 'withdrawn',
  },
  awaiting_supplement: {
    ...inHand('awaiting_supplement'),
    answer_supplement: 'state_left',
    lapse: 'returned',
    withdraw: 'withdrawn',
  },
  in_consultation: { ...inHand('in_consultation'), conclude_consultation: 'state_left', withdraw: 'withdrawn' },
  suspended: { ...inHand('suspended'), resume: 'state_left', withdraw: 'withdrawn' },
  in_review: {
    ...inHand('in_review'),
    endorse: 'awaiting_decision',
    challenge: 'in_assessment',
    suspend: 'suspended',
    withdraw: 'withdrawn',
  },
  awaiting_decision: {
    ...inHand('awaiting_decision'),
    approve: 'approved',
    decline: 'refused',
    send_back: 'in_assessment',
    suspend: 'suspended',
    withdraw: 'withdrawn',
  },
  approved: { ...inHand('approved'), fulfil: 'in_fulfilment', withdraw: 'withdrawn' },
  in_fulfilment: { ...inHand('in_fulfilment'), close: 'closed', withdraw: 'withdrawn' },
  refused: { close: 'closed' },
  dossier_refused: {},
  returned: {},
  withdrawn: {},
  closed: {},
}

const ACT_OF: Record<CaseMove, Act & `case.${string}`> = {
  receive: 'case.receive',
  return: 'case.return',
  refuse: 'case.refuse',
  assign: 'case.assign',
  hand_over: 'case.hand_over',
  take_back: 'case.take_back',
  pass_check: 'case.check',
  request_supplement: 'case.request_supplement',
  countersign: 'case.review',
  answer_supplement: 'case.answer_supplement',
  lapse: 'case.return',
  consult: 'case.check',
  conclude_consultation: 'case.check',
  suspend: 'case.review',
  resume: 'case.review',
  recommend: 'case.recommend',
  endorse: 'case.review',
  challenge: 'case.review',
  approve: 'case.decide',
  decline: 'case.decide',
  send_back: 'case.decide',
  fulfil: 'case.fulfil',
  close: 'case.close',
  withdraw: 'case.withdraw',
}

/** The act a person must be allowed to make the move; what a timer does by itself asks nobody. */
export const actOf = (made: CaseMove): Act & `case.${string}` => ACT_OF[made]

const WAITING: readonly CaseState[] = ['awaiting_supplement', 'in_consultation', 'suspended']

/** Whether a case in this state waits and later resumes the state it left, which must be kept with it. */
export const isWaiting = (state: CaseState): boolean => WAITING.includes(state)

/** Nothing follows but the last paper: the inbox's partial indexes name the same states. */
export const ENDED: readonly CaseState[] = ['refused', 'dossier_refused', 'returned', 'withdrawn', 'closed']

/** Whether the office or the investor still has something to do before the outcome; an open case can be withdrawn. */
export const isOpen = (state: CaseState): boolean => !ENDED.includes(state)

/** The moves a state allows, in the order of `CASE_MOVES`: buttons are made of these. */
export const movesFrom = (state: CaseState): CaseMove[] =>
  CASE_MOVES.filter((made) => CASE_TABLE[state][made] !== undefined)

const leadsTo = (from: CaseState, to: CaseState): boolean => from !== to && Object.values(CASE_TABLE[from]).includes(to)

/**
 * The state after a move. `resumeTo` is the state the case left when it began to wait, and is asked only of moves
 * out of waiting; a state that never leads there is no such state. Refuses with `state-forbids`.
 */
export const move = (state: CaseState, made: CaseMove, resumeTo?: CaseState | null): Verdict<CaseState> => {
  const target = CASE_TABLE[state][made]
  if (target === undefined) return refuse('state-forbids', { state, move: made })
  if (target !== 'state_left') return ok(target)
  return resumeTo && leadsTo(resumeTo, state) ? ok(resumeTo) : refuse('state-forbids', { state, move: made })
}
