import { placeStateAt, turns } from '~/domain/land/waiting'
import { db } from '~/infra/db.server'
import { lineOf } from '~/infra/waiting-line.server'

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

/** Offers of the line that nobody answered in time, and the places whose turn it is now. */
export async function dueInLine(now: Date): Promise<{ lapsed: string[]; next: string[] }> {
  const { places, held } = await lineOf({ db: db(), now }, 'all')
  const lapsed = places.filter((place) => place.state === 'offered' && placeStateAt(place, now) === 'lapsed')
  return { lapsed: lapsed.map(({ id }) => id), next: turns(places, held, now).map(({ id }) => id) }
}
