import { describe, expect, it } from 'vitest'
import zones from '../../../prisma/seed/data/zones.json'
import { type Day, daysBetween } from '../time/day'
import { remainingOn } from './capacity'
import { chance } from './chance'
import {
  frameAt,
  isClosed,
  isInRing,
  isSelfCrossing,
  type Metres,
  overlapAreaM2,
  type Position,
  type Ring,
  ringAreaM2,
  sharedBoundaryM,
  toMetres,
} from './geometry'
import { highestRung, rungNumber } from './readiness'
import { INDUSTRIAL_SHARE, industrialLandOf, plotsAt, SITE_LAYOUTS, type SiteZone, sitePlanOf } from './site-plan'

const today = '2026-11-22' as Day
const records = zones as unknown as SiteZone[]
const sites = Object.keys(SITE_LAYOUTS).map((code) => {
  const zone = records.find((record) => record.code === code) as SiteZone
  const plan = sitePlanOf(zone, today)
  if (!plan) throw new Error(`no plan of ${code}`)
  return { code, zone, plan, frame: frameAt(zone.lon, zone.lat) }
})
const planOf = (code: string) => sites.find((site) => site.code === code) as (typeof sites)[number]
const pairsOf = <T>(list: readonly T[]): [T, T][] =>
  list.flatMap((a, i) => list.slice(i + 1).map((b): [T, T] => [a, b]))

const toSegmentM = (p: Metres, a: Metres, b: Metres): number => {
  const [dx, dy] = [b[0] - a[0], b[1] - a[1]]
  const t = Math.max(0, Math.min(1, ((p[0] - a[0]) * dx + (p[1] - a[1]) * dy) / (dx * dx + dy * dy)))
  return Math.hypot(p[0] - a[0] - t * dx, p[1] - a[1] - t * dy)
}
/** The distance from a ring to a line of segments, for rings whose inside the line does not enter. */
const ringToLineM = (ring: Ring, line: readonly Position[], frame: ReturnType<typeof frameAt>): number => {
  const [r, l] = [ring.map((p) => toMetres(frame, p)), line.map((p) => toMetres(frame, p))]
  let least = Number.POSITIVE_INFINITY
  const segments = (points: Metres[]): [Metres, Metres][] => points.slice(1).map((p, i) => [points[i] as Metres, p])
  for (const [a, b] of segments(l)) for (const p of r) least = Math.min(least, toSegmentM(p, a, b))
  for (const [a, b] of segments(r)) for (const p of l) least = Math.min(least, toSegmentM(p, a, b))
  return least
}

