import type { AlertRhythm } from '~/domain/match/alert'
import { askedOn } from '~/domain/match/need'
import type { BecameTrue } from '~/domain/match/saved-needs'
import { may } from '~/domain/party/permission'
import { dayInVietnam } from '~/domain/time/day'
import { ok } from '~/domain/verdict'
import { db } from '~/infra/db.server'
import { needOf, savedNeedFor } from '~/infra/saved-need.server'
import type { Ctx } from '~/infra/transact.server'
import { matchAnswer } from './match-answer.server'
import { needNames } from './need-names.server'
import { keptRuns } from './runs.server'

const MOST = 200
const SHOWN_RESULTS = 5

/** The needs the person's organisations have saved and the shortlists they have kept, newest first. */
export async function myNeeds(ctx: Ctx) {
  const organizationIds = ctx.actor.organizations.map(({ id }) => id)
  const [rows, runs] = await Promise.all([
    db().need.findMany({
      where: { organizationId: { in: organizationIds }, archivedAt: null },
      orderBy: { createdAt: 'desc' },
      take: MOST,
      include: { organization: { select: { name: true } } },
    }),
    keptRuns({ organizationIds }),
  ])
  const needs = await Promise.all(
    rows.map(async (row) => ({
      id: row.id,
      name: row.name,
      organization: row.organization.name,
      alert: row.alert as AlertRhythm,
      need: needOf(row),
      names: await needNames(needOf(row), ctx.actor.lang),
    })),
  )
  return { needs, runs }
}

/** One saved need: what it asks, what fits today, what was told, and the shortlists that were kept. */
export async function myNeed(ctx: Ctx, id: string) {
  const found = await savedNeedFor(ctx, id, 'need.read')
  if (!found.ok) return found
  const row = found.value
  const need = needOf(row)
  const asked = askedOn(need, dayInVietnam(ctx.now))
  const [names, answer, alerts, runs] = await Promise.all([
    needNames(need, ctx.actor.lang),
    matchAnswer(asked, ctx.now),
    db().needAlert.findMany({ where: { needId: row.id }, orderBy: { createdAt: 'desc' }, take: 50 }),
    keptRuns({ needId: row.id }),
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
    /** What is asked of land today. */
    asked,
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
    runs,
  })
}

/** Whose alerts a link stops; null where it is none. */
export async function alertsOf(token: string): Promise<{ name: string; stopped: boolean } | null> {
  const row = await db().need.findUnique({ where: { unsubscribeToken: token }, select: { name: true, alert: true } })
  return row && { name: row.name, stopped: row.alert === 'never' }
}
