import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Day } from '../time/day'
import type { Ring } from './geometry'
import { ringAreaM2 } from './geometry'
import { judgeRow, type KnownPlot, type PlotValues, type RowSurroundings } from './import-row'
import { RingGrid } from './ring-grid'
import { matchHeads, READ_COLUMNS, type SheetColumn } from './sheet'
import type { RawCell } from './sheet-cell'

const ZONE = { status: 'operating' as const, outline: null }
const around = (own: Partial<RowSurroundings> = {}): RowSurroundings => ({
  zoneOf: (code) => (code === 'Z' ? ZONE : null),
  plotOf: () => null,
  earlierRow: () => null,
  overlapsOf: () => [],
  sectors: new Set(['electronics', 'textile']),
  words: { readiness: new Map([['da quy hoach', 'planned']]) },
  marksOf: () => ({ comma: null, point: null }),
  ...own,
})
const row = (cells: Partial<Record<SheetColumn, RawCell>>) => new Map(Object.entries(cells) as [SheetColumn, RawCell][])
const GOOD = { code: 'A-1', zone: 'Z', areaM2: 20_000, readiness: 'planned', commercial: 'offered', source: 'x' }
const square = (lon: number, lat: number, side = 0.001): Ring => [
  [lon, lat],
  [lon + side, lat],
  [lon + side, lat + side],
  [lon, lat + side],
  [lon, lat],
]
const reasonsOf = (cells: Partial<Record<SheetColumn, RawCell>>, own?: Partial<RowSurroundings>) =>
  judgeRow(row(cells), around(own)).reasons.map(({ column, code }) => `${column} ${code}`)

const VALUES: PlotValues = {
  areaM2: 20_000,
  block: 'K',
  phase: 2,
  readiness: 'cleared',
  readinessSince: '2026-01-05' as Day,
  readinessUntil: null,
  readyByEarliest: null,
  readyByLatest: null,
  commercial: 'offered',
  priceUsdPerM2: 80.5,
  priceUntil: '2026-12-31' as Day,
  termEndYear: 2070,
  maxDensityPct: 60,
  maxFloors: 3,
  sectors: ['textile'],
  note: 'n',
  ring: null,
}
const KNOWN: KnownPlot = { id: 'p', version: 3, zoneCode: 'Z', became: null, hasVertices: false, values: VALUES }

