import type { BecameTrue } from '~/domain/match/saved-needs'
import type { SeenPlot } from '~/domain/match/site'
import { may } from '~/domain/party/permission'
import { ok, type Verdict } from '~/domain/verdict'
import { insertRows } from '~/infra/bulk-rows.server'
import { type Ctx, transact } from '~/infra/transact.server'

export interface Sighting {
  plotId: string
  site: SeenPlot
  digest: string
  /** The digest that was kept when the fits were judged. */
  before: string | null
  /** What came to fit since, because of this plot. */
  fits: { needId: string; site: string; became: BecameTrue[] }[]
}

/** The advisory lock of whoever records what land was seen to be. */
const SEEING = 20_250_703
/** The first look at a zone of many thousand plots. */
const TIMEOUT_MS = 120_000

/**
 * Keeps what plots are seen to be, with an alert for each need that came to fit: both or neither, so that a look that
 * was cut off is taken again, and of two processes that look at once one tells. Gives how many alerts there are.
 */
export async function recordSightings(
  ctx: Ctx,
  input: { sightings: Sighting[]; dataVersion: string },
): Promise<Verdict<{ alerts: number }>> {
  const allowed = may(ctx.actor, 'need.alert')
  if (!allowed.ok) return allowed
  return transact(
    ctx,
    async (t) => {
      await t.db.$executeRaw`SELECT pg_advisory_xact_lock(${SEEING})`
      const ids = input.sightings.map(({ plotId }) => plotId)
      const kept = await t.db.$queryRaw<{ plotId: string; digest: string }[]>`
      SELECT "plotId", digest FROM "PlotSeen" WHERE "plotId" = ANY(${ids}::uuid[])`
      const digests = new Map(kept.map(({ plotId, digest }) => [plotId, digest]))
      const fresh = input.sightings.filter(({ plotId, before }) => (digests.get(plotId) ?? null) === before)
      if (fresh.length === 0) return ok({ alerts: 0 })
      const seen = fresh.map(({ plotId, site, digest }) => ({ plotId, site, digest }))
      await t.db.$executeRaw`DELETE FROM "PlotSeen" WHERE "plotId" = ANY(${seen.map(({ plotId }) => plotId)}::uuid[])`
      await insertRows(t.db, 'PlotSeen', seen)
      const written = await t.db.needAlert.createMany({
        data: fresh.flatMap(({ fits }) =>
          fits.map((fit) => ({ ...fit, dataVersion: input.dataVersion, createdAt: t.now })),
        ),
        skipDuplicates: true,
      })
      if (written.count > 0) {
        await t.audit({
          act: 'need.alert',
          subject: { kind: 'catalogue', id: input.dataVersion },
          detail: { alerts: written.count, plots: fresh.map(({ site }) => site.plots.join('+')) },
        })
      }
      return ok({ alerts: written.count })
    },
    TIMEOUT_MS,
  )
}
