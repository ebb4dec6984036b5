import { db } from './db.server'

const MOST = 20

/** Who changed a setting of the office, from what to what and why; newest first. */
export async function settingChanges(key: string) {
  const rows = await db().auditEntry.findMany({
    where: { subjectKind: 'setting', subjectId: key },
    orderBy: { id: 'desc' },
    take: MOST,
    include: { detail: true },
  })
  return rows.map(({ id, at, detail }) => {
    const body = (detail?.body ?? {}) as { from?: string | number; to?: string | number; reason?: string }
    return {
      id: String(id),
      at: at.toISOString(),
      by: detail?.actorName ?? '',
      from: body.from ?? null,
      to: body.to ?? null,
      reason: body.reason ?? '',
    }
  })
}
