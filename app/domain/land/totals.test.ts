import { describe, expect, it } from 'vitest'
import type { Day } from '../time/day'
import type { PlotRow, ZoneRow } from './catalogue'
import { fillByKind, fillRateOf } from './fill-rate'
import { ownTotals } from './own-totals'
import { checksOf, PROVINCE, type PublishedFigure, sideBySide } from './published-figure'
import { targetProgress } from './target'

const at = { today: '2026-11-26' as Day, now: new Date('2026-11-26T03:00:00Z') }

const zone = (changes: Partial<ZoneRow>): ZoneRow =>
  ({
    code: 'Z',
    kind: 'industrial_cluster',
    status: 'operating',
    statusAsOf: '2025-07',
    confidence: 'sourced',
    publication: 'published',
    areaM2: 500_000,
    industrialLandM2: null,
    details: {},
    ...changes,
  }) as ZoneRow

const plot = (of: ZoneRow, areaM2: number, commercial: PlotRow['commercial'], illustrative = false): PlotRow =>
  ({
    code: 'P',
    zone: of,
    areaM2,
    commercial,
    illustrative,
    publication: 'published',
    rung: 'leasable',
    retired: null,
    holds: [],
  }) as unknown as PlotRow

const figure = (changes: Partial<PublishedFigure>): PublishedFigure => ({
  subject: PROVINCE,
  key: 'clusters_planned',
  value: 35,
  source: 'A',
  sourceKind: 'article',
  asOf: '2024-01-01',
  note: null,
  ...changes,
})

describe('fill rate by the definition of each kind', () => {
  it('counts approved land in a cluster, over its declared industrial land', () => {
    const cluster = zone({ industrialLandM2: 400_000 })
    const plots = [
      plot(cluster, 100_000, 'leased'),
      plot(cluster, 60_000, 'reserved'),
      plot(cluster, 90_000, 'offered'),
    ]
    expect(fillRateOf(cluster, plots, at)).toMatchObject({
      definition: 'cluster',
      percent: 40,
      filledM2: 160_000,
      totalM2: 400_000,
      denominator: 'declared',
    })
  })

  it('counts leased land alone in a park, over industrial and service land', () => {
    const park = zone({
      kind: 'industrial_park',
      industrialLandM2: 400_000,
      details: { landUse: { adminServiceHa: 10 } },
    })
    const plots = [plot(park, 100_000, 'leased'), plot(park, 60_000, 'reserved')]
    expect(fillRateOf(park, plots, at)).toMatchObject({ definition: 'park', percent: 20, totalM2: 500_000 })
  })

  it('says when it divides by the published plots alone, and does not hide more than all', () => {
    const cluster = zone({})
    const rate = fillRateOf(cluster, [plot(cluster, 50_000, 'leased'), plot(cluster, 50_000, 'offered')], at)
    expect(rate).toMatchObject({ percent: 50, denominator: 'plots' })
    const small = zone({ industrialLandM2: 40_000 })
    expect(fillRateOf(small, [plot(small, 50_000, 'leased')], at)?.percent).toBe(125)
  })

  it('has no rate where the law has no definition, and takes none from land handed over', () => {
    expect(fillRateOf(zone({ kind: 'planned_complex', details: { fillRate: { value: 5 } } }), [], at)).toBeNull()
    const handedOver = { fillRate: { value: null, landHandedOverHa: 97 } }
    expect(fillRateOf(zone({ kind: 'industrial_park', details: handedOver }), [], at)).toBeNull()
  })

  it('sums areas by definition and never mixes or averages', () => {
    const park = zone({ kind: 'industrial_park', industrialLandM2: 1_000_000 })
    const full = zone({ industrialLandM2: 100_000 })
    const sourced = zone({ details: { fillRate: { value: 100, asOf: '2024-01' } } })
    const rates = [
      { kind: park.kind, rate: fillRateOf(park, [plot(park, 100_000, 'leased')], at) },
      { kind: full.kind, rate: fillRateOf(full, [plot(full, 50_000, 'leased')], at) },
      { kind: full.kind, rate: fillRateOf(sourced, [], at) },
      { kind: full.kind, rate: null },
      { kind: 'planned_complex' as const, rate: null },
    ]
    expect(fillByKind(rates)).toMatchObject([
      { definition: 'park', percent: 10, counted: 1, percentOnly: 0, unknown: 0 },
      { definition: 'cluster', percent: 50, counted: 1, percentOnly: 1, unknown: 1 },
    ])
  })
})