describe.each(sites)('the site plan of $code', ({ zone, plan, frame }) => {
  it('has the outline of exactly the published area', () => {
    const areaM2 = (zone.areaHa ?? 0) * 10_000
    expect(Math.abs(ringAreaM2(plan.outline, frame) / areaM2 - 1)).toBeLessThan(0.0005)
    expect(isClosed(plan.outline)).toBe(true)
    expect(isSelfCrossing(plan.outline)).toBe(false)
  })

  it('has plots that add up to the industrial land', () => {
    const sum = plan.plots.reduce((total, plot) => total + plot.areaM2, 0)
    const industrial = industrialLandOf(zone)
    expect(Math.abs(sum / ((industrial?.areaHa ?? 0) * 10_000) - 1)).toBeLessThan(0.001)
    expect(plan.industrialLandAssumed).toBe(zone.industrialLandHa === undefined)
  })

  it('declares for each plot the area its ring encloses', () => {
    for (const plot of plan.plots) {
      expect(isClosed(plot.ring)).toBe(true)
      expect(isSelfCrossing(plot.ring)).toBe(false)
      expect(plot.areaM2).toBe(Math.round(ringAreaM2(plot.ring, frame)))
      expect(Math.abs(ringAreaM2(plot.ring) / plot.areaM2 - 1)).toBeLessThan(0.001)
    }
  })

  it('keeps plots, parks, nodes and service ground apart', () => {
    const grounds = [
      ...plan.plots.map((plot) => plot.ring),
      ...plan.nodes.map((node) => node.ring),
      ...plan.centres,
      ...plan.greens.flatMap((green) => (green.kind === 'park' ? green.rings : [])),
    ]
    for (const [a, b] of pairsOf(grounds)) expect(overlapAreaM2(a, b)).toBeLessThan(8)
    for (const node of plan.nodes) {
      expect(isInRing([node.lon, node.lat], node.ring)).toBe(true)
      expect(plotsAt(plan, [node.lon, node.lat])).toEqual([])
    }
  })

  it('keeps roads off the plots', () => {
    for (const road of plan.roads) {
      for (const plot of plan.plots) {
        expect(ringToLineM(plot.ring, road.line, frame)).toBeGreaterThan(road.widthM / 2 - 0.05)
        for (const end of road.line) expect(isInRing(end, plot.ring)).toBe(false)
      }
    }
  })

  it('keeps everything inside the outline, plots inside the green buffer too', () => {
    const buffer = plan.greens.find((green) => green.kind === 'buffer')
    const inner = buffer?.rings[1] as Ring
    expect(buffer?.rings[0]).toEqual(plan.outline)
    for (const corner of inner) expect(isInRing(corner, plan.outline)).toBe(true)
    for (const plot of plan.plots) {
      expect(Math.abs(overlapAreaM2(inner, plot.ring) - plot.areaM2)).toBeLessThan(plot.areaM2 * 0.001 + 5)
    }
    for (const ground of [...plan.nodes.map((node) => node.ring), ...plan.centres]) {
      for (const corner of ground) expect(isInRing(corner, plan.outline)).toBe(true)
    }
  })

  it('lets plots of a block share vertices exactly along a shared edge', () => {
    for (const block of plan.blocks) {
      const plots = plan.plots.filter((plot) => plot.block === block.name)
      expect(plots.map((plot) => plot.code)).toEqual(block.plots)
      for (const [a, b] of pairsOf(plots)) {
        const shared = sharedBoundaryM(a.ring, b.ring)
        if (shared === 0) continue
        const common = a.ring.slice(1).filter((p) => b.ring.some((q) => q[0] === p[0] && q[1] === p[1]))
        expect(common.length).toBeGreaterThanOrEqual(2)
        const [p, q] = common.map((c) => toMetres(frame, c)) as [Metres, Metres]
        if (common.length === 2) expect(shared).toBeCloseTo(Math.hypot(p[0] - q[0], p[1] - q[1]), 0)
      }
      if (plots.length > 1) {
        for (const plot of plots) {
          expect(plots.some((other) => other !== plot && sharedBoundaryM(plot.ring, other.ring) > 10)).toBe(true)
        }
      }
    }
  })

  it('shares no boundary across a road', () => {
    for (const [a, b] of pairsOf(plan.plots)) {
      if (a.block !== b.block) expect(sharedBoundaryM(a.ring, b.ring)).toBe(0)
    }
  })

  it('gives codes once, in the form of the zone', () => {
    const codes = plan.plots.map((plot) => plot.code)
    expect(new Set(codes).size).toBe(codes.length)
    for (const code of codes) expect(code).toMatch(new RegExp(`^${plan.prefix}-[A-G][1-9]$`))
  })

  it('has one node of each kind, able to serve every plot once built', () => {
    expect(plan.nodes.map((node) => node.kind).sort()).toEqual(['power', 'wastewater', 'water'])
    for (const node of plan.nodes) {
      expect(node.illustrative).toBe(true)
      const built = node.entries.filter((entry) => entry.kind === 'built')
      expect(built.reduce((sum, entry) => sum + entry.amount, 0)).toBe(node.capacity)
      expect(remainingOn('2040-01-01' as Day, node.entries)).toBeGreaterThanOrEqual(0)
    }
  })

  it('never claims more readiness than the status of the zone allows, nor a wrong range', () => {
    for (const plot of plan.plots) {
      expect(rungNumber(plot.readinessRung)).toBeLessThanOrEqual(rungNumber(highestRung(zone.status)))
      expect(plot.readinessSince < today).toBe(true)
      expect(plot.readyByEarliest >= today).toBe(true)
      expect(plot.readyByLatest >= plot.readyByEarliest).toBe(true)
      expect(plot.readyByEarliest === plot.readyByLatest).toBe(plot.readinessRung === 'leasable')
    }
  })

  it('asks for utilities within the usual ranges and prices within the zone’s', () => {
    for (const plot of plan.plots) {
      const areaHa = plot.areaM2 / 10_000
      expect(plot.powerKva / areaHa).toBeGreaterThan(290)
      expect(plot.powerKva / areaHa).toBeLessThan(410)
      expect(plot.waterM3PerDay / areaHa).toBeGreaterThan(15)
      expect(plot.waterM3PerDay / areaHa).toBeLessThan(45)
      expect(plot.wastewaterM3PerDay).toBeLessThan(plot.waterM3PerDay)
      const range = SITE_LAYOUTS[plan.zone]?.priceUsdPerM2
      expect(plot.priceUsdPerM2 === null).toBe(range === null)
      expect(plot.priceConfirmedUntil === null).toBe(range === null)
      if (range && plot.priceUsdPerM2 !== null) {
        expect(plot.priceUsdPerM2).toBeGreaterThanOrEqual(range.from)
        expect(plot.priceUsdPerM2).toBeLessThanOrEqual(range.to)
      }
    }
  })

  it('is the same again', () => {
    expect(JSON.stringify(sitePlanOf(zone, today))).toBe(JSON.stringify(plan))
  })
})

