import { db } from '~/infra/db.server'

/** The plots that are to go public by now, the earliest first. */
export const duePublications = (now: Date, most: number): Promise<{ id: string; publishById: string | null }[]> =>
  db().plot.findMany({
    where: { publishAt: { lte: now } },
    orderBy: [{ publishAt: 'asc' }, { id: 'asc' }],
    take: most,
    select: { id: true, publishById: true },
  })
