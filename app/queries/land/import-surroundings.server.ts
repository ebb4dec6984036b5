import { REACH_KM } from '~/domain/land/boundary'
import type { Ring } from '~/domain/land/geometry'
import type { ImportZone, KnownPlot, PlotValues } from '~/domain/land/import-row'
import type { CommercialState, Rung, ZoneStatus } from '~/domain/land/readiness'
import { zonesWhere } from '~/domain/party/zone-scope'
import { toDay } from '~/domain/time/day'
import { db } from '~/infra/db.server'
import { successorsOf } from '~/infra/plot-land.server'
import { Prisma } from '~/infra/prisma/client'
import type { Ctx } from '~/infra/transact.server'

const dayOf = (date: Date | null | undefined) => (date ? toDay(date) : null)

/** The zones whose land whoever imports may keep, by code, and the sectors there are. */
export async function importGround(ctx: Ctx) {
  const scope = zonesWhere(ctx.actor, 'land.write')
  const [zones, sectors, catalogue] = await Promise.all([
    db().zone.findMany({
      where: scope ? { id: { in: scope } } : {},
      select: { id: true, code: true, status: true, sitePlan: true, lon: true, lat: true, coordPrecisionKm: true },
    }),
    db().sector.findMany({ select: { slug: true } }),
    db().catalogue.findUniqueOrThrow({ where: { id: 1 }, select: { version: true } }),
  ])
  const zoneByCode = new Map<string, ImportZone & { id: string }>()
  for (const { id, code, status, sitePlan, lon, lat, coordPrecisionKm } of zones) {
    const outline = (sitePlan as { outline?: Ring } | null)?.outline ?? null
    const place = { lon, lat, reachKm: coordPrecisionKm + REACH_KM }
    zoneByCode.set(code, { id, status: status as ZoneStatus, outline, place })
  }
  return { zoneByCode, sectors: new Set(sectors.map(({ slug }) => slug)), catalogueVersion: catalogue.version }
}

/** Plots that are there already, by code, whoever's they are. */
export async function knownPlots(codes: string[]): Promise<Map<string, KnownPlot>> {
  const plots = await db().plot.findMany({
    where: { code: { in: codes } },
    include: {
      zone: { select: { code: true } },
      facts: { where: { supersededAt: null, key: { in: ['price_usd_per_m2', 'readiness'] } } },
    },
  })
  const retired = plots.filter(({ retiredAt }) => retiredAt !== null).map(({ id }) => id)
  const became = await successorsOf(db(), retired)
  return new Map(
    plots.map((plot) => {
      const price = plot.facts.find((fact) => fact.key === 'price_usd_per_m2')
      const readiness = plot.facts.find((fact) => fact.key === 'readiness')
      const values: PlotValues = {
        areaM2: plot.areaM2,
        block: plot.block,
        phase: plot.phase,
        readiness: plot.readiness as Rung,
        readinessSince: dayOf(plot.readinessSince),
        readinessUntil: dayOf(readiness?.confirmedUntil),
        readyByEarliest: dayOf(plot.readyByEarliest),
        readyByLatest: dayOf(plot.readyByLatest),
        commercial: plot.commercial as CommercialState,
        priceUsdPerM2: typeof price?.value === 'number' ? price.value : null,
        priceUntil: dayOf(price?.confirmedUntil),
        termEndYear: plot.termEndYear,
        maxDensityPct: plot.maxDensityPct,
        maxFloors: plot.maxFloors,
        sectors: plot.sectorSlugs,
        note: plot.note,
        ring: plot.ring as unknown as Ring | null,
      }
      const { id, version, zone, retiredAt, vn2000 } = plot
      const successors = retiredAt === null ? null : (became.get(id) ?? [])
      const known = { id, version, zoneCode: zone.code, became: successors, hasVertices: vn2000 !== null }
      return [plot.code, { ...known, values }]
    }),
  )
}

/** The boundaries of a zone's plots that are still there. */
export async function ringsOfZone(zoneId: string): Promise<{ code: string; ring: Ring }[]> {
  const plots = await db().plot.findMany({
    where: { zoneId, retiredAt: null, ring: { not: Prisma.DbNull } },
    select: { code: true, ring: true },
  })
  return plots.map(({ code, ring }) => ({ code, ring: ring as unknown as Ring }))
}
