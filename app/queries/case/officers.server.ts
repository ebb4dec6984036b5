import { CASE_STATES, isOpen } from '~/domain/case/state'
import { dayInVietnam, dayToDate } from '~/domain/time/day'
import { db } from '~/infra/db.server'
import type { Ctx } from '~/infra/transact.server'

/** Case officers of today by name, each with the open cases in hand. */
export async function officers(ctx: Ctx): Promise<{ id: string; fullName: string; openCases: number }[]> {
  const day = dayToDate(dayInVietnam(ctx.now))
  const people = await db().person.findMany({
    where: {
      deactivatedAt: null,
      roleGrants: {
        some: { role: 'officer', fromDay: { lte: day }, OR: [{ untilDay: null }, { untilDay: { gte: day } }] },
      },
    },
    orderBy: { fullName: 'asc' },
    select: {
      id: true,
      fullName: true,
      _count: { select: { assignedCases: { where: { state: { in: CASE_STATES.filter(isOpen) } } } } },
    },
  })
  return people.map(({ id, fullName, _count }) => ({ id, fullName, openCases: _count.assignedCases }))
}
