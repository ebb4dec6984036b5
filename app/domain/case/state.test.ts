import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ACTS } from '../party/permission'
import {
  actOf,
  CASE_MOVES,
  CASE_STATES,
  type CaseMove,
  type CaseState,
  isOpen,
  isWaiting,
  move,
  movesFrom,
} from './state'

const after = (state: CaseState, made: CaseMove, left?: CaseState) => {
  const verdict = move(state, made, left)
  return verdict.ok ? verdict.value : verdict.refusal.code
}

/** The table written a second time, as "state move → state"; everything else is forbidden. */
const ALLOWED = `
in_check hand_over in_check
in_check take_back in_check
in_assessment hand_over in_assessment
in_assessment take_back in_assessment
awaiting_supplement hand_over awaiting_supplement
awaiting_supplement take_back awaiting_supplement
in_consultation hand_over in_consultation
in_consultation take_back in_consultation
suspended hand_over suspended
suspended take_back suspended
in_review hand_over in_review
in_review take_back in_review
awaiting_decision hand_over awaiting_decision
awaiting_decision take_back awaiting_decision
approved hand_over approved
approved take_back approved
in_fulfilment hand_over in_fulfilment
in_fulfilment take_back in_fulfilment
submitted receive received
submitted return returned
submitted refuse dossier_refused
received assign in_check
in_check pass_check in_assessment
in_check request_supplement awaiting_supplement
in_check countersign awaiting_supplement
in_check return returned
in_assessment consult in_consultation
in_assessment request_supplement awaiting_supplement
in_assessment countersign awaiting_supplement
in_assessment recommend in_review
awaiting_supplement lapse returned
in_review endorse awaiting_decision
in_review challenge in_assessment
awaiting_decision approve approved
awaiting_decision decline refused
awaiting_decision send_back in_assessment
approved fulfil in_fulfilment
in_fulfilment close closed
refused close closed
received suspend suspended
in_check suspend suspended
in_assessment suspend suspended
in_review suspend suspended
awaiting_decision suspend suspended
submitted withdraw withdrawn
received withdraw withdrawn
in_check withdraw withdrawn
in_assessment withdraw withdrawn
awaiting_supplement withdraw withdrawn
in_consultation withdraw withdrawn
suspended withdraw withdrawn
in_review withdraw withdrawn
awaiting_decision withdraw withdrawn
approved withdraw withdrawn
in_fulfilment withdraw withdrawn`
  .trim()
  .split('\n')

const RESUMED = [
  'awaiting_supplement answer_supplement in_check',
  'awaiting_supplement answer_supplement in_assessment',
  'in_consultation conclude_consultation in_assessment',
  ...['received', 'in_check', 'in_assessment', 'in_review', 'awaiting_decision'].map((to) => `suspended resume ${to}`),
]

test('every state × move without a state left is as written', () => {
  const found = CASE_STATES.flatMap((state) =>
    CASE_MOVES.flatMap((made) => {
      const to = after(state, made)
      return to === 'state-forbids' ? [] : [`${state} ${made} ${to}`]
    }),
  )
  expect(found.sort()).toEqual([...ALLOWED].sort())
})

test('waiting resumes the state it left, and no state that never led there', () => {
  const found = CASE_STATES.filter(isWaiting).flatMap((state) =>
    (['answer_supplement', 'conclude_consultation', 'resume'] as const).flatMap((made) =>
      CASE_STATES.flatMap((left) => (after(state, made, left) === left ? [`${state} ${made} ${left}`] : [])),
    ),
  )
  expect(found.sort()).toEqual([...RESUMED].sort())
  expect(after('awaiting_supplement', 'answer_supplement')).toBe('state-forbids')
  expect(after('suspended', 'resume', 'closed')).toBe('state-forbids')
  expect(after('awaiting_supplement', 'lapse', 'in_check')).toBe('returned')
})

test('open, and what can be withdrawn, are the same', () => {
  expect(CASE_STATES.filter((state) => !isOpen(state)).sort()).toEqual([
    'closed',
    'dossier_refused',
    'refused',
    'returned',
    'withdrawn',
  ])
  for (const state of CASE_STATES)
    expect([state, movesFrom(state).includes('withdraw')]).toEqual([state, isOpen(state)])
})

test('buttons', () => {
  expect(movesFrom('submitted')).toEqual(['receive', 'return', 'refuse', 'withdraw'])
  expect(movesFrom('closed')).toEqual([])
})

describe('acts', () => {
  test('each move asks for an act of the matrix', () => {
    for (const made of CASE_MOVES) expect(Object.keys(ACTS)).toContain(actOf(made))
  })

  test('who decides is asked for deciding, and nobody else is', () => {
    expect(CASE_MOVES.filter((made) => actOf(made) === 'case.decide')).toEqual(['approve', 'decline', 'send_back'])
    expect(actOf('refuse')).toBe('case.refuse')
    expect(actOf('recommend')).toBe('case.recommend')
    expect(actOf('answer_supplement')).toBe('case.answer_supplement')
    expect(actOf('withdraw')).toBe('case.withdraw')
  })
})

test('any walk: approval only by way of assessment, review and decision; nothing leaves an end but closing', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...CASE_MOVES), { maxLength: 60 }), (moves) => {
      let state: CaseState = 'submitted'
      let left: CaseState | null = null
      const seen: CaseState[] = [state]
      for (const made of moves) {
        const verdict = move(state, made, left)
        if (!verdict.ok) continue
        if (!isOpen(state)) expect([state, made]).toEqual(['refused', 'close'])
        if (isWaiting(verdict.value)) left = state
        state = verdict.value
        seen.push(state)
      }
      const approved = seen.indexOf('approved')
      if (approved >= 0) {
        const before = seen.slice(0, approved)
        for (const must of ['received', 'in_check', 'in_assessment', 'in_review', 'awaiting_decision'] as const) {
          expect(before).toContain(must)
        }
      }
    }),
    { numRuns: 500 },
  )
})
