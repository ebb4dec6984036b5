import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { commonAreaM2 } from './boundary'
import { cornerAt, cutRing, LEAST_PART_M2, lineAtShare, shareArea } from './cut'
import { frameAt, isClosed, isSelfCrossing, type Metres, type Position, type Ring, ringAreaM2 } from './geometry'
import { joinRings } from './join'

const HERE = frameAt(106.4, 21.5)
const ringOf = (...points: Metres[]): Ring => {
  const open = points.map((p) => cornerAt(HERE, p))
  return [...open, open[0] as Position]
}
const lineOf = (...points: Metres[]) => points.map((p) => cornerAt(HERE, p))
const rectangle = (x: number, y: number, width: number, depth: number) =>
  ringOf([x, y], [x + width, y], [x + width, y + depth], [x, y + depth])
const cut = (ring: Ring, line: Position[]): Ring[] => {
  const verdict = cutRing(ring, line)
  if (!verdict.ok) throw new Error(verdict.refusal.code)
  return verdict.value
}
const areas = (rings: readonly Ring[]) => rings.map((ring) => Math.round(ringAreaM2(ring)))
const sum = (numbers: readonly number[]) => numbers.reduce((a, b) => a + b, 0)

/** A U open to the north: 300 m wide, 200 m deep, with a gap of 100 m. */
const U = ringOf([0, 0], [300, 0], [300, 200], [200, 200], [200, 100], [100, 100], [100, 200], [0, 200])

/** Star-shaped rings of five to twelve corners around a place. */
const stars = fc.array(fc.double({ min: 60, max: 200, noNaN: true }), { minLength: 5, maxLength: 12 }).map((radii) =>
  ringOf(
    ...radii.map((radius, i): Metres => {
      const angle = (2 * Math.PI * i) / radii.length
      return [radius * Math.cos(angle), radius * Math.sin(angle)]
    }),
  ),
)
const point = fc.tuple(fc.double({ min: -40, max: 40, noNaN: true }), fc.double({ min: -40, max: 40, noNaN: true }))

describe('cutting a plot', () => {
  it('gives two parts with the area of the whole, wherever the line ends', () => {
    const plot = rectangle(0, 0, 200, 100)
    expect(areas(cut(plot, lineOf([50, -20], [50, 120]))).sort((a, b) => a - b)).toEqual([5000, 15000])
    expect(areas(cut(plot, lineOf([50, 40], [50, 60]))).sort((a, b) => a - b)).toEqual([5000, 15000])
    const bent = areas(cut(plot, lineOf([50, 0], [50, 50], [100, 50], [100, 100])))
    expect(bent.sort((a, b) => a - b)).toEqual([7500, 12500])
    const diagonal = areas(cut(plot, lineOf([0, 0], [200, 100])))
    expect(diagonal).toEqual([10000, 10000])
  })

  it('gives three parts of a U cut across both arms', () => {
    expect(areas(cut(U, lineOf([-10, 150], [310, 150]))).sort((a, b) => a - b)).toEqual([5000, 5000, 40000])
  })

  it('cuts nothing with a line along an edge, outside, of one point, or through a corner alone', () => {
    const plot = rectangle(0, 0, 200, 100)
    for (const line of [
      lineOf([0, 0], [200, 0]),
      lineOf([-50, -10], [250, -10]),
      lineOf([10, 10]),
      lineOf([10, 10], [10, 10]),
      lineOf([-50, 50], [50, -50]),
    ]) {
      expect(cutRing(plot, line)).toMatchObject({ refusal: { code: 'line-cuts-nothing', field: 'line' } })
    }
    expect(cutRing(plot, lineOf([1, 0], [1, 100]))).toMatchObject({
      refusal: { code: 'part-too-small', values: { area: 100, least: LEAST_PART_M2 } },
    })
  })

  it('keeps the area of any plot under any line, in parts that are sound and apart', () => {
    fc.assert(
      fc.property(stars, fc.array(point, { minLength: 2, maxLength: 3 }), (ring, points) => {
        const verdict = cutRing(ring, lineOf(...points))
        if (!verdict.ok) {
          expect(['line-cuts-nothing', 'part-too-small']).toContain(verdict.refusal.code)
          return
        }
        const parts = verdict.value
        expect(parts.length).toBeGreaterThanOrEqual(2)
        expect(Math.abs(sum(parts.map((part) => ringAreaM2(part))) - ringAreaM2(ring))).toBeLessThan(1)
        for (const part of parts) expect(isClosed(part) && !isSelfCrossing(part)).toBe(true)
        expect(commonAreaM2(parts[0] as Ring, parts[1] as Ring)).toBeLessThan(1)
      }),
      { numRuns: 200 },
    )
  })

  it('finds the line that leaves any share of any plot', () => {
    fc.assert(
      fc.property(
        stars,
        fc.constantFrom('across' as const, 'along' as const),
        fc.integer({ min: 20, max: 80 }),
        (ring, direction, percent) => {
          const whole = ringAreaM2(ring)
          const verdict = cutRing(ring, lineAtShare(ring, direction, percent / 100))
          if (!verdict.ok || verdict.value.length > 2) return
          const found = verdict.value.map((part) => Math.abs(ringAreaM2(part) - (whole * percent) / 100))
          expect(Math.min(...found)).toBeLessThan(3)
        },
      ),
      { numRuns: 200 },
    )
    const halves = cut(rectangle(0, 0, 200, 100), lineAtShare(rectangle(0, 0, 200, 100), 'across', 0.3))
    expect(areas(halves).sort((a, b) => a - b)).toEqual([6000, 14000])
  })

  it('shares a declared area without losing a square metre', () => {
    expect(shareArea(10_001, [1, 1, 1])).toEqual([3334, 3334, 3333])
    fc.assert(
      fc.property(
        fc.integer({ min: 1000, max: 20_000_000 }),
        fc.array(fc.double({ min: 1, max: 1e6, noNaN: true }), { minLength: 2, maxLength: 6 }),
        (total, parts) => {
          const shares = shareArea(total, parts)
          expect(sum(shares)).toBe(total)
          for (const [i, share] of shares.entries()) {
            expect(Math.abs(share - (total * (parts[i] as number)) / sum(parts))).toBeLessThan(1)
          }
        },
      ),
    )
  })
})