describe('a row of an imported sheet', () => {
  it('inserts a new plot, and reads words and numbers in their forms', () => {
    const judged = judgeRow(row({ ...GOOD, readiness: 'Đã quy hoạch', areaM2: '20000', maxFloors: null }), around())
    expect(judged).toMatchObject({ result: 'inserted', reasons: [], values: { readiness: 'planned', areaM2: 20_000 } })
  })

  it('says every reason there is, with its column', () => {
    expect(
      reasonsOf({
        code: 'a 1',
        zone: 'elsewhere',
        areaM2: 'big',
        readiness: 'good',
        commercial: 'leased',
        source: '',
        phase: 99,
        priceUsdPerM2: { formula: 'B2*2' },
        readyByEarliest: '31/02/2027',
        readyByLatest: '2027-01-01',
        sectors: 'mining',
        ring: '[[1,2],[3,4]]',
        note: 'x'.repeat(2001),
      }).sort(),
    ).toEqual([
      'areaM2 not-a-number',
      'code invalid-form',
      'commercial not-a-choice',
      'note too-long',
      'phase out-of-range',
      'priceUsdPerM2 cell-formula',
      'readiness not-a-choice',
      'readyByEarliest not-a-day',
      'ring geometry-invalid',
      'sectors not-a-choice',
      'source required',
      'zone zone-not-own',
    ])
    expect(reasonsOf({ code: '', zone: '', areaM2: '', readiness: '', commercial: '', source: '' })).toEqual(
      expect.arrayContaining(['code required', 'zone required', 'areaM2 required', 'readiness required']),
    )
  })

  it('loses no reason whichever cells are wrong together', () => {
    const wrong: [SheetColumn, RawCell, string][] = [
      ['areaM2', -1, 'out-of-range'],
      ['readiness', '?', 'not-a-choice'],
      ['commercial', 'held', 'not-a-choice'],
      ['phase', 'x', 'not-a-number'],
      ['termEndYear', 1900, 'out-of-range'],
      ['readinessSince', 'x', 'not-a-day'],
      ['zone', 'Q', 'zone-not-own'],
      ['block', 'x'.repeat(21), 'too-long'],
    ]
    fc.assert(
      fc.property(fc.subarray(wrong, { minLength: 1 }), (some) => {
        const cells = { ...GOOD, ...Object.fromEntries(some.map(([column, cell]) => [column, cell])) }
        const reasons = reasonsOf(cells)
        for (const [column, , code] of some) expect(reasons).toContain(`${column} ${code}`)
        expect(judgeRow(row(cells), around()).result).toBe('rejected')
      }),
    )
  })

  it('leaves what has no column, clears what is empty, and tells what changes', () => {
    const known = { plotOf: () => KNOWN }
    const cells = { ...GOOD, readiness: 'cleared' }
    expect(judgeRow(row({ ...cells, source: '' }), around(known))).toMatchObject({ result: 'unchanged', changed: [] })
    const judged = judgeRow(row({ ...cells, note: '', maxFloors: 4 }), around(known))
    expect(judged).toMatchObject({ result: 'updated', values: { note: null, maxFloors: 4, sectors: ['textile'] } })
    expect(judged.changed.sort()).toEqual(['maxFloors', 'note'])
  })

  it('guards plots that moved on: of another zone, retired, held, with legal vertices, named twice', () => {
    const cells = { ...GOOD, readiness: 'cleared' }
    const as = (own: Partial<KnownPlot>) => ({ plotOf: () => ({ ...KNOWN, ...own }) })
    expect(reasonsOf(cells, { ...as({ zoneCode: 'Y' }), zoneOf: (code) => (code === 'Q' ? null : ZONE) })).toEqual([
      'zone zone-differs',
    ])
    expect(reasonsOf(cells, as({ zoneCode: 'Y' }))).toEqual(['code already-used'])
    expect(reasonsOf(cells, as({ became: ['HL-A1-1'] }))).toEqual(['code plot-retired'])
    expect(reasonsOf({ ...cells, commercial: 'held' }, as({}))).toEqual(['commercial not-a-choice'])
    expect(reasonsOf(cells, { ...as({}), earlierRow: () => 2 })).toEqual(['code row-twice'])
    const ring = JSON.stringify(square(106.5, 21.7))
    const areaM2 = Math.round(ringAreaM2(square(106.5, 21.7)))
    expect(reasonsOf({ ...cells, ring, areaM2 }, as({ hasVertices: true }))).toEqual(['ring boundary-from-vertices'])
  })

  it('names every neighbour a boundary lies on, and swapped coordinates with their cure', () => {
    const grid = new RingGrid()
    grid.put('N-1', square(106.5005, 21.7))
    grid.put('N-2', square(106.4995, 21.7))
    grid.put('FAR', square(106.52, 21.7))
    const ring = JSON.stringify(square(106.5, 21.7))
    const areaM2 = Math.round(ringAreaM2(square(106.5, 21.7)))
    const judged = judgeRow(
      row({ ...GOOD, ring, areaM2 }),
      around({ overlapsOf: (_zone, code, other) => grid.overlaps(code, other) }),
    )
    expect(judged.reasons.map(({ code, values }) => `${code} ${values?.code}`)).toEqual([
      'geometry-overlap N-1',
      'geometry-overlap N-2',
    ])
    grid.put('N-1', square(106.53, 21.7))
    grid.drop('N-2')
    expect(grid.overlaps('A-1', square(106.5, 21.7))).toEqual([])
    const swapped = JSON.stringify(square(106.5, 21.7).map(([lon, lat]) => [lat, lon]))
    expect(reasonsOf({ ...GOOD, ring: swapped })).toEqual(['ring geometry-swapped'])
  })
})

describe('the head of a sheet', () => {
  const namesOf = (column: SheetColumn) => (column === 'code' ? ['Mã lô', 'Plot code', '地块编号'] : [])

  it('knows a column by its stable name, in brackets too, and by its name in each language', () => {
    for (const head of ['code', ' MA LO ', 'Plot code', '地块编号', 'anything [code]']) {
      expect(matchHeads([head], namesOf).columns).toEqual(['code'])
    }
    expect(matchHeads(READ_COLUMNS, namesOf).refusals).toEqual([])
    expect(matchHeads(['Hàng [row]', 'Lý do [reasons]', '', ...READ_COLUMNS], namesOf).refusals).toEqual([])
  })

  it('says which column is unknown, there twice, or missing: all of them', () => {
    const { refusals } = matchHeads(['code', 'Gia', 'zone', 'code'], namesOf)
    expect(refusals.map(({ code, values }) => `${code} ${values?.column ?? ''} ${values?.head}`)).toEqual([
      'column-unknown B Gia',
      'column-twice D code',
      'column-missing  areaM2',
      'column-missing  readiness',
      'column-missing  commercial',
      'column-missing  source',
    ])
  })
})
