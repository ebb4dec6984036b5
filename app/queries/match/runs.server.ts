import { shortName } from '~/domain/land/short-name'
import type { MatchAnswer } from '~/domain/match/match'
import { askedOn, type Need } from '~/domain/match/need'
import { questionOf } from '~/domain/match/question'
import { type RunChange, runChanges, standingIn } from '~/domain/match/run-changes'
import { may } from '~/domain/party/permission'
import { dayInVietnam, toDay } from '~/domain/time/day'
import { ok, refuse, type Verdict } from '~/domain/verdict'
import { db } from '~/infra/db.server'
import { sectors } from '~/infra/reference.server'
import { snapshot } from '~/infra/snapshot.server'
import type { Ctx } from '~/infra/transact.server'
import { landAt, matchAnswer } from './match-answer.server'
import { needNames } from './need-names.server'

const MOST = 50

export interface KeptRun {
  code: string
  at: string
  feasibleCount: number
  /** Null where it was kept without a saved need. */
  needName: string | null
}

/** The newest kept shortlists of a saved need, or of some organisations; the answers themselves stay where they are. */
export async function keptRuns(of: { needId: string } | { organizationIds: string[] }): Promise<KeptRun[]> {
  const [needId, organizationIds] = 'needId' in of ? [of.needId, []] : [null, of.organizationIds]
  const rows = await db().$queryRaw<{ code: string; at: Date; feasibleCount: number; needName: string | null }[]>`
    SELECT r.code, r."createdAt" AS at, (r.answer->>'feasibleCount')::int AS "feasibleCount", n.name AS "needName"
    FROM "MatchRun" r LEFT JOIN "Need" n ON n.id = r."needId"
    WHERE r."needId" = ${needId}::uuid OR r."organizationId" = ANY(${organizationIds}::uuid[])
    ORDER BY r."createdAt" DESC, r.id DESC LIMIT ${MOST}`
  return rows.map((row) => ({ ...row, at: row.at.toISOString() }))
}

export interface RunPage {
  code: string
  name: string | null
  needId: string | null
  organization: string
  need: Need
  names: Awaited<ReturnType<typeof needNames>>
  zoneNames: [code: string, name: string][]
  day: string
  digest: string
  kept: MatchAnswer
  now: { ruleVersion: string; dataVersion: string; feasibleCount: number } | null
  changes: RunChange[]
}

/** A kept shortlist, and what has changed since. Anybody else's is `not-found`. */
export async function myRun(ctx: Ctx, code: string): Promise<Verdict<RunPage>> {
  const row = await db().matchRun.findUnique({
    where: { code },
    include: { savedNeed: { select: { name: true } }, organization: { select: { name: true } } },
  })
  if (!row) return refuse('not-found')
  const allowed = may(ctx.actor, 'need.read', { organizationId: row.organizationId })
  if (!allowed.ok) return allowed
  const need = row.need as unknown as Need
  const kept = row.answer as unknown as MatchAnswer
  const today = dayInVietnam(ctx.now)
  const asked = askedOn(need, today)
  const [land, sectorRows, names, now] = await Promise.all([
    snapshot(),
    sectors(),
    needNames(need, ctx.actor.lang),
    matchAnswer(asked, ctx.now),
  ])
  const offered = await landAt(land, ctx.now)
  const standing = () => standingIn(questionOf(offered, asked, sectorRows, today))
  return ok({
    code: row.code,
    name: row.savedNeed?.name ?? null,
    needId: row.needId,
    organization: row.organization.name,
    need,
    names,
    zoneNames: land.zones.map((zone) => [zone.code, shortName(zone.name, ctx.actor.lang)]),
    day: toDay(row.day),
    digest: row.digest,
    kept,
    now: now.ok
      ? {
          ruleVersion: now.value.ruleVersion,
          dataVersion: now.value.dataVersion,
          feasibleCount: now.value.feasibleCount,
        }
      : null,
    changes: now.ok ? runChanges(kept, now.value, standing()) : [],
  })
}
