import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import zones from '../../../prisma/seed/data/zones.json'
import meta from '../../../prisma/seed/data/zones-meta.json'
import { distanceKm, distancesKm } from './distance'
import type { Position } from './geometry'

const position = fc.tuple(
  fc.double({ min: -180, max: 180, noNaN: true }),
  fc.double({ min: -90, max: 90, noNaN: true }),
) as fc.Arbitrary<Position>

describe('distanceKm', () => {
  it('agrees with the straight distances of the published zone list', () => {
    for (const zone of zones) {
      expect(distancesKm([zone.lon, zone.lat], meta.poi)).toEqual(zone.distancesStraightKm)
    }
  })

  it('is the same both ways, zero for one place, and never more than half the globe', () => {
    fc.assert(
      fc.property(position, position, (a, b) => {
        expect(distanceKm(a, b)).toBeCloseTo(distanceKm(b, a), 6)
        expect(distanceKm(a, a)).toBe(0)
        expect(distanceKm(a, b)).toBeLessThanOrEqual(20_016)
      }),
    )
  })
})
