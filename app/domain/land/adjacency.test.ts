import { expect, test } from 'vitest'
import { isConnected, Neighbourhood, type RoadLine } from './adjacency'
import { frameAt, type Ring, sharedBoundaryM, toPosition } from './geometry'

import { counterClockwise } from './polygon'

interface Drawn {
  code: string
  ring: Ring | null
}

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
  const found = new Neighbourhood<Drawn>([undrawn, across, corner, above, beside, one])
  const of = (plot: { code: string; ring: Ring | null }) =>
    found.of(plot).map(({ plot: other, sharedM }) => [other.code, sharedM])
  expect(of(one)).toEqual([
    ['B', 80],
    ['C', 40],
  ])
  expect(of(corner)).toEqual([['B', 50]])
  expect(of(across)).toEqual([])
  expect(of(undrawn)).toEqual([])
})

const road = (kind: RoadLine['kind'], widthM = 20): RoadLine => ({
  kind,
  widthM,
  line: [
    [160, -50],
    [160, 200],
  ].map(([x, y]) => toPosition(frame, [x as number, y as number])),
})

test('plots that face each other across an internal road join only where sites may span it', () => {
  const acrossOf = (roads: RoadLine[]) => {
    const found = new Neighbourhood<Drawn>([one, beside, corner, across, undrawn], roads)
    return found.of(across).map(({ plot, sharedM, across: what }) => [plot.code, sharedM, what])
  }
  expect(acrossOf([])).toEqual([])
  expect(acrossOf([road('main')])).toEqual([])
  expect(acrossOf([road('internal')])).toEqual([['B', 80, 'internal_road']])
  // A footpath drawn between them does not bridge a gap of 20 m.
  expect(acrossOf([road('internal', 5)])).toEqual([])
})

test('a common boundary goes before a road, and plots of one side do not face each other', () => {
  const found = new Neighbourhood<Drawn>([one, beside, corner, across], [road('internal')])
  expect(found.of(beside).map(({ plot, across: what }) => [plot.code, what])).toEqual([
    ['A', 'boundary'],
    ['E', 'internal_road'],
    ['D', 'boundary'],
  ])
  expect(found.of(corner).map(({ plot }) => plot.code)).toEqual(['B'])
})

test('a set hangs together when every plot is reached over plots of the set', () => {
  const found = new Neighbourhood<Drawn>([one, beside, above, corner, undrawn])
  const near = (plot: Drawn) => found.of(plot)
  expect(isConnected([above, one, beside, corner], near)).toBe(true)
  expect(isConnected([above, corner], near)).toBe(false)
  expect(isConnected([one, undrawn], near)).toBe(false)
  expect(isConnected([undrawn], near)).toBe(true)
})

test('finds the same pairs as looking at every pair, whatever the sizes', () => {
  const plots = Array.from({ length: 60 }, (_, i) => {
    const [column, row] = [i % 10, Math.floor(i / 10)]
    return { code: `P${i}`, ring: box(column * 40, row * 40, i % 7 === 0 ? 80 : 40, 40) }
  })
  const found = new Neighbourhood<Drawn>(plots)
  for (const plot of plots) {
    const byHand = plots
      .filter((other) => other !== plot && sharedBoundaryM(plot.ring, other.ring) >= 1)
      .map(({ code }) => code)
    const codes = found.of(plot).map(({ plot: other }) => other.code)
    expect(codes.sort(), plot.code).toEqual(byHand.sort())
  }
})

test('says the same whoever is asked about first', () => {
  const plots = Array.from({ length: 30 }, (_, i) => {
    return { code: `P${i}`, ring: box((i % 6) * 40, Math.floor(i / 6) * 40, i % 5 === 0 ? 80 : 40, 40) }
  })
  const [forwards, backwards] = [new Neighbourhood<Drawn>(plots), new Neighbourhood<Drawn>(plots)]
  for (const plot of plots.toReversed()) backwards.of(plot)
  for (const plot of plots) expect(forwards.of(plot), plot.code).toEqual(backwards.of(plot))
})

test('an outer ring runs counter-clockwise, whichever way it was drawn', () => {
  const ring = box(0, 0, 10, 10)
  expect(counterClockwise(ring)).toEqual(ring)
  expect(counterClockwise([...ring].reverse())).toEqual(ring)
})
