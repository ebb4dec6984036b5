import type { SheetRow } from '~/domain/land/sheet'
import { dayInVietnam, toDay } from '~/domain/time/day'
import { db } from '~/infra/db.server'
import type { Ctx } from '~/infra/transact.server'
import { liveHolds, type OfficePlotFilter, plotsWhere } from './office-plots.server'

const PAGE = 500

const dayOf = (date: Date | null | undefined) => (date ? toDay(date) : null)

/** How many plots a keeper's selection has. */
export const countLandSheet = (ctx: Ctx, filter: OfficePlotFilter): Promise<number> =>
  db().plot.count({ where: plotsWhere(ctx, filter) })

/** A keeper's selection as rows of a sheet, by code, a page at a time: only the page at hand is in memory. */
export async function* landSheetPages(ctx: Ctx, filter: OfficePlotFilter): AsyncGenerator<SheetRow[]> {
  const found = plotsWhere(ctx, filter)
  for (let after: string | undefined; ; ) {
    const plots = await db().plot.findMany({
      where: { ...found, ...(after && { AND: { code: { gt: after } } }) },
      orderBy: { code: 'asc' },
      take: PAGE,
      include: {
        zone: { select: { code: true } },
        facts: { where: { supersededAt: null, key: { in: ['price_usd_per_m2', 'readiness'] } } },
        holds: liveHolds(ctx),
      },
    })
    yield plots.map((plot): SheetRow => {
      const price = plot.facts.find((fact) => fact.key === 'price_usd_per_m2')
      const readiness = plot.facts.find((fact) => fact.key === 'readiness')
      const [hold] = plot.holds
      return {
        code: plot.code,
        zone: plot.zone.code,
        areaM2: plot.areaM2,
        block: plot.block,
        phase: plot.phase,
        readiness: plot.readiness,
        readinessSince: dayOf(plot.readinessSince),
        readinessConfirmedUntil: dayOf(readiness?.confirmedUntil),
        readyByEarliest: dayOf(plot.readyByEarliest),
        readyByLatest: dayOf(plot.readyByLatest),
        commercial: plot.commercial,
        priceUsdPerM2: typeof price?.value === 'number' ? price.value : null,
        priceConfirmedUntil: dayOf(price?.confirmedUntil),
        source: (price ?? readiness)?.source ?? null,
        termEndYear: plot.termEndYear,
        maxDensityPct: plot.maxDensityPct,
        maxFloors: plot.maxFloors,
        sectors: plot.sectorSlugs.join(' ') || null,
        note: plot.note,
        ring: plot.ring === null ? null : JSON.stringify(plot.ring),
        heldUntil: hold ? dayInVietnam(hold.untilInstant) : null,
        publication: plot.publication,
        illustrative: plot.illustrative,
      }
    })
    after = plots.at(-1)?.code
    if (plots.length < PAGE) return
  }
}
