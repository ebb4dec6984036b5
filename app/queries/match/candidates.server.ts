import type { At } from '~/domain/land/catalogue'
import { criteriaOf, scoreOf } from '~/domain/match/criteria'
import type { Need } from '~/domain/match/need'
import { questionOf } from '~/domain/match/question'
import { failuresOf, needColumns } from '~/domain/match/saved-needs'
import { siteOf } from '~/domain/match/site'
import { may } from '~/domain/party/permission'
import { dayInVietnam } from '~/domain/time/day'
import { ok, refuse, type Verdict } from '~/domain/verdict'
import { db } from '~/infra/db.server'
import { sectors } from '~/infra/reference.server'
import { snapshot } from '~/infra/snapshot.server'
import type { Ctx } from '~/infra/transact.server'
import { landAt } from './match-answer.server'
import { needNames } from './need-names.server'
import { openNeeds } from './saved-needs.server'

const MOST_SHOWN = 50

export interface Candidate {
  id: string
  need: Need
  names: Awaited<ReturnType<typeof needNames>>
  /** Null where the organisation did not agree to be named. */
  organization: { name: string; country: string } | null
  /** 0 to 100; null while the plot is not offered. */
  score: number | null
}

/**
 * The saved needs a plot answers now, the best first, for those who keep the plot. Refuses `not-found` for another
 * zone's developer.
 */
export async function candidatesFor(
  ctx: Ctx,
  code: string,
): Promise<Verdict<{ code: string; offered: boolean; total: number; candidates: Candidate[] }>> {
  const land = await snapshot()
  const plot = land.plotByCode.get(code)
  if (!plot) return refuse('not-found')
  const allowed = may(ctx.actor, 'need.candidates', { zoneId: plot.zone.id })
  if (!allowed.ok) return allowed
  const at: At = { today: dayInVietnam(ctx.now), now: ctx.now }
  const [needs, sectorRows] = await Promise.all([openNeeds(), sectors()])
  const site = siteOf([plot], at)
  const fails = failuresOf(needColumns(needs.map(({ need }) => need)), site, sectorRows, at.today)
  const fitting = needs.filter((_, index) => fails[index] === 0)
  const offered = await landAt(land, ctx.now)
  const index = offered.plots.indexOf(plot)
  const ranked = fitting
    .map((one) => ({
      ...one,
      score: index < 0 ? null : scoreOf(criteriaOf(questionOf(offered, one.need, sectorRows, at.today), [index])),
    }))
    .sort((a, b) => (b.score ?? 0) - (a.score ?? 0) || (a.id < b.id ? -1 : 1))
    .slice(0, MOST_SHOWN)
  const rows = await db().need.findMany({
    where: { id: { in: ranked.map(({ id }) => id) } },
    select: { id: true, shareName: true, organization: { select: { name: true, country: true } } },
  })
  const owners = new Map(rows.map((row) => [row.id, row]))
  return ok({
    code,
    offered: site.offered,
    total: fitting.length,
    candidates: await Promise.all(
      ranked.map(async ({ id, need, score }) => {
        const owner = owners.get(id)
        return {
          id,
          need,
          names: await needNames(need, ctx.actor.lang),
          organization: owner?.shareName ? owner.organization : null,
          score,
        }
      }),
    ),
  })
}