describe('what the sources say', () => {
  const areas = (code: string): number[] => planOf(code).plan.plots.map((plot) => plot.areaM2 / 10_000)

  it('holds for VSIP: 27 lots of 7 to 35 ha, three phases, 70 %, 4 floors, until 2073', () => {
    const { plan } = planOf('LS-IP-VSIP')
    expect(plan.plots).toHaveLength(27)
    expect(Math.min(...areas('LS-IP-VSIP'))).toBeGreaterThanOrEqual(7)
    expect(Math.max(...areas('LS-IP-VSIP'))).toBeLessThanOrEqual(35)
    expect(plan.phases.map((phase) => Math.round(phase.areaM2 / 1000) / 10)).toEqual([200, 250, 149.8])
    for (const plot of plan.plots) {
      expect([plot.maxDensityPct, plot.maxFloors, plot.termEndYear]).toEqual([70, 4, 2073])
      const phase = plan.phases.find((one) => one.n === plot.phase)
      for (const corner of plot.ring) expect(isInRing(corner, phase?.ring ?? [])).toBe(true)
    }
    const rungs = (phase: number) =>
      plan.plots.filter((plot) => plot.phase === phase).map((plot) => rungNumber(plot.readinessRung))
    expect(Math.min(...rungs(1))).toBeGreaterThanOrEqual(5)
    expect(Math.max(...rungs(3))).toBeLessThanOrEqual(2)
    expect(plan.nodes.find((node) => node.kind === 'power')?.voltageKv).toBe(22)
  })

  it('holds for Đồng Bành: plots of 1 to 8 ha, no price, nothing beyond a recovery notice', () => {
    const { plan } = planOf('LS-IP-DONGBANH')
    expect(Math.min(...areas('LS-IP-DONGBANH'))).toBeGreaterThanOrEqual(1)
    expect(Math.max(...areas('LS-IP-DONGBANH'))).toBeLessThanOrEqual(8)
    expect(plan.nodes.every((node) => remainingOn(today, node.entries) === 0)).toBe(true)
    expect(plan.plots.every((plot) => plot.commercial === 'offered')).toBe(true)
  })

  it('holds for the clusters: plots of 0.5 to 5 ha', () => {
    for (const { code } of sites.filter((site) => site.code.startsWith('LS-CC'))) {
      expect(Math.min(...areas(code))).toBeGreaterThanOrEqual(0.5)
      expect(Math.max(...areas(code))).toBeLessThanOrEqual(5)
    }
  })

  it('holds for Địa phương số 2: full, and its supply spoken for', () => {
    const { plan } = planOf('LS-CC-DP2')
    expect(plan.plots.every((plot) => plot.commercial === 'leased' && plot.readinessRung === 'leasable')).toBe(true)
    for (const node of plan.nodes) expect(remainingOn(today, node.entries)).toBeLessThan(node.capacity * 0.25)
  })

  it('holds for Hòa Sơn 1: the water published for it', () => {
    const water = planOf('LS-CC-HOASON1').plan.nodes.find((node) => node.kind === 'water')
    expect(water?.capacity).toBe(2000)
  })

  it('says so when it has no plan or assumes the industrial land', () => {
    const unknown = records.find((record) => record.code === 'LS-CC-TANVAN') as SiteZone
    expect(sitePlanOf(unknown, today)).toBeNull()
    expect(sitePlanOf({ ...planOf('LS-IP-VSIP').zone, areaHa: null }, today)).toBeNull()
    expect(industrialLandOf(unknown)).toBeNull()
    expect(industrialLandOf({ ...unknown, areaHa: 100 })).toEqual({
      areaHa: 100 * INDUSTRIAL_SHARE,
      assumed: true,
    })
  })

  it('keeps most facts confirmed, and lets a few run out', () => {
    const plots = sites.flatMap((site) => site.plan.plots)
    const stale = plots.filter((plot) => plot.readinessConfirmedUntil < today)
    expect(stale.length).toBeGreaterThan(2)
    expect(stale.length).toBeLessThan(plots.length / 5)
    for (const plot of stale) expect(daysBetween(plot.readinessConfirmedUntil, today)).toBeLessThan(20)
  })
})

describe('chance', () => {
  it('spreads evenly and depends on every key', () => {
    const parts = Array.from({ length: 4000 }, (_, i) => chance('LS', i))
    expect(parts.every((part) => part >= 0 && part < 1)).toBe(true)
    const mean = parts.reduce((sum, part) => sum + part, 0) / parts.length
    expect(Math.abs(mean - 0.5)).toBeLessThan(0.02)
    for (let tenth = 0; tenth < 10; tenth++) {
      const count = parts.filter((part) => Math.floor(part * 10) === tenth).length
      expect(Math.abs(count - 400)).toBeLessThan(90)
    }
    expect(chance('a', 1)).not.toBe(chance('a', 2))
  })
})