describe('joining plots', () => {
  it('puts back together what any line cut apart', () => {
    fc.assert(
      fc.property(stars, point, point, (ring, a, b) => {
        const verdict = cutRing(ring, lineOf(a, b))
        if (!verdict.ok) return
        const joined = joinRings(verdict.value)
        expect(joined.ok).toBe(true)
        if (!joined.ok) return
        // A cut within 5 cm of a corner snaps to it: what moves is a sliver along one edge.
        expect(Math.abs(ringAreaM2(joined.value) - ringAreaM2(ring))).toBeLessThan(10)
        expect(isSelfCrossing(joined.value)).toBe(false)
      }),
      { numRuns: 200 },
    )
  })

  it('joins neighbours of unlike length, and drawings a few centimetres off', () => {
    const long = rectangle(0, 0, 100, 100)
    const short = rectangle(100.03, 20, 50, 40)
    const joined = joinRings([long, short])
    expect(joined.ok && Math.abs(ringAreaM2(joined.value) - 12_000)).toBeLessThan(5)
    const three = joinRings([long, rectangle(100, 0, 100, 100), rectangle(0, 100, 200, 50)])
    expect(three.ok && three.value.length).toBe(5)
    expect(three.ok && Math.round(ringAreaM2(three.value))).toBe(30_000)
  })

  it('refuses land that is apart, meets in a corner alone, or closes around a hole', () => {
    const plot = rectangle(0, 0, 100, 100)
    const around = [
      rectangle(0, 0, 300, 100),
      rectangle(0, 200, 300, 100),
      rectangle(0, 100, 100, 100),
      rectangle(200, 100, 100, 100),
    ]
    for (const rings of [
      [plot],
      [plot, rectangle(101, 0, 100, 100)],
      [plot, rectangle(100, 100, 100, 100)],
      [plot, rectangle(100, 0, 100, 100), rectangle(500, 0, 100, 100)],
      around,
    ]) {
      expect(joinRings(rings)).toMatchObject({ refusal: { code: 'plots-apart' } })
    }
  })
})
