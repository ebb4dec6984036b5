import { describe, expect, it } from 'vitest'
import type { Day } from '../time/day'
import {
  CONDITION_MOVES,
  CONDITION_STATES,
  type ConditionState,
  conditionsInTime,
  isConditionLate,
  mayClose,
  moveCondition,
  proposalInForce,
  WAIVER_REASONS,
  type WaiverReason,
} from './condition'
import { LETTER_REASONS } from './letter'
import { CASE_STATES } from './state'

const ALLOWED = [
  'open hand_in handed_in',
  'returned hand_in handed_in',
  'handed_in accept met',
  'handed_in return returned',
]

describe('a condition of an approval', () => {
  it('can still be met when it is asked: today and later, or without a day', () => {
    const asked = (...days: (string | null)[]) =>
      days.map((dueDay, at) => ({ text: `${at}`, dueDay: dueDay as Day | null, proof: null }))
    expect(conditionsInTime(asked('2026-11-26', '2026-11-27', null), '2026-11-26' as Day).ok).toBe(true)
    expect(conditionsInTime(asked(null, '2026-11-25', '2026-11-24'), '2026-11-26' as Day)).toEqual({
      ok: false,
      refusal: { code: 'condition-day-past', values: { condition: '1' } },
    })
  })

  it.each(CASE_STATES)('moves as written in %s', (caseState) => {
    const found = CONDITION_STATES.flatMap((state) =>
      CONDITION_MOVES.flatMap((made) => {
        const next = moveCondition(caseState, state, made)
        return next.ok ? [`${state} ${made} ${next.value}`] : []
      }),
    )
    const runs = caseState === 'approved' || caseState === 'in_fulfilment'
    expect(found.sort()).toEqual(runs ? [...ALLOWED].sort() : [])
  })

  it('is late from the day after its day, unless proof came in time or it is met', () => {
    const late = (state: ConditionState, handedIn: string | null, today: string, due: string | null = '2026-12-10') =>
      isConditionLate({ state, dueDay: due as Day | null, handedInDay: handedIn as Day | null }, today as Day)
    expect(late('open', null, '2026-12-10')).toBe(false)
    expect(late('open', null, '2026-12-11')).toBe(true)
    expect(late('open', null, '2030-01-01', null)).toBe(false)
    expect(late('handed_in', '2026-12-10', '2026-12-20')).toBe(false)
    expect(late('handed_in', '2026-12-11', '2026-12-11')).toBe(true)
    expect(late('returned', '2026-12-09', '2026-12-11')).toBe(true)
    expect(late('returned', '2026-12-09', '2026-12-10')).toBe(false)
    expect(late('met', '2026-12-15', '2026-12-20')).toBe(false)
  })

  it('goes on in the head’s words where there are such', () => {
    const officer = { text: 'A', conditions: [{ text: 'x', dueDay: null, proof: null }] }
    expect(proposalInForce(officer, null)).toEqual(officer)
    expect(proposalInForce(officer, { text: 'B', conditions: [] })).toEqual({ text: 'B', conditions: [] })
  })
})

it('names no reason of a letter for closing', () => {
  const letters: readonly string[] = Object.values(LETTER_REASONS).flat()
  expect(WAIVER_REASONS.filter((reason) => letters.includes(reason))).toEqual([])
})

it('closes over open conditions only with a reason and its words', () => {
  const said = (states: ConditionState[], reason: WaiverReason | null, text: string | null = null) => {
    const verdict = mayClose(states, { reason, text })
    return verdict.ok ? 'ok' : `${verdict.refusal.code} ${verdict.refusal.field}`
  }
  expect(said([], null)).toBe('ok')
  expect(said(['met', 'met'], null)).toBe('ok')
  for (const state of CONDITION_STATES.filter((one) => one !== 'met')) {
    expect(said(['met', state], null)).toBe('conditions-open reason')
    for (const reason of WAIVER_REASONS) {
      expect(said(['met', state], reason)).toBe('required text')
      expect(said(['met', state], reason, 'vì')).toBe('ok')
    }
  }
})
