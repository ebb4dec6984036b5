import { expect, test } from 'vitest'
import { frameAt, type Ring, toPosition } from './geometry'
import { neighboursIn } from './neighbours'
import { counterClockwise } from './polygon'

const frame = frameAt(106.4, 21.5)
const box = (x: number, y: number, width: number, height: number): Ring =>
  (
    [
      [x, y],
      [x + width, y],
      [x + width, y + height],
      [x, y + height],
      [x, y],
    ] as const
  ).map((point) => toPosition(frame, point))

const one = { code: 'A', ring: box(0, 0, 100, 80) }
const beside = { code: 'B', ring: box(100, 0, 50, 80) }
const above = { code: 'C', ring: box(0, 80, 40, 50) }
const corner = { code: 'D', ring: box(100, 80, 50, 50) }
const across = { code: 'E', ring: box(170, 0, 50, 80) }
const undrawn = { code: 'F', ring: null }

test('neighbours share a stretch of boundary, longest first; corners and roads between share nothing', () => {
  const found = neighboursIn([undrawn, across, corner, above, beside, one])
  const of = (plot: { code: string; ring: Ring | null }) =>
    found.get(plot)?.map(({ plot: other, sharedM }) => [other.code, sharedM])
  expect(of(one)).toEqual([
    ['B', 80],
    ['C', 40],
  ])
  expect(of(corner)).toEqual([['B', 50]])
  expect(of(across)).toEqual([])
  expect(of(undrawn)).toEqual([])
})

test('an outer ring runs counter-clockwise, whichever way it was drawn', () => {
  const ring = box(0, 0, 10, 10)
  expect(counterClockwise(ring)).toEqual(ring)
  expect(counterClockwise([...ring].reverse())).toEqual(ring)
})
