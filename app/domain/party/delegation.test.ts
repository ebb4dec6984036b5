import { describe, expect, it, test } from 'vitest'
import type { Day } from '../time/day'
import {
  coversDecision,
  type DelegationPeriod,
  type DelegationScope,
  delegationState,
  lastDayOf,
  mayDelegate,
  mayRevoke,
  SIGNED_OUTCOMES,
} from './delegation'

const day = (text: string) => text as Day
type Held = DelegationPeriod & DelegationScope
const held = (own: Partial<Held> = {}): Held => ({
  outcomes: ['refused'],
  zoneId: 'z',
  fromDay: day('2026-11-01'),
  untilDay: day('2026-11-30'),
  revokedFrom: null,
  ...own,
})
const codeOf = (verdict: { ok: boolean; refusal?: { code: string; field?: string } }) =>
  verdict.ok ? 'ok' : [verdict.refusal?.code, verdict.refusal?.field].filter(Boolean).join(' ')

test.each([
  [null, '2026-10-31', 'coming'],
  [null, '2026-11-01', 'in_force'],
  [null, '2026-11-30', 'in_force'],
  [null, '2026-12-01', 'ended'],
  ['2026-11-20', '2026-11-19', 'in_force'],
  ['2026-11-20', '2026-11-20', 'ended'],
  // Ended before it began: it never held.
  ['2026-10-20', '2026-10-10', 'ended'],
  // Said too late to matter.
  ['2026-12-20', '2026-12-01', 'ended'],
])('ended from %s, on %s it is %s', (revokedFrom, today, state) => {
  expect(delegationState(held({ revokedFrom: revokedFrom === null ? null : day(revokedFrom) }), day(today))).toBe(state)
})

it('holds until the day before it was ended', () => {
  expect(lastDayOf(held())).toBe('2026-11-30')
  expect(lastDayOf(held({ revokedFrom: day('2026-11-20') }))).toBe('2026-11-19')
})

describe('what it covers', () => {
  const covers = (own: Partial<Held>, outcome: (typeof SIGNED_OUTCOMES)[number], zoneId: string | null, on: string) =>
    coversDecision(held(own), { outcome, zoneId }, day(on))
  it('is outcome, zone and day, all three', () => {
    expect(covers({}, 'refused', 'z', '2026-11-20')).toBe(true)
    expect(covers({}, 'approved', 'z', '2026-11-20')).toBe(false)
    expect(covers({}, 'refused', 'other', '2026-11-20')).toBe(false)
    expect(covers({}, 'refused', null, '2026-11-20')).toBe(false)
    expect(covers({ zoneId: null }, 'refused', 'other', '2026-11-20')).toBe(true)
    expect(covers({}, 'refused', 'z', '2026-10-31')).toBe(false)
    expect(covers({}, 'refused', 'z', '2026-12-01')).toBe(false)
    expect(covers({ revokedFrom: day('2026-11-20') }, 'refused', 'z', '2026-11-20')).toBe(false)
  })
})

describe('giving one', () => {
  const gives = (own: Partial<Held & { paperDay: Day }> = {}, others: Held[] = []) =>
    codeOf(mayDelegate({ ...held(), paperDay: day('2026-10-30'), ...own }, others, day('2026-11-10')))

  it('asks for something to sign, a paper that is signed, days in order, a year at most', () => {
    expect(gives()).toBe('ok')
    expect(gives({ outcomes: [] })).toBe('required outcomes')
    expect(gives({ paperDay: day('2026-11-11') })).toBe('as-of-future paperDay')
    expect(gives({ paperDay: day('2026-11-02') })).toBe('days-reversed fromDay')
    expect(gives({ untilDay: day('2026-10-31') })).toBe('days-reversed untilDay')
    expect(gives({ untilDay: day('2026-11-09') })).toBe('day-past untilDay')
    expect(gives({ untilDay: day('2026-11-10') })).toBe('ok')
    expect(gives({ untilDay: day('2027-10-31') })).toBe('ok')
    expect(gives({ untilDay: day('2027-11-01') })).toBe('out-of-range untilDay')
    const leap = { paperDay: day('2026-11-01'), fromDay: day('2028-02-29') }
    expect(gives({ ...leap, untilDay: day('2029-02-28') })).toBe('ok')
    expect(gives({ ...leap, untilDay: day('2029-03-01') })).toBe('out-of-range untilDay')
  })

  it('never gives one person two for the same decision', () => {
    const overlaps = 'delegation-overlaps fromDay'
    expect(gives({}, [held()])).toBe(overlaps)
    expect(gives({}, [held({ zoneId: null })])).toBe(overlaps)
    expect(gives({ zoneId: null }, [held()])).toBe(overlaps)
    expect(gives({ outcomes: [...SIGNED_OUTCOMES] }, [held()])).toBe(overlaps)
    expect(gives({}, [held({ fromDay: day('2026-11-30'), untilDay: day('2026-12-30') })])).toBe(overlaps)
    expect(gives({}, [held({ zoneId: 'other' })])).toBe('ok')
    expect(gives({}, [held({ outcomes: ['approved'] })])).toBe('ok')
    expect(gives({}, [held({ fromDay: day('2026-12-01'), untilDay: day('2026-12-30') })])).toBe('ok')
    expect(gives({ fromDay: day('2026-11-20') }, [held({ revokedFrom: day('2026-11-20') })])).toBe('ok')
    expect(gives({ fromDay: day('2026-11-19') }, [held({ revokedFrom: day('2026-11-20') })])).toBe(overlaps)
    // Ended before it began: the right one may be given in its place.
    for (const revokedFrom of [day('2026-11-01'), day('2026-10-20')]) {
      const around = { fromDay: day('2026-10-10'), untilDay: day('2026-11-15'), paperDay: day('2026-10-10') }
      expect(gives(around, [held({ revokedFrom })])).toBe('ok')
    }
  })
})

it('is ended from today on at the earliest, while it holds; earlier than said before, not later', () => {
  const ends = (from: string, own: Partial<Held> = {}, today = '2026-11-10') =>
    codeOf(mayRevoke(held(own), day(from), day(today)))
  expect(ends('2026-11-10')).toBe('ok')
  expect(ends('2026-11-30')).toBe('ok')
  expect(ends('2026-11-09')).toBe('day-past fromDay')
  expect(ends('2026-12-01')).toBe('out-of-range fromDay')
  expect(ends('2026-10-20', {}, '2026-10-10')).toBe('ok')
  expect(ends('2026-12-01', {}, '2026-12-01')).toBe('state-forbids')
  const revokedFrom = day('2026-11-20')
  expect(ends('2026-11-19', { revokedFrom })).toBe('ok')
  expect(ends('2026-11-25', { revokedFrom })).toBe('out-of-range fromDay')
  expect(ends('2026-11-20', { revokedFrom }, '2026-11-20')).toBe('state-forbids')
})
