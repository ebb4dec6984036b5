import { GRACE_DAYS_MAX, lastUntilThatIsOver } from '~/domain/land/fact'
import { may } from '~/domain/party/permission'
import { dayInVietnam, dayToDate } from '~/domain/time/day'
import { db } from '~/infra/db.server'
import { officeSetting } from '~/infra/reference.server'
import { settingChanges } from '~/infra/setting-changes.server'
import type { Ctx } from '~/infra/transact.server'

const KEY = 'land.staleGraceDays'
const COMPARED_DAYS = [0, 7, 14, 30, 60, 90]

/**
 * The days of grace, what other lengths would do to the plots published today, and who changed it before. `leaving`
 * counts the plots that would leave publication at once; held ones stay.
 */
export async function landSettings(ctx: Ctx) {
  const today = dayInVietnam(ctx.now)
  const [days, oldest, changes] = await Promise.all([
    officeSetting(KEY),
    db().$queryRaw<{ until: string; plots: number }[]>`
      SELECT until::text, count(*)::int AS plots FROM (
        SELECT p.id, min(f."confirmedUntil") AS until FROM "Plot" p JOIN "Fact" f ON f."plotId" = p.id
        WHERE p.publication = 'published' AND p."retiredAt" IS NULL
          AND f."supersededAt" IS NULL AND f."confirmedUntil" < ${dayToDate(today)}
          AND NOT EXISTS (SELECT 1 FROM "HoldPlot" h
            WHERE h."plotId" = p.id AND h."fromInstant" <= ${ctx.now} AND h."untilInstant" > ${ctx.now})
        GROUP BY p.id) stale GROUP BY until`,
    settingChanges(KEY),
  ])
  const lengths = [...new Set([...COMPARED_DAYS, days])].sort((a, b) => a - b)
  return {
    days,
    maxDays: GRACE_DAYS_MAX,
    mayWrite: may(ctx.actor, 'setting.write').ok,
    effects: lengths.map((length) => {
      const last = lastUntilThatIsOver(today, length)
      const leaving = oldest.reduce((sum, { until, plots }) => sum + (until <= last ? plots : 0), 0)
      return { days: length, leaving }
    }),
    changes,
  }
}
