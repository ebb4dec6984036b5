import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Day } from '../time/day'
import { capacityHolding, capacityOn, zoneCapacityOn } from './capacity-on'
import { type At, commercialAt, makeSnapshot, nextHoldChange, type PlotRow, type ZoneRow } from './catalogue'
import { publishedLedgers } from './node-ledger'
import { filterPlots, type PlotFilter, pageOf } from './plot-filter'
import { setFacts } from './plot-set'
import { COMMERCIAL_STATES, RUNGS, rungNumber } from './readiness'

const day = (text: string) => text as Day
const at: At = { today: day('2026-11-22'), now: new Date('2026-11-22T03:00:00Z') }

const zone = (code: string, changes: Partial<ZoneRow> = {}): ZoneRow => ({
  id: code,
  code,
  kind: 'industrial_cluster',
  name: { vi: code, en: code, zh: code },
  keywords: [code, 'Cụm công nghiệp Hồ Sơn', 'huyện Hữu Lũng'],
  status: 'under_construction',
  statusAsOf: null,
  confidence: 'sourced',
  sources: [],
  areaM2: null,
  industrialLandM2: null,
  lat: 21.5,
  lon: 106.4,
  coordPrecisionKm: 2,
  borderCommune: false,
  sectors: ['textile_garment'],
  sectorsCertain: true,
  termEndYear: null,
  developerName: null,
  developerOfferNeeded: false,
  distancesKm: {},
  details: {},
  drawing: null,
  publication: 'published',
  communes: [],
  nodes: [],
  ...changes,
})

const plot = (code: string, of: ZoneRow, changes: Partial<PlotRow> = {}): PlotRow => ({
  id: code,
  code,
  zone: of,
  block: null,
  phase: null,
  areaM2: 20_000,
  ring: null,
  rung: 'levelled',
  rungSince: null,
  rungConfirmedUntil: day('2027-01-01'),
  readyBy: { earliest: day('2027-01-01'), latest: day('2027-06-30') },
  commercial: 'offered',
  publication: 'published',
  illustrative: true,
  termEndYear: null,
  maxDensityPct: null,
  maxFloors: null,
  ownSectors: [],
  note: null,
  price: { usdPerM2: 80, confirmedUntil: day('2027-01-01') },
  retired: null,
  nodes: [],
  holds: [],
  ...changes,
})

const codes = (rows: PlotRow[], filter: PlotFilter = {}, zones = [...new Set(rows.map((row) => row.zone))]) => {
  const { plots, unknown } = filterPlots(makeSnapshot(1, zones, rows), { sort: 'code', ...filter }, at)
  return { found: plots.map((row) => row.code), unknown }
}

const a = zone('A')

describe('what the public sees', () => {
  test('only published plots of published zones', () => {
    const draft = zone('D', { publication: 'draft' })
    const rows = [plot('A-1', a), plot('A-2', a, { publication: 'in_review' }), plot('D-1', draft)]
    expect(codes(rows).found).toEqual(['A-1'])
  })

  test('codes in the order people count', () => {
    expect(codes([plot('A-10', a), plot('A-2', a), plot('A-1', a)]).found).toEqual(['A-1', 'A-2', 'A-10'])
  })
})

describe('figures that are unknown never pass, and are counted', () => {
  test.each<[string, Partial<PlotRow>, PlotFilter]>([
    ['a price nobody published', { price: null }, { maxPriceUsdPerM2: 1000 }],
    ['a stale price', { price: { usdPerM2: 1, confirmedUntil: day('2026-11-21') } }, { maxPriceUsdPerM2: 1000 }],
    ['a stale rung', { rungConfirmedUntil: day('2026-11-21') }, { readiness: 'planned' }],
    ['a stale ready-by day', { rungConfirmedUntil: day('2026-11-21') }, { readyBy: day('2030-01-01') }],
    ['no ready-by range', { readyBy: null }, { readyBy: day('2030-01-01') }],
    ['no node', {}, { minPowerKva: 1 }],
  ])('%s', (_, changes, filter) => {
    expect(codes([plot('A-1', a, changes)], filter)).toEqual({ found: [], unknown: 1 })
  })

  test('an uncertain sector list that does not name the sector', () => {
    const unsure = zone('U', { sectorsCertain: false })
    const rows = [plot('A-1', a), plot('U-1', unsure)]
    expect(codes(rows, { sector: 'pharma' })).toEqual({ found: [], unknown: 1 })
    expect(codes(rows, { sector: 'textile_garment' })).toEqual({ found: ['A-1', 'U-1'], unknown: 0 })
  })

  test('a plot that fails another test is not counted as unknown', () => {
    expect(codes([plot('A-1', a, { price: null })], { maxPriceUsdPerM2: 9, minAreaM2: 30_000 }).unknown).toBe(0)
  })

  test('a figure confirmed until today still counts', () => {
    const row = plot('A-1', a, { price: { usdPerM2: 80, confirmedUntil: at.today } })
    expect(codes([row], { maxPriceUsdPerM2: 80 }).found).toEqual(['A-1'])
  })
})

