import type { Text } from '~/domain/text'
import { addDays, type Day, dayInVietnam, dayToDate, toDay, weekdayOf } from '~/domain/time/day'
import { db } from '~/infra/db.server'
import { inForceOn } from '~/infra/in-force.server'
import type { Ctx } from '~/infra/transact.server'
import { IS_OPEN } from './inbox-where.server'

export interface Workload {
  open: number
  overdue: number
  /** Due from today to Sunday. */
  dueThisWeek: number
}

export interface OfficerChoice extends Workload {
  id: string
  fullName: string
  divisions: Text[]
  /** Away today: until when, and who acts meanwhile. */
  away: { untilDay: Day; deputy: string } | null
}

const NOTHING: Workload = { open: 0, overdue: 0, dueThisWeek: 0 }

/** Case officers of today by name, each with the work in hand. */
export async function officers(ctx: Ctx): Promise<OfficerChoice[]> {
  const today = dayInVietnam(ctx.now)
  const day = dayToDate(today)
  const inForce = inForceOn(day)
  const [people, loads] = await Promise.all([
    db().person.findMany({
      where: { deactivatedAt: null, roleGrants: { some: { role: 'officer', ...inForce } } },
      orderBy: { fullName: 'asc' },
      select: {
        id: true,
        fullName: true,
        roleGrants: { where: { role: 'officer', ...inForce }, select: { division: { select: { nameText: true } } } },
        absences: {
          where: { endedAt: null, fromDay: { lte: day }, untilDay: { gte: day } },
          select: { untilDay: true, deputy: { select: { fullName: true } } },
        },
      },
    }),
    workloads(today),
  ])
  return people.map(({ id, fullName, roleGrants, absences: [absence] }) => ({
    id,
    fullName,
    divisions: roleGrants.flatMap(({ division }) => (division ? [division.nameText as unknown as Text] : [])),
    away: absence ? { untilDay: toDay(absence.untilDay), deputy: absence.deputy.fullName } : null,
    ...(loads.get(id) ?? NOTHING),
  }))
}

/** The open work of every officer, from the kept due days: one pass over an index. */
async function workloads(today: Day): Promise<Map<string, Workload>> {
  const sunday = addDays(today, (7 - weekdayOf(today)) % 7)
  const rows = await db().$queryRaw<(Workload & { officerId: string })[]>`
    SELECT c."officerId", count(*)::int AS open,
      count(*) FILTER (WHERE c."nextDueDay" < ${today}::date)::int AS overdue,
      count(*) FILTER (WHERE c."nextDueDay" BETWEEN ${today}::date AND ${sunday}::date)::int AS "dueThisWeek"
    FROM "CaseFile" c WHERE ${IS_OPEN} AND c."officerId" IS NOT NULL GROUP BY c."officerId"`
  return new Map(rows.map(({ officerId, ...load }) => [officerId, load]))
}
