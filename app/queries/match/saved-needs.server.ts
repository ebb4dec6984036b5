import type { AlertRhythm } from '~/domain/match/alert'
import type { Need } from '~/domain/match/need'
import type { SeenPlot } from '~/domain/match/site'
import { db } from '~/infra/db.server'

export interface OpenNeed {
  id: string
  need: Need
  organizationId: string
}

/** All saved needs that are not put away: what land is judged against when it changes. */
export async function openNeeds(): Promise<OpenNeed[]> {
  const rows = await db().need.findMany({
    where: { archivedAt: null },
    select: { id: true, body: true, organizationId: true },
    orderBy: { id: 'asc' },
  })
  return rows.map(({ id, body, organizationId }) => ({ id, need: body as unknown as Need, organizationId }))
}

/** The needs with alerts that were not mailed yet and are wanted at all. */
export async function needsToMail(): Promise<string[]> {
  const rows = await db().need.findMany({
    where: { archivedAt: null, alert: { not: 'never' satisfies AlertRhythm }, alerts: { some: { mailedAt: null } } },
    select: { id: true },
  })
  return rows.map(({ id }) => id)
}

/** What each plot was seen to be last, by its id: the digest alone. */
export async function seenDigests(): Promise<Map<string, string>> {
  const rows = await db().plotSeen.findMany({ select: { plotId: true, digest: true } })
  return new Map(rows.map(({ plotId, digest }) => [plotId, digest]))
}

/** What some plots were seen to be last, by their ids. */
export async function seenPlots(plotIds: string[]): Promise<Map<string, SeenPlot>> {
  const rows = await db().plotSeen.findMany({ where: { plotId: { in: plotIds } } })
  return new Map(rows.map(({ plotId, site }) => [plotId, site as unknown as SeenPlot]))
}
