import { describe, expect, it, test } from 'vitest'
import type { Day } from '../time/day'
import { canApologise, canAskExtension, canDecideExtension, holderIn } from './overdue'
import { CASE_STATES, CASE_TABLE } from './state'

const d = (text: string) => text as Day
const codeOf = (verdict: { ok: boolean; refusal?: { code: string } }) => (verdict.ok ? 'ok' : verdict.refusal?.code)
const due = (own: object = {}) => ({
  day: d('2026-11-20'),
  left: 0,
  of: 14,
  unit: 'working_day' as const,
  overdue: false,
  paused: false,
  ...own,
})

describe('an apology with a new day', () => {
  const facts = { state: 'in_assessment' as const, due: due(), promisedDay: null }
  test.each([
    ['before the due day', facts, '2026-11-30', '2026-11-19', 'not-yet-due'],
    ['on it', facts, '2026-11-30', '2026-11-20', 'ok'],
    ['after it', facts, '2026-11-30', '2026-11-27', 'ok'],
    ['for a day that is over', facts, '2026-11-27', '2026-11-27', 'days-reversed'],
    [
      'again, before the new day',
      { ...facts, promisedDay: d('2026-12-04') },
      '2026-12-11',
      '2026-12-01',
      'not-yet-due',
    ],
    ['again, on the new day', { ...facts, promisedDay: d('2026-12-04') }, '2026-12-11', '2026-12-04', 'ok'],
    [
      'while the clock stands still',
      { ...facts, due: due({ paused: true }) },
      '2026-11-30',
      '2026-11-27',
      'state-forbids',
    ],
    ['without a due day', { ...facts, due: null }, '2026-11-30', '2026-11-27', 'state-forbids'],
    ['of an ended case', { ...facts, state: 'closed' as const }, '2026-11-30', '2026-11-27', 'state-forbids'],
  ] as const)('%s', (_what, given, newDay, today, code) =>
    expect(codeOf(canApologise(given, d(newDay), d(today)))).toBe(code),
  )
})

describe('a later day for a supplement', () => {
  const open = { dueDay: d('2026-11-20'), answered: false, asked: null, granted: null }
  const asked = { ...open, asked: d('2026-11-27') }
  it('is asked once, in time, and for later', () => {
    expect(codeOf(canAskExtension(open, d('2026-11-27'), d('2026-11-20')))).toBe('ok')
    expect(codeOf(canAskExtension(open, d('2026-11-27'), d('2026-11-21')))).toBe('state-forbids')
    expect(codeOf(canAskExtension(open, d('2026-11-20'), d('2026-11-18')))).toBe('out-of-range')
    expect(codeOf(canAskExtension(asked, d('2026-11-30'), d('2026-11-18')))).toBe('state-forbids')
    expect(codeOf(canAskExtension({ ...open, answered: true }, d('2026-11-27'), d('2026-11-18')))).toBe('state-forbids')
  })
  it('is decided once, and not after the answer', () => {
    expect(codeOf(canDecideExtension(asked))).toBe('ok')
    for (const not of [open, { ...asked, granted: false }, { ...asked, granted: true }, { ...asked, answered: true }])
      expect(codeOf(canDecideExtension(not))).toBe('state-forbids')
  })
})

it('every state a suspended case can resume has its holder', () => {
  const resumable = CASE_STATES.filter((state) => CASE_TABLE[state].suspend)
  expect(resumable.map((state) => `${state} ${holderIn(state)}`)).toEqual([
    'received intake',
    'in_check officer',
    'in_assessment officer',
    'in_review head',
    'awaiting_decision director',
  ])
})