test('a zone of all sectors admits every sector', () => {
  const all = zone('M', { sectors: ['multi_sector'], sectorsCertain: false })
  expect(codes([plot('M-1', all)], { sector: 'pharma' }).found).toEqual(['M-1'])
})

describe('search', () => {
  const rows = [plot('HS-1', a), plot('X-1', zone('B', { keywords: ['Đình Lập'] }))]
  test.each([
    ['huu lung', ['HS-1']],
    ['HỮU LŨNG hs', ['HS-1']],
    ['dinh', ['X-1']],
    ['x-1 hữu', []],
    ['   ', ['HS-1', 'X-1']],
  ])('%s', (q, found) => {
    expect(codes(rows, { q }).found).toEqual(found)
  })
})

describe('holds', () => {
  const hold = { from: new Date('2026-11-20T00:00:00Z'), until: new Date('2026-11-22T03:00:00Z') }
  const row = plot('A-1', a, { holds: [hold] })

  test('a live hold shows as held up to, not including, its end', () => {
    expect(commercialAt(row, new Date(hold.until.getTime() - 1))).toBe('held')
    expect(commercialAt(row, hold.until)).toBe('offered')
    expect(commercialAt(row, hold.from)).toBe('held')
  })

  test('the filter asks the effective state', () => {
    const before = { ...at, now: new Date('2026-11-21T00:00:00Z') }
    const land = makeSnapshot(1, [a], [row])
    expect(filterPlots(land, { commercial: 'held' }, before).plots).toHaveLength(1)
    expect(filterPlots(land, { commercial: 'held' }, at).plots).toHaveLength(0)
  })

  test('the next change is the end of a running hold', () => {
    const land = makeSnapshot(1, [a], [row])
    expect(nextHoldChange(land, new Date('2026-11-21T00:00:00Z'))).toEqual(hold.until)
    expect(nextHoldChange(land, at.now)).toBeNull()
  })
})

test('utilities count what remains on the day asked', () => {
  const power = {
    id: 'n',
    kind: 'power' as const,
    name: a.name,
    lon: null,
    lat: null,
    illustrative: true,
    entries: [{ kind: 'built' as const, amount: 500, from: day('2027-03-01') }],
    holds: [],
  }
  const rows = [plot('A-1', a, { nodes: [power] })]
  expect(codes(rows, { minPowerKva: 500 })).toEqual({ found: [], unknown: 0 })
  expect(codes(rows, { minPowerKva: 500, readyBy: day('2027-06-30') }).found).toEqual(['A-1'])
  // Asked of a later day, it is still today that decides whether somebody answers for it.
  const answeredUntil = (confirmedUntil: Day) => [plot('A-1', a, { nodes: [{ ...power, confirmedUntil }] })]
  const asked = { minPowerKva: 500, readyBy: day('2027-06-30') }
  expect(codes(answeredUntil(at.today), asked)).toEqual({ found: ['A-1'], unknown: 0 })
  expect(codes(answeredUntil(day('2026-11-21')), asked)).toEqual({ found: [], unknown: 1 })
  expect(codes(answeredUntil(day('2026-11-21')), { ...asked, minPowerKva: 501 }).unknown).toBe(1)
})

test('what remains at a node nobody answers for any more is not known, of a plot, a zone and a set', () => {
  const node = (kind: 'power' | 'water', confirmedUntil: Day | null) => ({
    id: kind,
    kind,
    name: a.name,
    lon: null,
    lat: null,
    illustrative: true,
    entries: [{ kind: 'built' as const, amount: 500, from: day('2026-01-01') }],
    holds: [],
    confirmedUntil,
  })
  const nodes = [node('power', day('2026-11-21')), node('water', at.today)]
  const one = plot('A-1', { ...a, nodes }, { nodes })
  expect(capacityOn(one, at.today, at.today)).toEqual({ power: null, water: 500, wastewater: null })
  expect(zoneCapacityOn(one.zone, at.today)).toEqual({ power: null, water: 500, wastewater: null })
  expect(setFacts(makeSnapshot(1, [one.zone], [one]), [one], at).capacity).toMatchObject({ power: null, water: 500 })
  expect(capacityHolding(nodes, at.today)).toEqual({ confirmedUntil: '2026-11-21', stale: true })
  expect(capacityHolding([node('power', null)], at.today)).toEqual({ confirmedUntil: null, stale: false })
  const told = (grace: number) => publishedLedgers(nodes, at, grace).map(({ kind, stale }) => [kind, stale])
  expect(told(30)).toEqual([
    ['power', true],
    ['water', false],
  ])
  expect(told(0)).toEqual([['water', false]])
})

