import type { SignedOutcome } from '../party/delegation'
import { ACTS, type Actor, may, type Role, type Thing } from '../party/permission'
import type { RefusalCode } from '../refusal'
import type { Day } from '../time/day'
import { refuse, type Verdict } from '../verdict'
import { signingAs } from './signing'
import { actOf, type CaseMove, type CaseState, move } from './state'

/** What the office does to a case by a form of its own; the name is the last word of the form's address. */
export const OFFICE_ACTIONS = [
  'receive',
  'return',
  'refuse',
  'assign',
  'hand-over',
  'take-back',
  'check',
  'supplement',
  'countersign',
  'consult',
  'conclude',
  'lapse',
  'suspend',
  'resume',
  'recommend',
  'review',
  'decide',
  'send-back',
  'decline',
  'close',
] as const
export type OfficeAction = (typeof OFFICE_ACTIONS)[number]

/** The forms of a case that issue a letter: each can be seen as a draft first. */
export const LETTER_ACTIONS = [
  'receive',
  'return',
  'refuse',
  'supplement',
  'countersign',
  'lapse',
  'suspend',
  'decide',
  'decline',
  'apologise',
] as const satisfies readonly (OfficeAction | 'apologise')[]
export type LetterAction = (typeof LETTER_ACTIONS)[number]

export const isLetterAction = (action: string): action is LetterAction =>
  LETTER_ACTIONS.includes(action as LetterAction)

/** The move an action makes; a review may also challenge, to the same people. */
const MOVE_OF: Record<OfficeAction, CaseMove> = {
  receive: 'receive',
  return: 'return',
  refuse: 'refuse',
  assign: 'assign',
  'hand-over': 'hand_over',
  'take-back': 'take_back',
  check: 'pass_check',
  supplement: 'request_supplement',
  countersign: 'countersign',
  consult: 'consult',
  conclude: 'conclude_consultation',
  lapse: 'lapse',
  suspend: 'suspend',
  resume: 'resume',
  recommend: 'recommend',
  review: 'endorse',
  decide: 'approve',
  'send-back': 'send_back',
  decline: 'decline',
  close: 'close',
}

/** The outcome an action decides. */
export const SIGNS: Partial<Record<OfficeAction, SignedOutcome>> = { decide: 'approved', decline: 'refused' }

/** What an action is judged by. */
export interface ActionFacts {
  state: CaseState
  /** The state a waiting case resumes. */
  stateLeft: CaseState | null
  thing: Thing
  /** A request for a supplement waits for the head's countersignature. */
  supplementProposed: boolean
  /** The day by which the open request for a supplement is to be answered, and today. */
  supplementDue: Day | null
  today: Day
  /** Agencies that are still in time to answer. */
  openConsultations: number
  /** Steps of the roadmap that are not optional and have no result. */
  openSteps: number
}

/**
 * Whether an actor may act on a case now. Refuses as `may`, `signingAs` and `move` do, `countersign-waits` for another request
 * while one waits, `not-yet-due` to let a supplement lapse that can still be answered, `consultation-open` while an
 * agency is in time to answer, and `state-forbids` to close while steps are open, to take back what nobody has, or to
 * hand over what was never assigned.
 */
export function mayAct(actor: Actor, action: OfficeAction, facts: ActionFacts): Verdict<CaseState> {
  const made = MOVE_OF[action]
  const next = move(facts.state, made, facts.stateLeft)
  if (!next.ok) return next
  // Received and stopped before anybody had it: it is assigned once work goes on.
  if (action === 'hand-over' && facts.stateLeft === 'received') return refuse('state-forbids')
  if (action === 'take-back' && !facts.thing.officerId) return refuse('state-forbids')
  if (action === 'supplement' && facts.supplementProposed) return refuse('countersign-waits')
  if (action === 'countersign' && !facts.supplementProposed) return refuse('state-forbids')
  if (action === 'lapse' && facts.supplementDue !== null && facts.today <= facts.supplementDue)
    return refuse('not-yet-due', { day: facts.supplementDue })
  if (action === 'conclude' && facts.openConsultations > 0)
    return refuse('consultation-open', { open: facts.openConsultations })
  if (action === 'close' && facts.openSteps > 0) return refuse('state-forbids', { open: facts.openSteps })
  const outcome = SIGNS[action]
  const allowed = outcome
    ? signingAs(actor, { outcome, thing: facts.thing }, facts.today)
    : may(actor, actOf(made), facts.thing)
  return allowed.ok ? next : allowed
}

export interface OfferedAction {
  action: OfficeAction
  /** Null: the actor may do it now. */
  whyNot: RefusalCode | null
  /** Who may do it. */
  roles: Role[]
}

/** The actions the state of a case allows, each with who may do it and why the actor may not. */
export function offeredActions(actor: Actor, facts: ActionFacts): OfferedAction[] {
  const possible = (action: OfficeAction) =>
    move(facts.state, MOVE_OF[action], facts.stateLeft).ok && (action !== 'countersign' || facts.supplementProposed)
  return OFFICE_ACTIONS.filter(possible).map((action) => {
    const verdict = mayAct(actor, action, facts)
    const roles: readonly Role[] = ACTS[actOf(MOVE_OF[action])]
    return { action, whyNot: verdict.ok ? null : verdict.refusal.code, roles: [...roles] }
  })
}
