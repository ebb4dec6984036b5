import type { BecameTrue } from '~/domain/match/saved-needs'
import type { Site } from '~/domain/match/site'
import { may } from '~/domain/party/permission'
import { ok, type Verdict } from '~/domain/verdict'
import type { Prisma } from '~/infra/prisma/client'
import { type Ctx, transact } from '~/infra/transact.server'

export interface Sighting {
  plotId: string
  site: Site
  digest: string
  /** The digest that was kept when the fits were judged. */
  before: string | null
  /** What came to fit since, because of this plot. */
  fits: { needId: string; site: string; became: BecameTrue[] }[]
}

/** The advisory lock of whoever records what land was seen to be. */
const SEEING = 20_250_703

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
  return transact(ctx, async (t) => {
    await t.db.$executeRaw`SELECT pg_advisory_xact_lock(${SEEING})`
    const ids = input.sightings.map(({ plotId }) => plotId)
    const kept = await t.db.plotSeen.findMany({
      where: { plotId: { in: ids } },
      select: { plotId: true, digest: true },
    })
    const digests = new Map(kept.map(({ plotId, digest }) => [plotId, digest]))
    const fresh = input.sightings.filter(({ plotId, before }) => (digests.get(plotId) ?? null) === before)
    if (fresh.length === 0) return ok({ alerts: 0 })
    await t.db.plotSeen.deleteMany({ where: { plotId: { in: fresh.map(({ plotId }) => plotId) } } })
    await t.db.plotSeen.createMany({
      data: fresh.map(({ plotId, site, digest }) => ({
        plotId,
        site: site as unknown as Prisma.InputJsonObject,
        digest,
      })),
    })
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
  })
}
