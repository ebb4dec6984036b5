import { addDays, dayInVietnam, dayToDate } from '~/domain/time/day'
import { db } from '~/infra/db.server'

/** Longest run of days off that can stand before a due day. */
const LOOK_AHEAD_DAYS = 15

/** Questions without an answer that may be reminded of today. */
export async function waitingConsultations(now: Date): Promise<string[]> {
  const today = dayInVietnam(now)
  const rows = await db().consultation.findMany({
    where: {
      answeredAt: null,
      dueDay: { gte: dayToDate(today), lte: dayToDate(addDays(today, LOOK_AHEAD_DAYS)) },
      OR: [{ remindedOn: null }, { remindedOn: { lt: dayToDate(today) } }],
      case: { state: 'in_consultation' },
    },
    select: { id: true },
  })
  return rows.map(({ id }) => id)
}
