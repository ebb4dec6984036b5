import type { AreaCheck, PlaneZoneKey, Vertex, Vn2000Boundary } from '~/domain/land/vn2000'
import { checkArea, planeZoneText, sideLengthsM, vertexAreaM2 } from '~/domain/land/vn2000'
import { ok } from '~/domain/verdict'
import { db } from '~/infra/db.server'
import type { Ctx } from '~/infra/transact.server'
import { officePlot } from './office-plots.server'

/** The legal vertices of a plot as a table: each with the length of the side to the next. */
export interface VertexTable {
  zone: PlaneZoneKey
  /** 107°15′ (3°) */
  zoneText: string
  source: string
  rows: (Vertex & { sideM: number })[]
  area: AreaCheck
}

/** The table of vertices as kept; null where nobody entered any. */
export function vertexTable(vn2000: unknown, declaredM2: number): VertexTable | null {
  if (vn2000 === null || vn2000 === undefined) return null
  const { zone, vertices, source } = vn2000 as Vn2000Boundary
  const sides = sideLengthsM(vertices)
  return {
    zone,
    zoneText: planeZoneText(zone),
    source,
    rows: vertices.map((vertex, i) => ({ ...vertex, sideM: sides[i] ?? 0 })),
    area: checkArea(declaredM2, vertexAreaM2(vertices)),
  }
}

/** One plot for whoever keeps its boundary. Refuses `not-found` like `officePlot`. */
export async function plotVertices(ctx: Ctx, code: string) {
  const plot = await officePlot(ctx, code)
  if (!plot.ok) return plot
  const row = await db().plot.findUniqueOrThrow({ where: { code }, select: { vn2000: true, areaM2: true } })
  return ok({ plot: plot.value, table: vertexTable(row.vn2000, row.areaM2) })
}
