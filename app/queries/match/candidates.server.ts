import type { At, PlotRow } from '~/domain/land/catalogue'
import { type CriterionRow, criteriaOf, scoreOf } from '~/domain/match/criteria'
import { fittingSets, type Judging } from '~/domain/match/fitting-sets'
import { askedOn, type Need } from '~/domain/match/need'
import { needColumns } from '~/domain/match/need-columns'
import { questionOf } from '~/domain/match/question'
import { failuresOf } from '~/domain/match/saved-needs'
import { seenZone, siteOf } from '~/domain/match/site'
import { may } from '~/domain/party/permission'
import { dayInVietnam } from '~/domain/time/day'
import { ok, refuse, type Verdict } from '~/domain/verdict'
import { db } from '~/infra/db.server'
import { sectors } from '~/infra/reference.server'
import { inSlices } from '~/infra/slices.server'
import { snapshot } from '~/infra/snapshot.server'
import type { Ctx } from '~/infra/transact.server'
import { landAt } from './match-answer.server'
import { needNames } from './need-names.server'
import { openNeeds } from './saved-needs.server'

const MOST_SHOWN = 50
const MOST_SETS = 20

export interface Candidate {
  id: string
  need: Need
  names: Awaited<ReturnType<typeof needNames>>
  /** Null where the organisation did not agree to be named. */
  organization: { name: string; country: string } | null
  /** By how much it fits: 0 to 100, and each hard criterion; null while the land is not offered. */
  fit: { score: number; criteria: CriterionRow[] } | null
}

export interface Candidates {
  plots: string[]
  offered: boolean
  total: number
  candidates: Candidate[]
  /** Contiguous sets with the plot in them, and how many needs each fits. */
  sets: { plots: string[]; total: number }[]
}

/**
 * The saved needs that a plot, or a contiguous set (codes joined with +), answers now, the best first, for those who
 * keep the land. Refuses `not-found` for another zone's developer.
 */
export async function candidatesFor(ctx: Ctx, site: string): Promise<Verdict<Candidates>> {
  const land = await snapshot()
  const plots = [...new Set(site.split('+'))].sort().flatMap((code) => land.plotByCode.get(code) ?? [])
  const [first] = plots
  if (!first || plots.length !== site.split('+').length) return refuse('not-found')
  if (plots.some(({ zone }) => zone !== first.zone)) return refuse('not-found')
  const allowed = may(ctx.actor, 'need.candidates', { zoneId: first.zone.id })
  if (!allowed.ok) return allowed
  const at: At = { today: dayInVietnam(ctx.now), now: ctx.now }
  const [needs, sectorRows] = await Promise.all([openNeeds(), sectors()])
  const columns = needColumns(needs.map(({ need }) => askedOn(need, at.today)))
  const judging: Judging = { columns, sectors: sectorRows, today: at.today }
  const zone = await inSlices(seenZone(land, first.zone, at))
  const fittingBySet = await inSlices(setsThrough(judging, zone, first))
  const codes = plots.map(({ code }) => code)
  const asOne = siteOf(plots, at)
  const fitting =
    plots.length === 1
      ? [...failuresOf(judging.columns, asOne, sectorRows, at.today).entries()].flatMap(([index, mask]) =>
          mask === 0 ? [index] : [],
        )
      : (fittingBySet.get(codes.join('+')) ?? [])
  const offered = await landAt(land, ctx.now)
  const indices = plots.map((plot) => offered.plots.indexOf(plot))
  const fitOf = (need: Need): Candidate['fit'] => {
    if (!asOne.offered) return null
    const rows = criteriaOf(questionOf(offered, askedOn(need, at.today), sectorRows, at.today), indices)
    return { score: scoreOf(rows), criteria: rows.filter(({ kind }) => kind === 'hard') }
  }
  const ranked = fitting
    .flatMap((index) => needs[index] ?? [])
    .map((one) => ({ ...one, fit: fitOf(one.need) }))
    .sort((a, b) => (b.fit?.score ?? 0) - (a.fit?.score ?? 0) || (a.id < b.id ? -1 : 1))
    .slice(0, MOST_SHOWN)
  return ok({
    plots: codes,
    offered: asOne.offered,
    total: fitting.length,
    candidates: await withOwners(ctx, ranked),
    sets: plots.length > 1 ? [] : mostWanted(fittingBySet),
  })
}

/** The needs by index that each set with a plot in it fits, by its codes joined with +. */
function* setsThrough(judging: Judging, zone: Parameters<typeof fittingSets>[1], { code }: PlotRow) {
  const found = new Map<string, number[]>()
  for (const one of fittingSets(judging, zone, [code])) {
    if (!one) yield
    else found.set(one.plots.join('+'), [...(found.get(one.plots.join('+')) ?? []), one.index])
  }
  return found
}

const mostWanted = (sets: ReadonlyMap<string, readonly number[]>): Candidates['sets'] =>
  [...sets]
    .map(([site, fitting]) => ({ plots: site.split('+'), total: fitting.length }))
    .sort((a, b) => b.total - a.total || a.plots.length - b.plots.length || (a.plots.join() < b.plots.join() ? -1 : 1))
    .slice(0, MOST_SETS)

/** Candidates with the name of whose need it is, where they agreed. */
async function withOwners(ctx: Ctx, ranked: Pick<Candidate, 'id' | 'need' | 'fit'>[]): Promise<Candidate[]> {
  const rows = await db().need.findMany({
    where: { id: { in: ranked.map(({ id }) => id) } },
    select: { id: true, shareName: true, organization: { select: { name: true, country: true } } },
  })
  const owners = new Map(rows.map((row) => [row.id, row]))
  return Promise.all(
    ranked.map(async ({ id, need, fit }) => {
      const owner = owners.get(id)
      const organization = owner?.shareName ? owner.organization : null
      return { id, need, names: await needNames(need, ctx.actor.lang), organization, fit }
    }),
  )
}
