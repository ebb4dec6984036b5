import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, type Day } from '../time/day'
import {
  admitEntry,
  type CapacityEntry,
  type CapacityHold,
  changeDays,
  ledgerFrom,
  liveHolds,
  mayUntie,
  nodeDay,
  promisableFrom,
  remainingOn,
} from './capacity'

const day = (text: string): Day => text as Day
const FIRST = day('2026-01-01')
const entries: CapacityEntry[] = [
  { kind: 'built', amount: 1000, from: FIRST },
  { kind: 'committed', amount: 300, from: day('2026-03-01') },
  { kind: 'withdrawn', amount: 100, from: day('2026-06-01') },
  { kind: 'committed', amount: -50, from: day('2026-07-01') },
]
const held = (amount: number, neededOn: string): CapacityHold => ({
  amount,
  from: new Date('2026-03-09T18:00:00Z'), // 10 March 01:00 in Vietnam
  until: new Date('2026-03-12T17:00:00Z'),
  neededOn: day(neededOn),
})

describe('a node on a day', () => {
  it('has what is built less what is committed and withdrawn by that day', () => {
    expect(remainingOn(day('2025-12-31'), entries)).toBe(0)
    expect(remainingOn(FIRST, entries)).toBe(1000)
    expect(remainingOn(day('2026-03-01'), entries)).toBe(700)
    expect(remainingOn(day('2026-06-30'), entries)).toBe(600)
    expect(nodeDay(day('2026-07-01'), entries)).toEqual({
      day: '2026-07-01',
      built: 1000,
      withdrawn: 100,
      committed: 250,
      held: 0,
      remaining: 650,
    })
    expect(changeDays([...entries, ...entries])).toEqual(['2026-01-01', '2026-03-01', '2026-06-01', '2026-07-01'])
  })

  it('counts a hold from the day its capacity is needed, and as if it lasted', () => {
    const later = held(200, '2026-04-01')
    const days = ['2026-03-10', '2026-03-31', '2026-04-01', '2026-12-31'].map(day)
    expect(days.map((d) => remainingOn(d, entries, [later]))).toEqual([700, 700, 500, 450])
    const { neededOn: _, ...atOnce } = later
    expect(['2026-03-09', '2026-03-10'].map((d) => remainingOn(day(d), entries, [atOnce]))).toEqual([700, 500])
    expect(remainingOn(day('2026-05-01'), entries, [{ ...later, until: later.from }])).toBe(700)
  })

  it('leaves out holds that have ended, to the instant', () => {
    const hold = held(200, '2026-04-01')
    expect(liveHolds([hold], new Date(hold.until.getTime() - 1))).toEqual([hold])
    expect(liveHolds([hold], hold.until)).toEqual([])
    expect(liveHolds([hold], new Date(hold.from.getTime() - 1))).toEqual([])
  })

  it('shows each day on which something changes, and the days asked for', () => {
    const shown = ledgerFrom(day('2026-02-01'), entries, [held(200, '2026-04-01')], [day('2026-05-05')])
    expect(shown.map((row) => [row.day, row.remaining])).toEqual([
      ['2026-02-01', 1000],
      ['2026-03-01', 700],
      ['2026-04-01', 500],
      ['2026-05-05', 500],
      ['2026-06-01', 400],
      ['2026-07-01', 450],
    ])
  })
})

describe('promisableFrom', () => {
  it('is the least that remains on the day or later', () => {
    expect(promisableFrom(FIRST, entries)).toBe(600)
    expect(promisableFrom(day('2026-07-01'), entries)).toBe(650)
    expect(promisableFrom(FIRST, entries, [held(200, '2026-08-01')])).toBe(450)
  })
})

