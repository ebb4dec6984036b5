import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  boundingBox,
  frameAt,
  isClosed,
  isInRing,
  isSelfCrossing,
  linesMeet,
  type Metres,
  overlapAreaM2,
  planeAreaM2,
  type Ring,
  ringAreaM2,
  ringCentroid,
  segmentsCross,
  sharedBoundaryM,
  toMetres,
  toPosition,
} from './geometry'

const frame = frameAt(106.384, 21.483)
const ringOf = (...points: Metres[]): Ring => {
  const ring = points.map((p) => toPosition(frame, p))
  return [...ring, ring[0] ?? [0, 0]]
}
const box = (x: number, y: number, w: number, h: number): Ring => ringOf([x, y], [x + w, y], [x + w, y + h], [x, y + h])

const metre = fc.double({ min: -4000, max: 4000, noNaN: true })
const length = fc.double({ min: 20, max: 1500, noNaN: true })

describe('the metric frame', () => {
  it('measures a degree as the ellipsoid does', () => {
    expect(frameAt(106, 0).mPerLon).toBeCloseTo(111_319.5, 0)
    expect(frameAt(106, 0).mPerLat).toBeCloseTo(110_574.3, 0)
    expect(frameAt(106, 45).mPerLat).toBeCloseTo(111_132, -1)
  })

  it('goes there and back within a centimetre', () => {
    fc.assert(
      fc.property(metre, metre, (x, y) => {
        const [u, v] = toMetres(frame, toPosition(frame, [x, y]))
        expect(Math.hypot(u - x, v - y)).toBeLessThan(0.011)
      }),
    )
  })
})

describe('rings', () => {
  it('know their area whichever way they turn', () => {
    fc.assert(
      fc.property(metre, metre, length, length, (x, y, w, h) => {
        const ring = box(x, y, w, h)
        const tolerance = 0.02 * (w + h) + 1
        expect(Math.abs(ringAreaM2(ring, frame) - w * h)).toBeLessThan(tolerance)
        expect(ringAreaM2([...ring].reverse(), frame)).toBeCloseTo(ringAreaM2(ring, frame), 6)
      }),
    )
    expect(planeAreaM2([])).toBe(0)
  })

  it('know their centroid, also when they have no area', () => {
    const [x, y] = toMetres(frame, ringCentroid(ringOf([0, 0], [300, 0], [0, 300]), frame))
    expect([x, y].map(Math.round)).toEqual([100, 100])
    const flat: Ring = [
      [106, 21],
      [106.2, 21],
      [106, 21],
    ]
    expect(ringCentroid(flat)).toEqual([106.1, 21])
  })

  it('tell closed from open and simple from crossed', () => {
    const square = box(0, 0, 100, 100)
    expect(isClosed(square)).toBe(true)
    expect(isClosed(square.slice(0, -1))).toBe(false)
    expect(isClosed([])).toBe(false)
    expect(isSelfCrossing(square)).toBe(false)
    expect(isSelfCrossing(ringOf([0, 0], [100, 100], [100, 0], [0, 100]))).toBe(true)
  })

  it('hold the positions inside them and no others', () => {
    const ell = ringOf([0, 0], [200, 0], [200, 100], [100, 100], [100, 200], [0, 200])
    expect(isInRing(toPosition(frame, [50, 150]), ell)).toBe(true)
    expect(isInRing(toPosition(frame, [150, 150]), ell)).toBe(false)
    expect(isInRing(toPosition(frame, [-1, 50]), ell)).toBe(false)
  })

  it('have a box', () => {
    expect(boundingBox([])).toEqual({ west: 0, south: 0, east: 0, north: 0 })
    expect(
      boundingBox([
        [106, 22],
        [107, 21],
      ]),
    ).toEqual({ west: 106, south: 21, east: 107, north: 22 })
  })
})

describe('two rings', () => {
  it('share the stretch along which they touch', () => {
    fc.assert(
      fc.property(length, length, fc.double({ min: 0, max: 1, noNaN: true }), (w, h, part) => {
        const one = box(0, 0, w, h)
        const other = box(w, h * part, w, h)
        const expected = h - h * part
        expect(Math.abs(sharedBoundaryM(one, other) - expected)).toBeLessThan(0.12)
        expect(Math.abs(sharedBoundaryM(other, one) - expected)).toBeLessThan(0.12)
        expect(overlapAreaM2(one, other)).toBeLessThan(0.02 * h + 0.1)
      }),
    )
  })

  it('share nothing at a corner, across a gap or inside each other', () => {
    const one = box(0, 0, 100, 100)
    expect(sharedBoundaryM(one, box(100, 100, 50, 50))).toBe(0)
    expect(sharedBoundaryM(one, box(100.5, 0, 50, 100))).toBe(0)
    expect(sharedBoundaryM(one, box(20, 20, 50, 50))).toBe(0)
  })

  it('have the area in common that both cover', () => {
    fc.assert(
      fc.property(length, length, fc.double({ min: 0, max: 0.9, noNaN: true }), (w, h, part) => {
        const common = overlapAreaM2(box(0, 0, w, h), box(w * part, 0, w, h))
        expect(Math.abs(common - w * (1 - part) * h)).toBeLessThan(0.05 * (w + h) + 1)
      }),
    )
    expect(overlapAreaM2(box(0, 0, 10, 10), box(500, 0, 10, 10))).toBe(0)
    expect(overlapAreaM2(box(0, 0, 10, 10), [...box(-5, -5, 30, 30)].reverse())).toBeCloseTo(100, 0)
  })
})

describe('lines', () => {
  it('meet in a point, parallel ones fall back on an end', () => {
    expect(linesMeet([0, 0], [1, 0], [5, -3], [5, 3])).toEqual([5, 0])
    expect(linesMeet([0, 0], [1, 0], [0, 1], [1, 1])).toEqual([1, 0])
    expect(segmentsCross([0, 0], [2, 2], [0, 2], [2, 0])).toBe(true)
    expect(segmentsCross([0, 0], [2, 2], [2, 2], [4, 0])).toBe(false)
  })
})