describe('order', () => {
  test('soonest ready first; stale and leased last', () => {
    const late = { earliest: day('2028-01-01'), latest: day('2028-06-30') }
    const rows = [
      plot('A-1', a, { rungConfirmedUntil: day('2026-01-01') }),
      plot('A-2', a, { commercial: 'leased' }),
      plot('A-3', a, { readyBy: late }),
      plot('A-4', a),
    ]
    expect(codes(rows, { sort: 'readyBy' }).found).toEqual(['A-4', 'A-3', 'A-1', 'A-2'])
  })

  test('cheapest first; unknown prices last', () => {
    const rows = [
      plot('A-1', a, { price: null }),
      plot('A-2', a),
      plot('A-3', a, { price: { usdPerM2: 9, confirmedUntil: null } }),
    ]
    expect(codes(rows, { sort: 'price' }).found).toEqual(['A-3', 'A-2', 'A-1'])
  })
})

test('a page beyond the end is empty', () => {
  expect(pageOf([1, 2, 3], 2, 2)).toEqual({ items: [3], total: 3, page: 2, perPage: 2 })
  expect(pageOf([1, 2, 3], 9, 2).items).toEqual([])
})

describe('whatever the land', () => {
  const zones = [a, zone('U', { sectorsCertain: false }), zone('D', { publication: 'draft' })]
  const anyDay = fc
    .integer({ min: 0, max: 900 })
    .map((n) => day(new Date(Date.UTC(2026, 0, 1 + n)).toISOString().slice(0, 10)))
  const anyPlot = fc.record({
    zone: fc.constantFrom(...zones),
    areaM2: fc.integer({ min: 1, max: 400_000 }),
    rung: fc.constantFrom(...RUNGS),
    rungConfirmedUntil: fc.option(anyDay),
    readyBy: fc.option(anyDay.map((latest) => ({ earliest: latest, latest }))),
    commercial: fc.constantFrom(...COMMERCIAL_STATES),
    publication: fc.constantFrom('draft' as const, 'published' as const),
    price: fc.option(fc.record({ usdPerM2: fc.integer({ min: 1, max: 200 }), confirmedUntil: fc.option(anyDay) })),
  })
  const anyLand = fc
    .array(anyPlot, { maxLength: 25 })
    .map((rows) => rows.map((row, index) => plot(`P-${index}`, row.zone, row)))
  const anyFilter: fc.Arbitrary<PlotFilter> = fc.record(
    {
      minAreaM2: fc.integer({ min: 0, max: 400_000 }),
      readiness: fc.constantFrom(...RUNGS),
      readyBy: anyDay,
      maxPriceUsdPerM2: fc.integer({ min: 0, max: 200 }),
      commercial: fc.constantFrom(...COMMERCIAL_STATES),
      sector: fc.constantFrom('textile_garment', 'pharma'),
    },
    { requiredKeys: [] },
  )
  const fresh = (until: Day | null) => until === null || until >= at.today

  test('every plot found meets every part of the filter with a figure that holds today', () => {
    fc.assert(
      fc.property(anyLand, anyFilter, (rows, filter) => {
        for (const found of filterPlots(makeSnapshot(1, zones, rows), filter, at).plots) {
          expect(found.publication === 'published' && found.zone.publication === 'published').toBe(true)
          if (filter.minAreaM2 !== undefined) expect(found.areaM2).toBeGreaterThanOrEqual(filter.minAreaM2)
          if (filter.readiness) expect(rungNumber(found.rung)).toBeGreaterThanOrEqual(rungNumber(filter.readiness))
          if (filter.readyBy) expect(found.readyBy && found.readyBy.latest <= filter.readyBy).toBe(true)
          if (filter.readiness || filter.readyBy) expect(fresh(found.rungConfirmedUntil)).toBe(true)
          if (filter.maxPriceUsdPerM2 !== undefined) {
            expect(found.price && found.price.usdPerM2 <= filter.maxPriceUsdPerM2).toBe(true)
            expect(fresh(found.price?.confirmedUntil ?? null)).toBe(true)
          }
        }
      }),
    )
  })

  test('a part more never finds more', () => {
    fc.assert(
      fc.property(anyLand, anyFilter, (rows, filter) => {
        const land = makeSnapshot(1, zones, rows)
        const all = filterPlots(land, {}, at).plots.length
        const { plots, unknown } = filterPlots(land, filter, at)
        expect(plots.length + unknown).toBeLessThanOrEqual(all)
        const { minAreaM2: _, ...fewer } = filter
        expect(filterPlots(land, fewer, at).plots.length).toBeGreaterThanOrEqual(plots.length)
      }),
    )
  })
})
