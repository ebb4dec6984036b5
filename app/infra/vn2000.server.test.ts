import { expect, test } from 'vitest'
import { PLANE_ZONES, type PlaneZoneKey, placeVertices, type Vertex, type Whereabouts } from '~/domain/land/vn2000'
import { toVn2000, toWgs84 } from './vn2000.server'

const LANG_SON = PLANE_ZONES['tm3-107-15']

// Computed by PROJ 9.5.1 from EPSG:9215 to EPSG:4326 over EPSG:6960 (Helmert, convention=coordinate_frame).
const CONTROL = [
  { x: 2378456.789, y: 407123.456, lon: 106.355508261, lat: 21.498932047 },
  { x: 2400000, y: 500000, lon: 107.251887274, lat: 21.695912393 },
  { x: 2419876.543, y: 449876.54, lon: 106.766868158, lat: 21.874731457 },
  { x: 2440000.001, y: 512345.678, lon: 107.371509052, lat: 22.057148339 },
]
/** A centimetre, in degrees. */
const CENTIMETRE = 1e-7

test('lands on control points of another program within a centimetre: a turned sign would be off by 0.7 m', () => {
  for (const { lon, lat, ...vertex } of CONTROL) {
    const [[foundLon, foundLat]] = toWgs84(LANG_SON, [vertex]) as [[number, number]]
    expect(Math.abs(foundLon - lon)).toBeLessThan(CENTIMETRE)
    expect(Math.abs(foundLat - lat)).toBeLessThan(CENTIMETRE)
  }
  // The 6° zone of the same program, EPSG:3405.
  const [[lon, lat]] = toWgs84(PLANE_ZONES['utm-105-00'], [{ x: 2378000, y: 645000 }]) as [[number, number]]
  expect(Math.abs(lon - 106.401673938)).toBeLessThan(CENTIMETRE)
  expect(Math.abs(lat - 21.497791348)).toBeLessThan(CENTIMETRE)
})

test('goes there and back to the millimetre or two', () => {
  for (const { lon, lat, x, y } of CONTROL) {
    const [back] = toVn2000(LANG_SON, [[lon, lat]]) as [Vertex]
    expect(Math.abs(back.x - x)).toBeLessThan(0.002)
    expect(Math.abs(back.y - y)).toBeLessThan(0.002)
    const [again] = toWgs84(LANG_SON, [back])
    expect(Math.abs((again?.[0] ?? 0) - lon)).toBeLessThan(CENTIMETRE)
  }
})

const PLACE = { lon: 106.355508261, lat: 21.498932047 }
const square = (zone: PlaneZoneKey): Vertex[] => {
  const [{ x, y }] = toVn2000(PLANE_ZONES[zone], [[PLACE.lon, PLACE.lat]]) as [Vertex]
  return [
    { x, y },
    { x, y: y + 100 },
    { x: x + 100, y: y + 100 },
    { x: x + 100, y },
  ]
}
const D = 0.002
const outline: [number, number][] = [
  [PLACE.lon - D, PLACE.lat - D],
  [PLACE.lon + D, PLACE.lat - D],
  [PLACE.lon + D, PLACE.lat + D],
  [PLACE.lon - D, PLACE.lat + D],
  [PLACE.lon - D, PLACE.lat - D],
]

test('names the mistake: swapped axes, another meridian, a 6° zone, land elsewhere', () => {
  const near: Whereabouts = { ...PLACE, reachKm: 12, outline: null }
  const drawn = { ...near, outline }
  const place = (vertices: Vertex[], where = near) => placeVertices('tm3-107-15', vertices, where, toWgs84)
  expect(place(square('tm3-107-15'))).toMatchObject({ ok: true })
  expect(place(square('tm3-107-15'), drawn)).toMatchObject({ ok: true })
  const swapped = square('tm3-107-15').map(({ x, y }) => ({ x: y, y: x }))
  expect(place(swapped)).toMatchObject({ refusal: { code: 'vertices-swapped' } })
  expect(place(square('tm3-106-30'))).toMatchObject({
    refusal: { code: 'vertices-zone', values: { zone: 'tm3-106-30' } },
  })
  // A 6° zone and a 3° zone of one meridian are 700 m apart: only an outline tells them apart.
  expect(place(square('utm-105-00'), drawn)).toMatchObject({ refusal: { values: { zone: 'utm-105-00' } } })
  expect(place(square('tm3-105-00'), drawn)).toMatchObject({ refusal: { values: { zone: 'tm3-105-00' } } })
  const far = square('tm3-107-15').map(({ x, y }) => ({ x: x - 500_000, y }))
  expect(place(far)).toMatchObject({ refusal: { code: 'vertices-elsewhere', values: { km: 500 } } })
  expect(place(far.map(({ x, y }) => ({ x: x * 100, y: y * 100 })))).toMatchObject({
    refusal: { code: 'vertices-elsewhere' },
  })
})
