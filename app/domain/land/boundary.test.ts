import { describe, expect, it } from 'vitest'
import { checkBoundary, checkShape, readRing } from './boundary'
import { frameAt, type Ring, ringAreaM2, toPosition } from './geometry'
import { readLine } from './line-text'

const frame = frameAt(106.5, 21.6)
const ringOf = (...corners: [number, number][]): Ring => corners.map((corner) => toPosition(frame, corner))
const square = ringOf([0, 0], [100, 0], [100, 100], [0, 100], [0, 0])
const text = (ring: Ring) => JSON.stringify({ type: 'Polygon', coordinates: [ring] })
const nowhere = { outline: null, neighbours: [] }

describe('a boundary as somebody pasted it', () => {
  it('is read as a polygon, a feature of one, or bare positions', () => {
    const wanted = { ok: true, value: square }
    expect(readRing(text(square))).toEqual(wanted)
    expect(readRing(`{"type":"Feature","geometry":${text(square)}}`)).toEqual(wanted)
    expect(readRing(JSON.stringify(square))).toEqual(wanted)
  })

  it('is closed where its first corner was not repeated, and loses a corner given twice in a row', () => {
    expect(readRing(JSON.stringify(square.slice(0, -1)))).toEqual({ ok: true, value: square })
    expect(readRing(JSON.stringify([square[0], ...square]))).toEqual({ ok: true, value: square })
  })

  it.each([
    ['no JSON', 'lô A1', 'geometry-invalid'],
    ['a point', '{"type":"Point","coordinates":[106.5,21.6]}', 'geometry-invalid'],
    ['two corners', JSON.stringify(square.slice(0, 2)), 'geometry-invalid'],
    ['a hole', JSON.stringify({ type: 'Polygon', coordinates: [square, square] }), 'geometry-hole'],
    ['a number that is none', '[[106.5,null],[1,2],[3,4]]', 'geometry-invalid'],
    ['501 corners', JSON.stringify(Array.from({ length: 501 }, () => [106.5, 21.6])), 'geometry-corners'],
  ])('with %s is refused', (_what, pasted, code) => {
    expect(readRing(pasted)).toMatchObject({ ok: false, refusal: { code, field: 'ring' } })
  })

  it('with latitude first says so and how to write it', () => {
    const swapped = square.map(([lon, lat]) => [lat, lon])
    expect(readRing(JSON.stringify(swapped))).toMatchObject({
      refusal: { code: 'geometry-swapped', values: { corner: 1, lon: '106.5', lat: '21.6' } },
    })
    const one = square.map(([lon, lat], index) => (index === 2 ? [lat, lon] : [lon, lat]))
    expect(readRing(JSON.stringify(one))).toMatchObject({
      refusal: { code: 'geometry-swapped', values: { corner: 3 } },
    })
  })

  it('in VN-2000 metres says so; converted by a wrong meridian it lies elsewhere', () => {
    const metres = '[[422310.5,2389550.2],[422410.5,2389550.2],[422410.5,2389650.2]]'
    expect(readRing(metres)).toMatchObject({ refusal: { code: 'geometry-metres', values: { corner: 1 } } })
    const shifted = square.map(([lon, lat]) => [lon - 2.25, lat])
    expect(readRing(JSON.stringify(shifted))).toMatchObject({
      refusal: { code: 'geometry-elsewhere', values: { corner: 1, lon: '104.25' } },
    })
  })
})

describe('land of a zone whose place is known', () => {
  const place = { lon: 106.5, lat: 21.6, reachKm: 8 }
  it('lies near it, or within its outline; a neighbouring central meridian moves it by kilometres', () => {
    const east = (km: number): Ring => square.map(([lon, lat]) => [lon + km / 103.4, lat])
    const judged = (ring: Ring, outline: Ring | null = null) =>
      checkBoundary(ring, 10_000, { outline, zone: place, neighbours: [] })
    expect(judged(east(7.5)).ok).toBe(true)
    expect(judged(east(26))).toMatchObject({ refusal: { code: 'geometry-far', field: 'ring', values: { km: 26 } } })
    const around = ringOf([-1000, -1000], [30_000, -1000], [30_000, 1000], [-1000, 1000], [-1000, -1000])
    expect(judged(east(26), around).ok).toBe(true)
  })
})

describe('a line', () => {
  it('is read as a LineString or bare positions, in degrees of the province', () => {
    const line = square.slice(0, 3)
    expect(readLine(JSON.stringify({ type: 'LineString', coordinates: line }))).toEqual({ ok: true, value: line })
    expect(readLine(JSON.stringify(line))).toEqual({ ok: true, value: line })
    expect(readLine(JSON.stringify(line.slice(0, 1)))).toMatchObject({
      refusal: { code: 'geometry-invalid', field: 'line' },
    })
    const swapped = line.map(([lon, lat]) => [lat, lon])
    expect(readLine(JSON.stringify(swapped))).toMatchObject({ refusal: { code: 'geometry-swapped', field: 'line' } })
  })
})

describe('the shape of a boundary', () => {
  it('that crosses itself is refused with the edges and the place', () => {
    const bow = ringOf([0, 0], [100, 100], [100, 0], [0, 100], [0, 0])
    const [lon, lat] = toPosition(frame, [50, 50])
    expect(checkShape(bow)).toMatchObject({ refusal: { code: 'geometry-crossing', values: { edge: 1, other: 3 } } })
    const verdict = checkShape(bow)
    const values = verdict.ok ? undefined : verdict.refusal.values
    expect(Number(values?.lon)).toBeCloseTo(lon, 6)
    expect(Number(values?.lat)).toBeCloseTo(lat, 6)
  })

  it('that touches itself in a corner or runs back on an edge is refused', () => {
    const eight = ringOf([0, 0], [50, 50], [100, 0], [100, 100], [50, 50], [0, 100], [0, 0])
    expect(checkShape(eight)).toMatchObject({ refusal: { code: 'geometry-crossing' } })
    const spike = ringOf([0, 0], [100, 0], [150, 0], [100, 0], [100, 100], [0, 100], [0, 0])
    expect(checkShape(spike)).toMatchObject({ refusal: { code: 'geometry-crossing', values: { edge: 1, other: 3 } } })
  })

  it('may have straight corners and any number of bends', () => {
    const bent = ringOf(
      [0, 0],
      [50, 0],
      [100, 0],
      [100, 40],
      [60, 40],
      [60, 60],
      [100, 60],
      [100, 100],
      [0, 100],
      [0, 0],
    )
    expect(checkShape(bent)).toEqual({ ok: true, value: bent })
  })

  it('that is open is refused where nobody closes it', () => {
    expect(checkBoundary(square.slice(0, -1), 10_000, nowhere)).toMatchObject({ refusal: { code: 'geometry-open' } })
    expect(checkBoundary(square, Math.round(ringAreaM2(square)), nowhere)).toMatchObject({ ok: true })
    expect(checkBoundary(square, 9_000, nowhere)).toMatchObject({ refusal: { code: 'geometry-area' } })
  })
})
