import { mailsTo } from '~/documents/notice/mails-to'
import { lastUntilThatIsOver } from '~/domain/land/fact'
import { may } from '~/domain/party/permission'
import { dayToDate, toDay } from '~/domain/time/day'
import { ok, type Verdict } from '~/domain/verdict'
import { baseUrl } from '~/infra/env.server'
import { officeSetting } from '~/infra/reference.server'
import { type Ctx, transact } from '~/infra/transact.server'
import { ownerPosts } from './land-owners.server'

const AT_ONCE = 200

/**
 * Takes plots from the public list whose figures ran out and whose grace period is over, and tells who answers for
 * them. A held plot stays until its hold ends. Any number of processes may do it; each takes plots no other has taken.
 * Gives the codes of those withdrawn: none when none is left.
 */
export async function withdrawStalePlots(ctx: Ctx): Promise<Verdict<string[]>> {
  const allowed = may(ctx.actor, 'land.expire')
  if (!allowed.ok) return allowed
  const graceDays = await officeSetting('land.staleGraceDays')
  return transact(ctx, async (t) => {
    const last = dayToDate(lastUntilThatIsOver(t.today, graceDays))
    const live = { fromInstant: { lte: t.now }, untilInstant: { gt: t.now } }
    const taken = await t.db.$queryRaw<{ id: string }[]>`
      SELECT p.id FROM "Plot" p
      WHERE p.publication = 'published' AND p."retiredAt" IS NULL
        AND EXISTS (SELECT 1 FROM "Fact" f WHERE f."plotId" = p.id AND f."supersededAt" IS NULL AND f."confirmedUntil" <= ${last})
        AND NOT EXISTS (SELECT 1 FROM "HoldPlot" h WHERE h."plotId" = p.id AND h."fromInstant" <= ${t.now} AND h."untilInstant" > ${t.now})
      ORDER BY p.code LIMIT ${AT_ONCE} FOR UPDATE OF p SKIP LOCKED`
    // Read again under the lock: a figure may have been confirmed, or the plot held, between the two.
    const plots = await t.db.plot.findMany({
      where: {
        id: { in: taken.map(({ id }) => id) },
        facts: { some: { supersededAt: null, confirmedUntil: { lte: last } } },
        holds: { none: live },
      },
      orderBy: { code: 'asc' },
      include: {
        facts: { where: { supersededAt: null, confirmedUntil: { lte: last } }, orderBy: { confirmedUntil: 'asc' } },
      },
    })
    if (plots.length === 0) return ok([])
    await t.db.plot.updateMany({
      where: { id: { in: plots.map(({ id }) => id) } },
      data: { publication: 'withdrawn', version: { increment: 1 } },
    })
    const ranOut = plots.map(({ id, code, zoneId, facts }) => ({
      id,
      code,
      zoneId,
      facts: facts.flatMap(({ key, confirmedUntil }) =>
        confirmedUntil ? [{ key, until: toDay(confirmedUntil) }] : [],
      ),
    }))
    for (const { id, code, facts } of ranOut) {
      await t.audit({
        act: 'plot.withdraw_stale',
        subject: { kind: 'plot', id },
        detail: { code, from: 'published', to: 'withdrawn', graceDays, facts },
      })
    }
    for (const { owner, area, items } of await ownerPosts(t, ranOut)) {
      const lines = items.flatMap(({ code, facts: [fact] }) =>
        fact ? [{ code, key: fact.key, untilDay: fact.until }] : [],
      )
      const about = { items: lines, graceDays, path: `/${area}/facts`, baseUrl: baseUrl() }
      for (const mail of mailsTo([owner], 'plots_withdrawn', about)) await t.mail(mail)
    }
    await t.touchCatalogue()
    return ok(plots.map(({ code }) => code))
  })
}
