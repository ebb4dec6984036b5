import { db } from '~/infra/db.server'

/** Holds that ran out and whose parties were not told, oldest first. */
export async function expiredHolds(now: Date): Promise<string[]> {
  const rows = await db().hold.findMany({
    where: { expiryToldAt: null, state: { in: ['active', 'extended'] }, untilInstant: { lte: now } },
    orderBy: { untilInstant: 'asc' },
    take: 100,
    select: { id: true },
  })
  return rows.map(({ id }) => id)
}
