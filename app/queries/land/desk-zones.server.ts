import type { CommercialState, Rung } from '~/domain/land/readiness'
import type { Actor } from '~/domain/party/permission'
import { developerZones } from '~/domain/party/zone-scope'
import { type Lang, type Text, textIn } from '~/domain/text'
import { db } from '~/infra/db.server'

/** The zones a developer is in charge of today, with their plots; whoever holds a plot is not named. */
export async function deskZones({ actor, lang, now }: { actor: Actor; lang: Lang; now: Date }) {
  const zones = await db().zone.findMany({
    where: { id: { in: developerZones(actor) } },
    orderBy: { code: 'asc' },
    include: {
      plots: {
        where: { retiredAt: null },
        orderBy: { code: 'asc' },
        include: {
          holds: { where: { fromInstant: { lte: now }, untilInstant: { gt: now } }, select: { untilInstant: true } },
        },
      },
    },
  })
  return zones.map((zone) => ({
    code: zone.code,
    kind: zone.kind,
    name: textIn(zone.nameText as unknown as Text, lang),
    plots: zone.plots.map((plot) => {
      const heldUntil = plot.holds[0]?.untilInstant ?? null
      return {
        code: plot.code,
        block: plot.block,
        areaM2: plot.areaM2,
        readiness: plot.readiness as Rung,
        commercial: heldUntil ? ('held' as const) : (plot.commercial as CommercialState),
        heldUntil,
        illustrative: plot.illustrative,
      }
    }),
  }))
}
