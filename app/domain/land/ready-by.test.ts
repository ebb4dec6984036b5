import { describe, expect, it } from 'vitest'
import { addDays, type Day, daysBetween } from '../time/day'
import { RUNGS, ZONE_STATUSES } from './readiness'
import { readyByRange } from './ready-by'

const today = '2026-11-22' as Day

describe('readyByRange', () => {
  it('is today for leasable land and a true range, ever later, below', () => {
    for (const status of ZONE_STATUSES) {
      const ranges = RUNGS.map((rung) => readyByRange(rung, status, today))
      expect(ranges[7]).toEqual({ earliest: today, latest: today })
      ranges.slice(0, 7).forEach((range, i) => {
        expect(range.earliest > today).toBe(true)
        expect(range.latest > range.earliest).toBe(true)
        const next = ranges[i + 1]
        expect(next && next.earliest < range.earliest && next.latest < range.latest).toBe(true)
      })
    }
  })

  it('says years for planned land, months for accepted land', () => {
    expect(readyByRange('planned', 'planned', today)).toEqual({
      earliest: '2029-06-23',
      latest: '2032-11-22',
    })
    expect(readyByRange('accepted', 'under_construction', today)).toEqual({
      earliest: '2026-12-22',
      latest: '2027-03-24',
    })
  })

  it('moves with the day it is asked on', () => {
    const later = addDays(today, 10)
    const [a, b] = [today, later].map((d) => readyByRange('cleared', 'established', d))
    expect(daysBetween(a?.earliest ?? today, b?.earliest ?? today)).toBe(10)
  })
})
