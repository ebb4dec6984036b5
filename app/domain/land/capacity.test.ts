import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, type Day } from '../time/day'
import { type CapacityEntry, changeDays, holdsOn, remainingOn } from './capacity'

const day = (text: string): Day => text as Day
const entries: CapacityEntry[] = [
  { kind: 'built', amount: 1000, from: day('2026-01-01') },
  { kind: 'committed', amount: 300, from: day('2026-03-01') },
  { kind: 'withdrawn', amount: 100, from: day('2026-06-01') },
  { kind: 'committed', amount: -50, from: day('2026-07-01') },
]

describe('remainingOn', () => {
  it('is what is built less what is committed and withdrawn by that day', () => {
    expect(remainingOn(day('2025-12-31'), entries)).toBe(0)
    expect(remainingOn(day('2026-01-01'), entries)).toBe(1000)
    expect(remainingOn(day('2026-03-01'), entries)).toBe(700)
    expect(remainingOn(day('2026-06-30'), entries)).toBe(600)
    expect(remainingOn(day('2026-07-01'), entries)).toBe(650)
    expect(changeDays([...entries, ...entries])).toEqual(['2026-01-01', '2026-03-01', '2026-06-01', '2026-07-01'])
  })

  it('counts a hold on every Vietnamese day it touches, and on no other', () => {
    const hold = {
      amount: 200,
      from: new Date('2026-03-09T18:00:00Z'), // 10 March 01:00 in Vietnam
      until: new Date('2026-03-12T17:00:00Z'), // 13 March 00:00 in Vietnam, not included
    }
    const days = ['2026-03-09', '2026-03-10', '2026-03-12', '2026-03-13'].map(day)
    expect(days.map((d) => remainingOn(d, entries, [hold]))).toEqual([700, 500, 500, 700])
    expect(holdsOn({ ...hold, until: hold.from }, day('2026-03-10'))).toBe(false)
  })

  it('does not depend on the order of entries, and never rises through a hold', () => {
    const entry = fc.record({
      kind: fc.constantFrom('built', 'committed', 'withdrawn'),
      amount: fc.integer({ min: 0, max: 9000 }),
      from: fc.integer({ min: 0, max: 900 }).map((n) => addDays(day('2026-01-01'), n)),
    })
    const list = fc.array(entry as fc.Arbitrary<CapacityEntry>)
    const when = fc.integer({ min: 0, max: 900 }).map((n) => addDays(day('2026-01-01'), n))
    fc.assert(
      fc.property(list, when, fc.integer({ min: 1, max: 500 }), (rows, on, amount) => {
        const free = remainingOn(on, rows)
        expect(remainingOn(on, [...rows].reverse())).toBe(free)
        const hold = { amount, from: new Date('2026-05-01'), until: new Date('2026-07-01') }
        expect([free, free - amount]).toContain(remainingOn(on, rows, [hold]))
      }),
    )
  })
})
