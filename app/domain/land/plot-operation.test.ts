import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isPublicPlot, makeSnapshot, type PlotRow, type ZoneRow } from './catalogue'
import { cornerAt } from './cut'
import { frameAt, type Metres, type Position, type Ring, ringAreaM2 } from './geometry'
import { readLine } from './line-text'
import { filterPlots } from './plot-filter'
import {
  checkOperands,
  inheritedFacts,
  lowestRung,
  mergePlots,
  type Operand,
  publicationAfter,
  realignPlots,
  splitPlot,
  suggestCodes,
} from './plot-operation'
import { COMMERCIAL_STATES, PUBLICATION_STATES } from './readiness'

const HERE = frameAt(106.4, 21.5)
const rectangle = (x: number, y: number, width: number, depth: number): Ring => {
  const corners: Metres[] = [
    [x, y],
    [x + width, y],
    [x + width, y + depth],
    [x, y + depth],
  ]
  const open = corners.map((p) => cornerAt(HERE, p))
  return [...open, open[0] as Position]
}
const lineOf = (...points: Metres[]) => points.map((p) => cornerAt(HERE, p))
const operand = (changes: Partial<Operand> = {}): Operand => ({
  code: 'HL-A1',
  zoneId: 'z1',
  ring: rectangle(0, 0, 200, 100),
  areaM2: 20_100,
  commercial: 'offered',
  publication: 'published',
  became: null,
  heldFor: null,
  ...changes,
})
const [west, east] = [rectangle(0, 0, 200, 100), rectangle(200, 0, 100, 100)]

describe('an operation on plots', () => {
  it('takes living, drawn, free plots of one zone, each once', () => {
    const code = (...changes: Partial<Operand>[]) => {
      const verdict = checkOperands(changes.map(operand))
      return verdict.ok ? 'ok' : verdict.refusal.code
    }
    expect(code({}, { code: 'HL-A2' })).toBe('ok')
    expect(checkOperands([operand({ became: ['HL-A1-1', 'HL-A1-2'] })])).toMatchObject({
      refusal: { code: 'plot-retired', values: { code: 'HL-A1', became: 'HL-A1-1, HL-A1-2' } },
    })
    expect(code({ ring: null })).toBe('plot-undrawn')
    expect(code({}, { code: 'HL-A2', zoneId: 'z2' })).toBe('plots-apart')
    expect(code({}, {})).toBe('plots-apart')
    expect(checkOperands([operand({ heldFor: 'CM-2026-000012' })])).toMatchObject({
      refusal: { code: 'plot-held', values: { number: 'CM-2026-000012' } },
    })
    expect(COMMERCIAL_STATES.filter((commercial) => code({ commercial }) === 'ok')).toEqual([
      'not_offered',
      'offered',
      'returned',
    ])
  })

  it('splits the declared area by the drawn one, to the square metre', () => {
    const split = splitPlot({ ring: west, areaM2: 20_101 }, lineOf([50, -5], [50, 105]))
    expect(split.ok && split.value.map(({ areaM2 }) => areaM2).sort()).toEqual([15_076, 5_025])
  })

  it('keeps the sum when a boundary moves, and each plot its side', () => {
    fc.assert(
      fc.property(fc.integer({ min: 20, max: 280 }), fc.integer({ min: -15, max: 15 }), (x, slant) => {
        const line = lineOf([x - slant, -5], [x + slant, 105])
        const plots = [
          { ring: west, areaM2: 20_100 },
          { ring: east, areaM2: 9_950 },
        ] as const
        const verdict = realignPlots(plots, line)
        expect(verdict.ok).toBe(true)
        if (!verdict.ok) return
        const [one, other] = verdict.value
        expect(one.areaM2 + other.areaM2).toBe(30_050)
        expect(Math.abs(ringAreaM2(one.ring) + ringAreaM2(other.ring) - 30_000)).toBeLessThan(1)
        expect(Math.abs(ringAreaM2(one.ring) - x * 100)).toBeLessThan(20)
      }),
      { numRuns: 100 },
    )
    expect(
      realignPlots(
        [
          { ring: west, areaM2: 1 },
          { ring: rectangle(500, 0, 9, 9), areaM2: 1 },
        ],
        [],
      ),
    ).toMatchObject({
      refusal: { code: 'plots-apart' },
    })
  })

  it('merges neighbours and adds their declared areas', () => {
    const merged = mergePlots([
      { ring: west, areaM2: 20_100 },
      { ring: east, areaM2: 9_950 },
    ])
    expect(merged.ok && [merged.value.areaM2, Math.round(ringAreaM2(merged.value.ring))]).toEqual([30_050, 30_000])
    expect(merged.ok && merged.value.ring).toHaveLength(5)
  })

  it('suggests codes nobody has', () => {
    expect(suggestCodes('HL-A1', 2, new Set(['HL-A1-1']))).toEqual(['HL-A1-2', 'HL-A1-3'])
    expect(suggestCodes('A'.repeat(24), 1, new Set())[0]).toHaveLength(22)
  })

  it('hands on only what is true of all the land', () => {
    const price = (value: number) => ({ key: 'price_usd_per_m2', value })
    const readiness = (value: string) => ({ key: 'readiness', value })
    const planned = { key: 'utilities_planned', value: { powerKva: 900 } }
    expect(inheritedFacts([[price(90), readiness('leasable'), planned]])).toEqual([price(90), readiness('leasable')])
    expect(
      inheritedFacts([
        [price(90), readiness('leasable')],
        [readiness('cleared'), price(95)],
      ]),
    ).toEqual([readiness('cleared')])
    expect(inheritedFacts([[price(90)], []])).toEqual([])
    expect(lowestRung(['serviced', 'levelled', 'leasable'])).toBe('levelled')
  })

  it('makes nothing public', () => {
    for (const a of PUBLICATION_STATES)
      for (const b of PUBLICATION_STATES) {
        const shown = [a, b].every((state) => state === 'published' || state === 'in_review')
        expect(publicationAfter([a, b])).toBe(shown ? 'in_review' : 'draft')
      }
  })
})

