import { expect, test } from 'vitest'
import type { Day } from '../time/day'
import { type At, makeSnapshot, type NodeRow, type PlotRow, type ZoneRow } from './catalogue'
import type { Ring } from './geometry'
import { bestAmong, readSets, setFacts, writeSets } from './plot-set'

const day = (text: string) => text as Day
const at: At = { today: day('2026-11-22'), now: new Date('2026-11-22T03:00:00Z') }
const square = (column: number): Ring => {
  const [west, south, size] = [106.4 + column * 0.001, 21.5, 0.001]
  return [
    [west, south],
    [west + size, south],
    [west + size, south + size],
    [west, south + size],
    [west, south],
  ]
}
const node = (id: string, amount: number): NodeRow => ({
  id,
  kind: 'power',
  name: { vi: id, en: id, zh: id },
  lon: null,
  lat: null,
  illustrative: true,
  entries: [{ kind: 'built', amount, from: day('2026-01-01') }],
  holds: [],
})
const [north, south] = [node('north', 9_000), node('south', 4_000)]

const zone = { code: 'Z', name: { vi: 'Z', en: 'Z', zh: 'Z' }, publication: 'published', sectors: [], details: {} }
const plot = (code: string, changes: Partial<PlotRow>): PlotRow =>
  ({
    code,
    zone,
    areaM2: 10_000,
    ring: null,
    rung: 'leasable',
    rungConfirmedUntil: day('2027-01-01'),
    readyBy: { earliest: day('2027-01-01'), latest: day('2027-06-30') },
    commercial: 'offered',
    publication: 'published',
    illustrative: true,
    termEndYear: 2070,
    maxDensityPct: 60,
    maxFloors: null,
    ownSectors: [],
    price: { usdPerM2: 80, confirmedUntil: day('2027-02-01') },
    nodes: [],
    holds: [],
    retired: null,
    ...changes,
  }) as unknown as PlotRow
Object.assign(zone, { distancesKm: { huu_nghi: 80 }, termEndYear: null } satisfies Partial<ZoneRow>)

const a = plot('A', { ring: square(0), nodes: [north, south], ownSectors: ['textile', 'food'] })
const b = plot('B', {
  ring: square(1),
  areaM2: 30_000,
  rung: 'cleared',
  rungConfirmedUntil: day('2026-11-01'),
  readyBy: { earliest: day('2027-03-01'), latest: day('2027-04-30') },
  termEndYear: 2060,
  price: { usdPerM2: 60, confirmedUntil: day('2026-12-01') },
  nodes: [south],
  ownSectors: ['food'],
})
const far = plot('F', { ring: square(5), price: null, readyBy: null, commercial: 'leased' })
const land = makeSnapshot(1, [zone as unknown as ZoneRow], [a, b, far])

test('reads plots and sets from an address, where a plus sign comes as a blank', () => {
  const wanted = { ok: true, value: [['HL-A1'], ['HL-A2', 'HL-A3']] }
  expect(readSets('HL-A1,HL-A2+HL-A3')).toEqual(wanted)
  expect(readSets(new URLSearchParams('plots=HL-A1,HL-A3+HL-A2').get('plots') ?? '')).toEqual(wanted)
  expect(readSets(' HL-A1 , HL-A3 HL-A2 HL-A2,,HL-A1')).toEqual(wanted)
  expect(readSets('')).toEqual({ ok: true, value: [] })
  expect(readSets('A,B,C,D,E')).toMatchObject({ refusal: { code: 'compare-too-many', values: { max: 4 } } })
  expect(readSets('A+B+C+D+E+F+G')).toMatchObject({ refusal: { code: 'set-too-large', values: { max: 6 } } })
  expect(writeSets([['HL-A1'], ['HL-A2', 'HL-A3']])).toBe('HL-A1,HL-A2+HL-A3')
})

test('takes of a set the sum of the area and the worst of everything else', () => {
  expect(setFacts(land, [a, b], at)).toEqual({
    codes: ['A', 'B'],
    zones: ['Z'],
    connected: true,
    areaM2: 40_000,
    rung: { value: 'cleared', confirmedUntil: '2026-11-01', stale: true },
    readyBy: { earliest: '2027-03-01', latest: '2027-06-30' },
    priceUsdPerM2: { value: 65, confirmedUntil: '2026-12-01', stale: false },
    commercial: ['offered'],
    termEndYear: 2060,
    maxDensityPct: 60,
    maxFloors: null,
    sectors: ['food'],
    capacity: { power: 4_000, water: null, wastewater: null },
    distancesKm: { huu_nghi: 80 },
    illustrative: true,
  })
})

test('one unknown part makes it unknown, and plots that do not touch are no site', () => {
  expect(setFacts(land, [a, far], at)).toMatchObject({
    connected: false,
    priceUsdPerM2: null,
    readyBy: null,
    commercial: ['offered', 'leased'],
    capacity: { power: null },
  })
  expect(setFacts(land, [a], at)).toMatchObject({ connected: true, capacity: { power: 9_000 } })
})

test('says which figure is best only where there is something to choose', () => {
  expect(bestAmong([3, 1, null, 1], 'lowest')).toEqual([1, 3])
  expect(bestAmong([3, 1, null], 'highest')).toEqual([0])
  expect(bestAmong([2, 2], 'lowest')).toEqual([])
  expect(bestAmong([2, null], 'lowest')).toEqual([])
  expect(bestAmong([], 'highest')).toEqual([])
})
