import { mailsTo } from '~/documents/notice/mails-to'
import { factStanding } from '~/domain/land/fact'
import { may } from '~/domain/party/permission'
import { type Day, dayToDate, toDay } from '~/domain/time/day'
import { ok, type Verdict } from '~/domain/verdict'
import { baseUrl } from '~/infra/env.server'
import { officeSetting } from '~/infra/reference.server'
import { type Ctx, transact } from '~/infra/transact.server'
import { ownerPosts } from './land-owners.server'

interface DueFact {
  id: string
  key: string
  until: Date
  zoneId: string
  code: string
}

const AT_ONCE = 500

/**
 * Asks whoever answers for the figures that ran out on published land, each figure once: one mail a person. Any number
 * of processes may ask; each takes figures no other has taken. Gives how many were asked for: 0 when none is left.
 */
export async function askFactOwners(ctx: Ctx): Promise<Verdict<number>> {
  const allowed = may(ctx.actor, 'land.expire')
  if (!allowed.ok) return allowed
  const graceDays = await officeSetting('land.staleGraceDays')
  return transact(ctx, async (t) => {
    const due = await t.db.$queryRaw<DueFact[]>`
      SELECT f.id, f.key, f."confirmedUntil" AS until, coalesce(p."zoneId", z.id) AS "zoneId", coalesce(p.code, z.code) AS code
      FROM "Fact" f LEFT JOIN "Plot" p ON p.id = f."plotId" LEFT JOIN "Zone" z ON z.id = f."zoneId"
      WHERE f."supersededAt" IS NULL AND f."ownerAskedAt" IS NULL AND f."confirmedUntil" < ${dayToDate(t.today)}
        AND (z.publication = 'published' OR (p.publication = 'published' AND p."retiredAt" IS NULL))
      ORDER BY f."confirmedUntil", f.id LIMIT ${AT_ONCE} FOR UPDATE OF f SKIP LOCKED`
    if (due.length === 0) return ok(0)
    await t.db.fact.updateMany({ where: { id: { in: due.map(({ id }) => id) } }, data: { ownerAskedAt: t.now } })
    for (const zoneId of new Set(due.map((fact) => fact.zoneId))) {
      const own = due.filter((fact) => fact.zoneId === zoneId)
      await t.audit({
        act: 'fact.ask',
        subject: { kind: 'zone', id: zoneId },
        detail: { facts: own.map(({ code, key, until }) => ({ code, key, until: toDay(until) })) },
      })
    }
    const leaves = (until: Day) => factStanding(until, t.today, graceDays).leavesOn ?? until
    for (const { owner, area, items } of await ownerPosts(t, due)) {
      const about = {
        items: items.map(({ code, key, until }) => ({
          code,
          key,
          untilDay: toDay(until),
          leavesDay: leaves(toDay(until)),
        })),
        path: `/${area}/facts`,
        baseUrl: baseUrl(),
      }
      for (const mail of mailsTo([owner], 'facts_stale', about)) await t.mail(mail)
    }
    return ok(due.length)
  })
}
