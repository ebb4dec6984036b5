import { AREA_TOLERANCE, checkBoundary, REACH_KM } from '~/domain/land/boundary'
import {
  type PlaneZoneKey,
  placeVertices,
  planeZoneText,
  readVertices,
  type Vn2000Boundary,
  vertexAreaM2,
} from '~/domain/land/vn2000'
import { may } from '~/domain/party/permission'
import { ok, type Refusal, refuse, type Verdict } from '~/domain/verdict'
import { Prisma } from '~/infra/prisma/client'
import { type Ctx, type Transaction, transact } from '~/infra/transact.server'
import { toWgs84 } from '~/infra/vn2000.server'
import { boundaryAround, changedInReview } from './plot-rows.server'
import { stalePlot } from './stale-plot.server'

export interface VerticesInput {
  code: string
  version: number
  zone: PlaneZoneKey
  /** The table of the paper; empty: the vertices are not known, the drawing stays. */
  vertices: string
  source: string
}

const atVertices = (refusal: Refusal): Refusal => ({ ...refusal, field: 'vertices' })

/**
 * Puts the legal VN-2000 vertices of a plot in force and draws its boundary from them. Refuses a line that cannot be
 * read, swapped axes, a wrong plane zone, an area more than 2 % from the declared one, and what `checkBoundary` does;
 * `conflict` when somebody was faster.
 */
export async function setVertices(ctx: Ctx, input: VerticesInput): Promise<Verdict<true>> {
  const allowed = may(ctx.actor, 'land.write')
  if (!allowed.ok) return allowed
  return transact(ctx, async (t) => {
    const plot = await t.db.plot.findUnique({ where: { code: input.code }, include: { zone: true } })
    if (!plot) return refuse('not-found')
    const own = may(ctx.actor, 'land.write', { zoneId: plot.zoneId })
    if (!own.ok) return own
    if (plot.retiredAt) return refuse('state-forbids')
    if (plot.version !== input.version) return stalePlot(t, plot)
    const drawn = await boundaryOf(t, plot, input)
    if (!drawn.ok) return drawn
    const written = await t.db.plot.updateMany({
      where: { id: plot.id, version: input.version },
      data: { ...drawn.value.columns, ...changedInReview(t, plot), version: { increment: 1 } },
    })
    if (written.count !== 1) return stalePlot(t, plot)
    await t.audit({
      act: 'plot.set_vertices',
      subject: { kind: 'plot', id: plot.id },
      detail: { code: plot.code, zone: input.zone, source: input.source, ...drawn.value.detail },
    })
    await t.touchCatalogue()
    return ok(true)
  })
}

type PlotInZone = Prisma.PlotGetPayload<{ include: { zone: true } }>

async function boundaryOf(t: Transaction, plot: PlotInZone, input: VerticesInput) {
  if (input.vertices.trim() === '') {
    return ok({ columns: { vn2000: Prisma.DbNull }, detail: { vertices: 0 } })
  }
  const read = readVertices(input.vertices)
  if (!read.ok) return read
  const around = await boundaryAround(t, plot.zone, plot.id)
  const where = {
    lon: plot.zone.lon,
    lat: plot.zone.lat,
    reachKm: plot.zone.coordPrecisionKm + REACH_KM,
    outline: around.outline,
  }
  const placed = placeVertices(input.zone, read.value, where, toWgs84)
  if (!placed.ok) {
    const { zone, typed } = placed.refusal.values ?? {}
    if (!zone) return placed
    const words = { zone: planeZoneText(zone as PlaneZoneKey), typed: planeZoneText(typed as PlaneZoneKey) }
    return refuse(placed.refusal.code, words, 'vertices')
  }
  const areaM2 = vertexAreaM2(read.value)
  if (Math.abs(areaM2 - plot.areaM2) > plot.areaM2 * AREA_TOLERANCE) {
    return refuse('geometry-area', { measured: Math.round(areaM2), declared: plot.areaM2 }, 'vertices')
  }
  const fits = checkBoundary(placed.value, plot.areaM2, around)
  if (!fits.ok) return { ok: false as const, refusal: atVertices(fits.refusal) }
  const boundary: Vn2000Boundary = { zone: input.zone, vertices: read.value, source: input.source }
  return ok({
    columns: {
      vn2000: boundary as unknown as Prisma.InputJsonValue,
      ring: placed.value as unknown as Prisma.InputJsonValue,
    },
    detail: { vertices: read.value.length, areaM2: Math.round(areaM2) },
  })
}
