import type { AlertRhythm } from '~/domain/match/alert'
import type { MatchAnswer } from '~/domain/match/match'
import type { Need } from '~/domain/match/need'
import { runChanges } from '~/domain/match/run-changes'
import type { BecameTrue } from '~/domain/match/saved-needs'
import { may } from '~/domain/party/permission'
import { type Lang, textIn } from '~/domain/text'
import { toDay } from '~/domain/time/day'
import { ok, refuse, type Verdict } from '~/domain/verdict'
import { db } from '~/infra/db.server'
import { sectors } from '~/infra/reference.server'
import { needOf, savedNeedFor } from '~/infra/saved-need.server'
import { snapshot } from '~/infra/snapshot.server'
import type { Ctx } from '~/infra/transact.server'
import { matchAnswer } from './match-answer.server'

const MOST = 200
const SHOWN_RESULTS = 5

/** Names of what a need asks for, in a language. */
export async function needNames(need: Need, lang: Lang) {
  const [land, sectorRows] = await Promise.all([snapshot(), sectors()])
  const { sector } = need
  const known = typeof sector === 'string' ? sectorRows.find(({ slug }) => slug === sector) : undefined
  return {
    sector: known ? textIn(known.name, lang) : typeof sector === 'string' ? sector : `VSIC ${sector.code}`,
    zones: (need.zones ?? []).map((code) => {
      const zone = land.zoneByCode.get(code)
      return zone ? textIn(zone.name, lang) : code
    }),
    distances: Object.entries(need.maxDistanceKm ?? {}).map(([key, km]) => {
      const place = land.places.find((one) => one.key === key)
      return { place: place ? textIn(place.name, lang) : key, km }
    }),
  }
}

/** The needs the person's organisations have saved, newest first. */
export async function myNeeds(ctx: Ctx) {
  const rows = await db().need.findMany({
    where: { organizationId: { in: ctx.actor.organizations.map(({ id }) => id) }, archivedAt: null },
    orderBy: { createdAt: 'desc' },
    take: MOST,
    include: { organization: { select: { name: true } }, _count: { select: { alerts: true } } },
  })
  return Promise.all(
    rows.map(async (row) => ({
      id: row.id,
      name: row.name,
      organization: row.organization.name,
      alert: row.alert as AlertRhythm,
      alerts: row._count.alerts,
      need: needOf(row),
      names: await needNames(needOf(row), ctx.actor.lang),
    })),
  )
}

/** One saved need: what it asks, what fits today, what was told, and the shortlists that were kept. */
export async function myNeed(ctx: Ctx, id: string) {
  const found = await savedNeedFor(ctx, id, 'need.read')
  if (!found.ok) return found
  const row = found.value
  const need = needOf(row)
  const [names, answer, alerts, runs] = await Promise.all([
    needNames(need, ctx.actor.lang),
    matchAnswer(need, ctx.now),
    db().needAlert.findMany({ where: { needId: row.id }, orderBy: { createdAt: 'desc' }, take: 50 }),
    db().matchRun.findMany({
      where: { needId: row.id },
      orderBy: { createdAt: 'desc' },
      take: 50,
      select: { code: true, createdAt: true, answer: true },
    }),
  ])
  return ok({
    id: row.id,
    version: row.version,
    name: row.name,
    organizationId: row.organizationId,
    alert: row.alert as AlertRhythm,
    shareName: row.shareName,
    mayWrite: may(ctx.actor, 'need.write', { organizationId: row.organizationId }).ok,
    need,
    names,
    feasibleCount: answer.ok ? answer.value.feasibleCount : 0,
    results: answer.ok
      ? answer.value.results
          .slice(0, SHOWN_RESULTS)
          .map(({ plots, zone, areaM2, score }) => ({ plots, zone, areaM2, score }))
      : [],
    mistakes: answer.ok ? [] : answer.mistakes,
    alerts: alerts.map((alert) => ({
      id: alert.id,
      site: alert.site,
      became: alert.became as BecameTrue[],
      at: alert.createdAt.toISOString(),
      mailedAt: alert.mailedAt?.toISOString() ?? null,
    })),
    runs: runs.map((run) => ({
      code: run.code,
      at: run.createdAt.toISOString(),
      feasibleCount: (run.answer as unknown as MatchAnswer).feasibleCount,
    })),
  })
}

/** A kept shortlist, and what has changed since. Anybody else's is `not-found`. */
export async function myRun(ctx: Ctx, code: string): Promise<Verdict<RunPage>> {
  const row = await db().matchRun.findUnique({ where: { code }, include: { savedNeed: { select: { name: true } } } })
  if (!row) return refuse('not-found')
  const allowed = may(ctx.actor, 'need.read', { organizationId: row.organizationId })
  if (!allowed.ok) return allowed
  const need = row.need as unknown as Need
  const kept = row.answer as unknown as MatchAnswer
  const { readyBy, ...timeless } = need
  const [names, now] = await Promise.all([
    needNames(need, ctx.actor.lang),
    // A ready-by day that is over asks for land that is ready: the question as it can be put today.
    matchAnswer(readyBy && readyBy < toDay(ctx.now) ? timeless : need, ctx.now),
  ])
  return ok({
    code: row.code,
    name: row.savedNeed?.name ?? null,
    needId: row.needId,
    need,
    names,
    day: toDay(row.day),
    digest: row.digest,
    kept,
    now: now.ok ? { ruleVersion: now.value.ruleVersion, feasibleCount: now.value.feasibleCount } : null,
    changes: now.ok ? runChanges(kept, now.value) : [],
  })
}

export interface RunPage {
  code: string
  name: string | null
  needId: string | null
  need: Need
  names: Awaited<ReturnType<typeof needNames>>
  day: string
  digest: string
  kept: MatchAnswer
  now: { ruleVersion: string; feasibleCount: number } | null
  changes: ReturnType<typeof runChanges>
}

/** Whose alerts a link stops; null where it is none. */
export async function alertsOf(token: string): Promise<{ name: string; stopped: boolean } | null> {
  const row = await db().need.findUnique({ where: { unsubscribeToken: token }, select: { name: true, alert: true } })
  return row && { name: row.name, stopped: row.alert === 'never' }
}
