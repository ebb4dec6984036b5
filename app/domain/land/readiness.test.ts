import { describe, expect, it } from 'vitest'
import {
  COMMERCIAL_STATES,
  canRegisterInterest,
  highestRung,
  isRung,
  moveCommercial,
  PUBLICATION_STATES,
  RUNGS,
  rungAllowed,
  rungAt,
  rungNumber,
  ZONE_STATUSES,
} from './readiness'

const movesOf = <T extends string>(states: readonly T[], move: (a: T, b: T) => { ok: boolean }): string[] =>
  states.flatMap((a) => states.filter((b) => move(a, b).ok).map((b) => `${a}>${b}`))

describe('readiness', () => {
  it('has eight rungs in order, none of them "available"', () => {
    expect(RUNGS).toEqual([
      'planned',
      'recovery_notice',
      'compensation',
      'cleared',
      'levelled',
      'serviced',
      'accepted',
      'leasable',
    ])
    expect(RUNGS.map(rungNumber)).toEqual([1, 2, 3, 4, 5, 6, 7, 8])
    expect(RUNGS.map((rung) => rungAt(rungNumber(rung)))).toEqual(RUNGS)
    expect(isRung('available')).toBe(false)
  })

  it('is capped by the status of the zone', () => {
    expect(ZONE_STATUSES.map((status) => rungNumber(highestRung(status)))).toEqual([2, 2, 2, 4, 7, 8])
    expect(rungAllowed('accepted', 'under_construction').ok).toBe(true)
    expect(rungAllowed('leasable', 'under_construction')).toMatchObject({
      ok: false,
      refusal: { code: 'state-forbids' },
    })
  })
})

describe('commercial state and publication', () => {
  it('move only along their tables', () => {
    expect(movesOf(COMMERCIAL_STATES, moveCommercial)).toEqual([
      'not_offered>offered',
      'offered>not_offered',
      'offered>held',
      'offered>reserved',
      'held>offered',
      'held>reserved',
      'held>leased',
      'reserved>offered',
      'reserved>leased',
      'leased>returned',
      'returned>not_offered',
      'returned>offered',
    ])
    expect(moveCommercial('leased', 'offered')).toMatchObject({
      ok: false,
      refusal: { code: 'state-forbids', values: { from: 'leased', to: 'offered' } },
    })
  })

  it('let interest be registered for published, offered plots alone', () => {
    for (const publication of PUBLICATION_STATES) {
      for (const commercial of COMMERCIAL_STATES) {
        const verdict = canRegisterInterest({ code: 'HL-A1', publication, commercial })
        expect(verdict.ok).toBe(publication === 'published' && commercial === 'offered')
        if (!verdict.ok) {
          expect(verdict.refusal).toMatchObject({ code: 'plot-not-offered', values: { plot: 'HL-A1' } })
        }
      }
    }
  })
})
