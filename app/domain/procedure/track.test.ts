import { describe, expect, it } from 'vitest'
import { tracks } from '../../../tests/published-procedures'
import { chooseTrack, type TrackFacts } from './track'

const chosen = (facts: TrackFacts) => {
  const track = chooseTrack(tracks, facts)
  return track.ok ? track.value.code : `${track.refusal.code} ${track.refusal.field}`
}
const park = { zoneKind: 'industrial_park' }
const cluster = { zoneKind: 'industrial_cluster' }
const tenant = { role: 'tenant', foreign: true, specialProcedure: false } as const
const developer = { role: 'developer', foreign: false, specialProcedure: false } as const

describe('chooseTrack', () => {
  it('finds each of the six', () => {
    expect(chosen({ ...tenant, ...park })).toBe('T1')
    expect(chosen({ ...tenant, ...park, specialProcedure: true })).toBe('T2')
    expect(chosen({ ...tenant, ...park, foreign: false, specialProcedure: true })).toBe('T2')
    expect(chosen({ ...tenant, ...cluster })).toBe('T3')
    expect(chosen({ ...tenant, ...park, foreign: false })).toBe('T4')
    expect(chosen({ ...tenant, ...cluster, foreign: false })).toBe('T4')
    expect(chosen({ ...developer, ...cluster })).toBe('T5')
    expect(chosen({ ...developer, ...park, foreign: true })).toBe('T6')
  })

  it('never gives the special procedure to clusters or developers', () => {
    for (const foreign of [true, false]) {
      expect(chosen({ ...tenant, ...cluster, foreign, specialProcedure: true })).toBe(
        'track-not-found specialProcedure',
      )
      for (const zone of [park, cluster]) {
        expect(chosen({ ...developer, ...zone, foreign, specialProcedure: true })).toBe(
          'track-not-found specialProcedure',
        )
      }
    }
  })

  it('refuses zone kinds without procedures', () => {
    for (const zoneKind of ['planned_complex', 'economic_zone_area', '']) {
      expect(chosen({ ...tenant, zoneKind, foreign: false })).toBe('track-not-found zoneKind')
    }
  })

  it('does not depend on the order of the tracks', () => {
    const special = { ...tenant, ...park, foreign: false, specialProcedure: true }
    const track = chooseTrack(tracks.toReversed(), special)
    expect(track.ok && track.value.code).toBe('T2')
  })
})
