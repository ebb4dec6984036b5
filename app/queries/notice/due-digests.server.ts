import { digestTime } from '~/domain/notice/rule'
import { db } from '~/infra/db.server'

/** Whose digest is due: people with daily notices from before the last seven o'clock that no mail took. */
export async function dueDigests(now: Date): Promise<string[]> {
  const rows = await db().notice.findMany({
    where: {
      rhythm: 'daily',
      outboxId: null,
      createdAt: { lt: digestTime(now) },
      person: { deactivatedAt: null },
    },
    distinct: ['personId'],
    select: { personId: true },
    take: 1000,
  })
  return rows.map(({ personId }) => personId)
}