describe('admitEntry', () => {
  it('admits what leaves something on every day, and says where it would fall short', () => {
    const add = (kind: CapacityEntry['kind'], amount: number, from: string, holds: CapacityHold[] = []) =>
      admitEntry({ kind, amount, from: day(from) }, entries, holds)
    expect(add('committed', 600, '2026-01-01').ok).toBe(true)
    expect(add('committed', 601, '2026-01-01')).toMatchObject({
      refusal: { code: 'capacity-short', field: 'amount', values: { day: '2026-06-01', missing: 1 } },
    })
    expect(add('withdrawn', 650, '2026-07-01').ok).toBe(true)
    expect(add('withdrawn', 650, '2026-07-01', [held(1, '2027-01-01')])).toMatchObject({
      refusal: { code: 'capacity-short', values: { day: '2027-01-01', missing: 1 } },
    })
    expect(add('committed', -250, '2026-07-01').ok).toBe(true)
    expect(add('committed', -251, '2026-07-01')).toMatchObject({
      refusal: { code: 'not-committed', values: { day: '2026-07-01', committed: 250 } },
    })
    expect(add('committed', -251, '2026-04-01')).toMatchObject({ refusal: { values: { day: '2026-07-01' } } })
  })

  it('always admits more capacity, also where too much was promised before', () => {
    const broken: CapacityEntry[] = [{ kind: 'committed', amount: 10, from: FIRST }]
    expect(admitEntry({ kind: 'built', amount: 5, from: FIRST }, broken, []).ok).toBe(true)
    expect(admitEntry({ kind: 'withdrawn', amount: 1, from: FIRST }, broken, []).ok).toBe(false)
  })

  it('never lets a remainder fall below zero, whatever is entered and held in whatever order', () => {
    const offset = fc.integer({ min: 0, max: 900 }).map((n) => addDays(FIRST, n))
    const change = fc.oneof(
      fc.record({
        what: fc.constant('entry' as const),
        kind: fc.constantFrom('built', 'committed', 'withdrawn'),
        amount: fc.integer({ min: -400, max: 900 }),
        from: offset,
      }),
      fc.record({ what: fc.constant('hold' as const), amount: fc.integer({ min: 1, max: 500 }), from: offset }),
      fc.record({ what: fc.constant('end' as const), which: fc.nat(20) }),
    )
    fc.assert(
      fc.property(fc.array(change, { maxLength: 40 }), (changes) => {
        const rows: CapacityEntry[] = []
        let holds: CapacityHold[] = []
        for (const step of changes) {
          if (step.what === 'entry') {
            const kind = step.kind as CapacityEntry['kind']
            const amount = kind === 'committed' ? step.amount : Math.abs(step.amount)
            const verdict = admitEntry({ kind, amount, from: step.from }, rows, holds)
            if (verdict.ok) rows.push(verdict.value)
          } else if (step.what === 'hold') {
            if (promisableFrom(step.from, rows, holds) >= step.amount) holds.push(held(step.amount, step.from))
          } else holds = holds.filter((_, index) => index !== step.which)
          const days = ledgerFrom(FIRST, rows, holds)
          expect(Math.min(...days.map(({ remaining }) => remaining))).toBeGreaterThanOrEqual(0)
          expect(Math.min(...days.map(({ committed }) => committed))).toBeGreaterThanOrEqual(0)
          const { remaining, built, withdrawn, committed, held: kept } = nodeDay(day('2027-01-01'), rows, holds)
          expect(remaining).toBe(built - withdrawn - committed - kept)
        }
      }),
      { numRuns: 200 },
    )
  })
})

describe('mayUntie', () => {
  it('keeps a plot at the node its live hold counts on', () => {
    const uses = [{ plot: 'HL-A1', caseNumber: 'CM-2026-000001' }]
    expect(mayUntie(['HL-A2'], uses).ok).toBe(true)
    expect(mayUntie(['HL-A2', 'HL-A1'], uses)).toMatchObject({
      refusal: { code: 'node-in-use', values: { plot: 'HL-A1', number: 'CM-2026-000001' } },
    })
  })
})
