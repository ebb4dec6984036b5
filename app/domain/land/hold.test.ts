import { describe, expect, test } from 'vitest'
import { CASE_STATES, type CaseState, isOpen } from '../case/state'
import { type Actor, type Grant, VISITOR } from '../party/permission'
import type { Day } from '../time/day'
import {
  checkLease,
  HOLD_MOVES,
  HOLD_STATES,
  type HoldFacts,
  type HoldMove,
  type HoldState,
  holdStateAt,
  lastDayOf,
  mayMoveHold,
  moveHold,
  offeredHoldMoves,
  rungAfterLease,
} from './hold'

const day = (text: string) => text as Day
const THING = { organizationId: 'mine', officerId: 'me', zoneId: 'zone' }
const facts = (hold: HoldState, own: Partial<HoldFacts> = {}): HoldFacts => ({
  hold,
  case: 'approved',
  hasPlots: true,
  offer: 'not_needed',
  thing: THING,
  ...own,
})
const codeOf = (verdict: ReturnType<typeof moveHold>) => (verdict.ok ? verdict.value : verdict.refusal.code)

/** The table written a second time: everything else is forbidden. */
const ALLOWED = `
none request requested
none activate active
requested activate active
requested release released
active extend extended
active convert converted
active release released
extended convert converted
extended release released
released request requested
released activate active
expired request requested
expired activate active`
  .trim()
  .split('\n')

test('every state × move leads where it is written, and nowhere else', () => {
  const found = HOLD_STATES.flatMap((state) =>
    HOLD_MOVES.flatMap((made) => {
      const to = codeOf(moveHold(facts(state), made))
      return (HOLD_STATES as readonly string[]).includes(to) ? [`${state} ${made} ${to}`] : []
    }),
  )
  expect(found.sort()).toEqual([...ALLOWED].sort())
  expect(codeOf(moveHold(facts('extended'), 'extend'))).toBe('hold-extended')
})

const ASSESSED = 'in_assessment in_consultation in_review awaiting_decision approved in_fulfilment'.split(' ')
const CASE_OF: Record<HoldMove, [from: HoldState, states: string[]]> = {
  request: ['none', ASSESSED],
  activate: ['none', ASSESSED],
  extend: ['active', [...ASSESSED, 'awaiting_supplement', 'suspended']],
  convert: ['active', ['approved', 'in_fulfilment']],
  release: ['active', CASE_STATES.filter(isOpen)],
}

test.each(HOLD_MOVES)('%s in each state of the case', (made) => {
  const [from, states] = CASE_OF[made]
  const found = CASE_STATES.filter((state) => moveHold(facts(from, { case: state }), made).ok)
  expect(found.sort()).toEqual([...states].sort() as CaseState[])
})

const actor = (own: Partial<Actor>): Actor => ({ ...VISITOR, personId: 'me', emailConfirmed: true, ...own })
const granted = (role: Grant['role'], personId = 'me') => actor({ personId, grants: [{ role, zoneId: 'zone' }] })
const member = (role: 'owner' | 'member' | 'reader', id = 'mine') => actor({ organizations: [{ id, name: 'O', role }] })
const PEOPLE: Record<string, [Actor, HoldMove[]]> = {
  visitor: [VISITOR, []],
  'officer in charge': [granted('officer'), ['request', 'activate', 'extend', 'convert', 'release']],
  'another officer': [granted('officer', 'another'), []],
  head: [granted('head'), ['release']],
  director: [granted('director'), []],
  intake: [granted('intake'), []],
  'developer of the zone': [granted('developer'), []],
  auditor: [granted('auditor'), []],
  owner: [member('owner'), ['request']],
  reader: [member('reader'), []],
  'another organisation': [member('owner', 'another'), []],
}

test.each(Object.entries(PEOPLE))('every move by: %s', (_name, [who, moves]) => {
  const found = HOLD_MOVES.filter((made) => mayMoveHold(who, made, facts(CASE_OF[made][0])).ok)
  expect(found).toEqual(moves)
})

test('the screen offers what the table admits, and says who may and why not', () => {
  const officer = granted('officer')
  const offered = (own: HoldFacts, who = officer) =>
    offeredHoldMoves(who, own).map(({ move, whyNot }) => `${move} ${whyNot ?? 'ok'}`)
  expect(offered(facts('none'))).toEqual(['activate ok'])
  expect(offered(facts('none', { offer: 'missing' }))).toEqual(['request ok', 'activate developer-offer-needed'])
  expect(offered(facts('requested', { offer: 'standing' }))).toEqual(['activate ok', 'release ok'])
  expect(offered(facts('active'))).toEqual(['extend ok', 'convert ok', 'release ok'])
  expect(offered(facts('active', { case: 'in_review' }))).toEqual(['extend ok', 'release ok'])
  expect(offered(facts('converted'))).toEqual([])
  expect(offered(facts('none', { hasPlots: false }))).toEqual([])
  expect(offered(facts('active'), granted('head'))).toEqual(['extend not-allowed', 'convert not-allowed', 'release ok'])
  for (const state of HOLD_STATES)
    for (const { move, whyNot } of offeredHoldMoves(officer, facts(state)))
      expect(mayMoveHold(officer, move, facts(state)).ok).toBe(whyNot === null)
})

test('a hold has expired at its end, whatever is stored', () => {
  const until = new Date('2027-01-24T17:00:00Z')
  const before = new Date(until.getTime() - 1)
  for (const state of ['active', 'extended']) {
    expect(holdStateAt({ state, untilInstant: until }, before)).toBe(state)
    expect(holdStateAt({ state, untilInstant: until }, until)).toBe('expired')
  }
  for (const state of ['requested', 'released', 'converted']) {
    expect(holdStateAt({ state, untilInstant: before }, until)).toBe(state)
  }
  expect(holdStateAt(null, until)).toBe('none')
  expect(lastDayOf(until)).toBe('2027-01-24')
})

describe('a lease', () => {
  const lease = (fromDay: string, untilDay: string) => {
    const verdict = checkLease({ fromDay: day(fromDay), untilDay: day(untilDay) }, day('2026-11-20'), day('2026-12-01'))
    return verdict.ok ? 'ok' : `${verdict.refusal.code} ${verdict.refusal.field}`
  }
  test('begins while the land is held for it or within a year, and ends within seventy', () => {
    expect(lease('2026-11-20', '2076-11-20')).toBe('ok')
    expect(lease('2026-11-19', '2076-11-20')).toBe('out-of-range fromDay')
    expect(lease('2028-01-01', '2076-11-20')).toBe('out-of-range fromDay')
    expect(lease('2026-12-01', '2026-12-01')).toBe('days-reversed untilDay')
    expect(lease('2026-12-01', '2126-12-01')).toBe('out-of-range untilDay')
  })
  test('shows that a plot can be leased, where its zone operates', () => {
    expect(rungAfterLease('serviced', 'operating')).toBe('leasable')
    expect(rungAfterLease('serviced', 'under_construction')).toBe('serviced')
  })
})