describe('a retired plot', () => {
  it('is never public, whatever else it is, and is found by its code alone', () => {
    const zone = { code: 'Z', publication: 'published', keywords: ['Z'], sectors: [], nodes: [] } as unknown as ZoneRow
    fc.assert(
      fc.property(
        fc.array(
          fc.record({
            publication: fc.constantFrom(...PUBLICATION_STATES),
            commercial: fc.constantFrom(...COMMERCIAL_STATES),
            retired: fc.boolean(),
          }),
          { maxLength: 12 },
        ),
        (rows) => {
          const plots = rows.map(
            ({ retired, ...axes }, i) =>
              ({
                ...axes,
                code: `P-${i}`,
                zone,
                areaM2: 1000,
                rung: 'leasable',
                readyBy: null,
                price: null,
                rungConfirmedUntil: null,
                block: null,
                ownSectors: [],
                holds: [],
                nodes: [],
                retired: retired ? { on: '2026-03-02', became: ['P-X'] } : null,
              }) as unknown as PlotRow,
          )
          const land = makeSnapshot(1, [zone], plots)
          const at = { today: '2026-03-03' as never, now: new Date('2026-03-03T00:00:00Z') }
          const listed = filterPlots(land, {}, at).plots
          for (const plot of plots) {
            expect(land.plotByCode.get(plot.code)).toBe(plot)
            if (!plot.retired) continue
            expect(isPublicPlot(plot)).toBe(false)
            expect([...listed, ...land.plots, ...(land.plotsOfZone.get(zone) ?? [])]).not.toContain(plot)
          }
          expect(listed).toHaveLength(rows.filter((row) => !row.retired && row.publication === 'published').length)
        },
      ),
      { numRuns: 100 },
    )
  })
})

describe('a line as it is typed', () => {
  it('is read from pairs and from GeoJSON', () => {
    const line = [
      [106.4, 21.5],
      [106.41, 21.51],
    ]
    const texts = ['106.4, 21.5; 106.41, 21.51', '106.4 21.5\n106.41 21.51\n', JSON.stringify(line)]
    for (const text of [
      ...texts,
      JSON.stringify({ type: 'Feature', geometry: { type: 'LineString', coordinates: line } }),
    ]) {
      expect(readLine(text), text).toEqual({ ok: true, value: line })
    }
    for (const text of ['', '106.4, 21.5', 'a, b; c, d', '[1,2]', '{"coordinates":5}', '{', '1,2,3;4,5,6']) {
      expect(readLine(text), text).toMatchObject({ refusal: { code: 'geometry-invalid', field: 'line' } })
    }
  })
})
