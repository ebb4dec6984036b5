// State × action × role, from the table the screen is made of: who is offered what, and that nobody else may.
import { describe, expect, it } from 'vitest'
import type { Delegation } from '../party/delegation'
import { type Actor, type GrantedRole, ROLES, type Role, VISITOR } from '../party/permission'
import type { Day } from '../time/day'
import { type ActionFacts, mayAct, OFFICE_ACTIONS, type OfficeAction, offeredActions } from './office-action'
import { CASE_STATES, type CaseState, isWaiting } from './state'

/** Somebody has it, or had it when it began to wait. */
const IN_HAND: CaseState[] = [
  'in_check',
  'in_assessment',
  'awaiting_supplement',
  'in_consultation',
  'suspended',
  'in_review',
  'awaiting_decision',
  'approved',
  'in_fulfilment',
]

const ALLOWED: Record<string, string> = {
  ...Object.fromEntries(
    IN_HAND.flatMap((state) => [
      [`${state} hand-over`, 'officer head'],
      [`${state} take-back`, 'head'],
    ]),
  ),
  'submitted receive': 'intake',
  'submitted return': 'intake officer',
  'submitted refuse': 'intake',
  'received assign': 'intake head',
  'in_check return': 'intake officer',
  'in_check check': 'officer',
  'in_check supplement': 'officer',
  'in_check countersign': 'head',
  'in_assessment supplement': 'officer',
  'in_assessment countersign': 'head',
  'in_assessment consult': 'officer',
  'in_assessment recommend': 'officer',
  'awaiting_supplement lapse': 'intake officer',
  'in_consultation conclude': 'officer',
  'received suspend': 'head',
  'in_check suspend': 'head',
  'in_assessment suspend': 'head',
  'in_review suspend': 'head',
  'awaiting_decision suspend': 'head',
  'suspended resume': 'head',
  'in_review review': 'head',
  'awaiting_decision decide': 'director',
  'awaiting_decision send-back': 'director signer',
  'awaiting_decision decline': 'director signer',
  'in_fulfilment close': 'officer head',
  'refused close': 'officer head',
}

const DELEGATION: Delegation = {
  id: 'd',
  form: 'KT',
  outcomes: ['refused'],
  zoneId: null,
  fromDay: '2026-11-01' as Day,
  untilDay: '2026-11-23' as Day,
  revokedFrom: null,
  paperNumber: '12/UQ',
  paperDay: '2026-10-30' as Day,
  grantedById: 'director',
}
const OFFICER = 'officer-in-charge'
const actorIn = (role: Role, personId = OFFICER): Actor => ({
  ...VISITOR,
  personId: role === 'visitor' || role === 'system' ? null : personId,
  grants: ['visitor', 'investor', 'system'].includes(role)
    ? []
    : [{ role: role === 'signer' ? 'head' : (role as GrantedRole), zoneId: 'z', agencyKey: 'a' }],
  // One who may sign refusals alone.
  ...(role === 'signer' ? { delegations: [DELEGATION] } : {}),
  organizations: role === 'investor' ? [{ id: 'o', name: 'O', role: 'owner' }] : [],
  ...(role === 'system' ? { isSystem: true as const } : {}),
})
const factsIn = (state: CaseState): ActionFacts => ({
  state,
  stateLeft: isWaiting(state) ? (state === 'in_consultation' ? 'in_assessment' : 'in_check') : null,
  thing: { organizationId: 'o', officerId: OFFICER, zoneId: 'z', agencyKeys: ['a'], proposedById: 'somebody' },
  // One that waits is what a countersignature needs; another request needs that none does.
  supplementProposed: false,
  supplementDue: '2026-11-20' as Day,
  today: '2026-11-23' as Day,
  openConsultations: 0,
  openSteps: 0,
})
const judged = (role: Role, state: CaseState, action: OfficeAction, own: Partial<ActionFacts> = {}) => {
  const facts = { ...factsIn(state), supplementProposed: action === 'countersign', ...own }
  const verdict = mayAct(actorIn(role), action, facts)
  const offered = offeredActions(actorIn(role), facts).find((one) => one.action === action)
  // The screen offers exactly what the rule allows.
  expect(offered?.whyNot === null, `${role} ${state} ${action}`).toBe(verdict.ok)
  return verdict
}

describe.each(CASE_STATES)('in %s', (state) => {
  it('each action is open to the roles written down, and to no other', () => {
    const found: Record<string, string> = {}
    for (const action of OFFICE_ACTIONS) {
      const roles = ROLES.filter((role) => judged(role, state, action).ok)
      // Whoever signs for the director is a head besides, and does what a head does.
      if (roles.includes('head')) expect(roles.splice(roles.indexOf('signer'), 1)).toEqual(['signer'])
      if (roles.length > 0) found[`${state} ${action}`] = roles.join(' ')
    }
    const expected = Object.entries(ALLOWED).filter(([key]) => key.startsWith(`${state} `))
    expect(found).toEqual(Object.fromEntries(expected))
  })

  it('what is the officer’s own is not another officer’s', () => {
    for (const action of ['check', 'supplement', 'recommend', 'consult', 'conclude'] as const)
      expect(mayAct(actorIn('officer', 'another'), action, factsIn(state)).ok).toBe(false)
  })
})

it('says why not: a request that waits, a day that is not over, answers and steps that are open, a proposer who would sign', () => {
  const code = (role: Role, state: CaseState, action: OfficeAction, own: Partial<ActionFacts>) => {
    const verdict = judged(role, state, action, own)
    return verdict.ok ? 'ok' : verdict.refusal.code
  }
  expect(code('officer', 'in_check', 'supplement', { supplementProposed: true })).toBe('countersign-waits')
  expect(code('intake', 'awaiting_supplement', 'lapse', { supplementDue: '2026-11-23' as Day })).toBe('not-yet-due')
  expect(code('officer', 'in_consultation', 'conclude', { openConsultations: 1 })).toBe('consultation-open')
  expect(code('officer', 'in_fulfilment', 'close', { openSteps: 1 })).toBe('state-forbids')
  const proposed = { ...factsIn('awaiting_decision').thing, proposedById: OFFICER }
  expect(code('director', 'awaiting_decision', 'decide', { thing: proposed })).toBe('proposer-signs')
  expect(code('signer', 'awaiting_decision', 'decide', {})).toBe('not-delegated')
  expect(code('signer', 'awaiting_decision', 'decline', { today: '2026-11-24' as Day })).toBe('not-delegated')
  expect(offeredActions(actorIn('head'), factsIn('in_check')).map(({ action }) => action)).not.toContain('countersign')
})