describe('published figures', () => {
  it('stand side by side, oldest source first, and say when they differ', () => {
    const figures = [
      figure({ value: 23, source: 'B', asOf: '2024-03-19' }),
      figure({}),
      figure({ value: 37, source: 'C', asOf: null }),
      figure({ key: 'clusters_established', value: 10, source: 'B', asOf: '2024-03-19' }),
      figure({ subject: 'Z', value: 1, source: 'D' }),
    ]
    const table = sideBySide(figures, PROVINCE, ['clusters_planned', 'clusters_established', 'parks_planned'])
    expect(table.sources.map((source) => source.source)).toEqual(['C', 'A', 'B'])
    expect(table.rows.map((row) => [row.key, row.cells.map((cell) => cell?.value ?? null), row.disagree])).toEqual([
      ['clusters_planned', [37, 35, 23], true],
      ['clusters_established', [null, null, 10], false],
    ])
  })

  it('are held against the declared area of their zone', () => {
    const of = (key: string, value: number, source = 'A') => figure({ subject: 'Z', key, value, source })
    const figures = [of('phase_1_ha', 200), of('phase_2_ha', 250), of('phase_3_ha', 149.76), of('road_ha', 86)]
    expect(checksOf(figures, { code: 'Z', areaM2: 5_997_600 })).toEqual([
      { what: 'phases', sumHa: 599.76, areaHa: 599.76, differenceHa: 0 },
    ])
    const parts = [of('industrial_land_ha', 428), of('road_ha', 86), of('green_water_ha', 69, 'B')]
    expect(checksOf(parts, { code: 'Z', areaM2: 5_997_600 })).toMatchObject([{ what: 'parts', differenceHa: -85.76 }])
    expect(checksOf(parts, { code: 'Z', areaM2: null })).toEqual([])
  })
})

describe('targets', () => {
  const figures = [
    figure({ key: 'target_clusters_operating', value: 2 }),
    figure({ key: 'target_clusters_operating_fill_percent', value: 30 }),
    figure({ key: 'target_parks_2030_ha', value: 2055 }),
    figure({ key: 'clusters_operating', value: 1, source: 'B', asOf: '2025-07' }),
  ]
  const filled = (percent: number, asOf: string) => zone({ details: { fillRate: { value: percent, asOf } } })
  const progress = (zones: ZoneRow[], today: string) =>
    targetProgress({
      figures,
      zones: zones.map((one) => ({ zone: one, rate: fillRateOf(one, [], at) })),
      formerDistricts: 10,
      today: today as Day,
    })
  const first = (zones: ZoneRow[], today: string) => progress(zones, today)[0]

  it('are known as missed only by figures newer than their last day', () => {
    const zones = [filled(100, '2024-01')]
    expect(first(zones, '2025-12-31')).toMatchObject({ own: { value: 1, asOf: '2024-01' }, state: 'open' })
    expect(first(zones, '2026-01-01')).toMatchObject({ state: 'not_known' })
    expect(first([filled(100, '2026-06')], '2026-11-26')).toMatchObject({ state: 'not_reached' })
    expect(first([filled(100, '2024-01'), filled(31, '2025')], '2026-11-26')).toMatchObject({ state: 'reached' })
  })

  it('are not reached by exactly the rate, nor by illustrative plots', () => {
    expect(first([filled(30, '2026-06')], '2026-11-26')).toMatchObject({ own: { value: 0 } })
    const cluster = zone({ industrialLandM2: 100_000 })
    const rate = fillRateOf(cluster, [plot(cluster, 90_000, 'leased', true)], at)
    const [target] = targetProgress({ figures, zones: [{ zone: cluster, rate }], formerDistricts: 10, today: at.today })
    expect(target).toMatchObject({ own: { value: 0, illustrative: 1 }, published: [{ value: 1, source: 'B' }] })
  })

  it('leave out what no source states, and count established park land', () => {
    const park = zone({ kind: 'industrial_park', status: 'under_construction', areaM2: 5_997_600 })
    const planned = zone({ kind: 'industrial_park', status: 'planned' })
    const found = progress([park, planned], '2026-11-26')
    expect(found.map((target) => target.key)).toEqual(['clusters_operating', 'parks_2030'])
    expect(found[1]).toMatchObject({ own: { value: 599.76 }, target: 2055, state: 'open' })
  })
})

describe('what the catalogue holds', () => {
  it('adds no land twice and tells what it left out', () => {
    const own = zone({ status: 'under_construction' })
    const umbrella = zone({ details: { countsTowardTotals: false }, areaM2: 9_000_000 })
    const bare = zone({ areaM2: null, status: 'planned', confidence: 'uncertain' })
    const hidden = zone({ publication: 'draft' })
    const plots = [plot(own, 10_000, 'offered', true), plot(own, 20_000, 'leased')]
    expect(
      ownTotals('industrial_cluster', [own, umbrella, bare, hidden], (one) => (one === own ? plots : []), at),
    ).toMatchObject({
      zones: 3,
      uncertainZones: 1,
      areaM2: 500_000,
      establishedZones: 1,
      withoutArea: 1,
      leftOut: 1,
      plots: 2,
      illustrativePlots: 1,
      offeredAreaM2: 10_000,
      stages: { serviced: 10_000, leased: 20_000 },
    })
  })
})
