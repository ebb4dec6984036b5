import { describe, expect, it } from 'vitest'
import zones from '../../../prisma/seed/data/zones.json'
import type { Day } from '../time/day'
import type { SitePlan, SiteZone } from './site-plan'
import { sitePlanOf } from './site-plan'
import { projectionOf, projectProvince, projectSitePlan } from './svg-map'

const size = { widthPx: 800, heightPx: 600, paddingPx: 24 }
const zone = (zones as unknown as SiteZone[]).find((one) => one.code === 'LS-IP-VSIP') as SiteZone
const plan = sitePlanOf(zone, '2026-11-22' as Day) as SitePlan
const drawn = projectSitePlan(plan, size)
const numbersOf = (path: string): number[] => (path.match(/-?\d+(\.\d+)?/g) ?? []).map(Number)

describe('projectSitePlan', () => {
  it('fits the outline into the padding, touching it on one side', () => {
    const numbers = numbersOf(drawn.outlinePath)
    const xs = numbers.filter((_, i) => i % 2 === 0)
    const ys = numbers.filter((_, i) => i % 2 === 1)
    expect(Math.min(...xs)).toBeGreaterThanOrEqual(23.9)
    expect(Math.max(...xs)).toBeLessThanOrEqual(776.1)
    expect(Math.min(...ys)).toBeCloseTo(24, 0)
    expect(Math.max(...ys)).toBeCloseTo(576, 0)
    expect(drawn.viewBox).toBe('0 0 800 600')
  })

  it('draws every part with at most one decimal', () => {
    expect(drawn.plots.map((plot) => plot.code)).toEqual(plan.plots.map((plot) => plot.code))
    expect(drawn.plots[0]?.label).toBe('A1')
    expect(drawn.nodes).toHaveLength(3)
    expect(drawn.roads).toHaveLength(plan.roads.length)
    expect(drawn.roads.at(-1)?.kind).toBe('main')
    const paths = [
      drawn.outlinePath,
      ...drawn.plots.map((plot) => plot.path),
      ...drawn.greens.map((green) => green.path),
      ...drawn.roads.map((road) => road.path),
    ]
    for (const path of paths) expect(path).toMatch(/^(M|L|Z|-?\d+(\.\d)?| )+$/)
    expect(drawn.greens[0]?.path.match(/M/g)).toHaveLength(2)
  })

  it('keeps true scale and labels the right way up', () => {
    const { metres, px } = drawn.scale
    const { pxPerM } = projectionOf({ west: zone.lon, east: zone.lon, south: zone.lat, north: zone.lat }, size)
    expect(pxPerM).toBeGreaterThan(0)
    const first = plan.plots[0]
    const numbers = numbersOf(drawn.plots[0]?.path ?? '')
    const points = Array.from({ length: numbers.length / 2 }, (_, i) => numbers.slice(2 * i, 2 * i + 2))
    const areaPx = Math.abs(
      points.reduce((sum, [x1 = 0, y1 = 0], i) => {
        const [x2 = 0, y2 = 0] = points[(i + 1) % points.length] ?? []
        return sum + x1 * y2 - x2 * y1
      }, 0) / 2,
    )
    expect(areaPx * (metres / px) ** 2).toBeGreaterThan((first?.areaM2 ?? 0) * 0.98)
    expect(areaPx * (metres / px) ** 2).toBeLessThan((first?.areaM2 ?? 0) * 1.02)
    for (const line of drawn.surroundings) expect(Math.abs(line.angleDeg)).toBeLessThanOrEqual(90)
  })
})

describe('projectProvince', () => {
  const bounds = { west: 106, south: 21.3, east: 107.4, north: 22.5 }
  it('puts north up and east right, and leaves out what lies outside', () => {
    const { points, pxPerKm } = projectProvince(
      [
        { key: 'south', lon: 106.4, lat: 21.5 },
        { key: 'north-east', lon: 106.9, lat: 22.2 },
        { key: 'hanoi', lon: 105.85, lat: 21.03 },
      ],
      bounds,
      size,
    )
    expect(points.map((point) => point.key)).toEqual(['south', 'north-east'])
    const [south, north] = points
    expect(north && south && north.x > south.x && north.y < south.y).toBe(true)
    expect(pxPerKm).toBeGreaterThan(3)
  })
})
