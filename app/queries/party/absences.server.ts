import { may } from '~/domain/party/permission'
import { dayInVietnam, dayToDate, toDay } from '~/domain/time/day'
import { db } from '~/infra/db.server'
import type { Ctx } from '~/infra/transact.server'

/** Absences that last or are to come, soonest first. */
export async function absences(ctx: Ctx) {
  const today = dayInVietnam(ctx.now)
  const rows = await db().absence.findMany({
    where: { endedAt: null, untilDay: { gte: dayToDate(today) } },
    orderBy: [{ fromDay: 'asc' }, { id: 'asc' }],
    include: { person: { select: { fullName: true } }, deputy: { select: { fullName: true } } },
  })
  return rows.map((row) => ({
    id: row.id,
    person: row.person.fullName,
    deputy: row.deputy.fullName,
    fromDay: toDay(row.fromDay),
    untilDay: toDay(row.untilDay),
    note: row.note,
    lasts: toDay(row.fromDay) <= today,
    mayEnd: may(ctx.actor, 'absence.record', { officerId: row.personId }).ok,
  }))
}
