import { UPLOAD_HOURS } from '~/domain/interest/upload'
import { may } from '~/domain/party/permission'
import { ok, type Verdict } from '~/domain/verdict'
import { dropPartial } from '~/infra/partial-files.server'
import { type Ctx, transact } from '~/infra/transact.server'

const AT_ONCE = 200

/**
 * Files nobody went on with for a day: failed, their bytes gone, the row left to be seen. Rows of files that became
 * documents are no longer needed then. Gives how many rows it dealt with.
 */
export async function sweepUploads(ctx: Ctx): Promise<Verdict<number>> {
  const allowed = may(ctx.actor, 'upload.sweep')
  if (!allowed.ok) return allowed
  const before = new Date(ctx.now.getTime() - UPLOAD_HOURS * 3_600_000)
  const swept = await transact(ctx, async (t) => {
    const rows = await t.db.$queryRaw<{ id: string; state: string; interestId: string }[]>`
      SELECT id, state, "interestId" FROM "Upload"
      WHERE state IN ('uploading', 'checking', 'kept') AND "heardAt" < ${before}
      ORDER BY "heardAt" LIMIT ${AT_ONCE} FOR UPDATE SKIP LOCKED`
    const open = rows.filter(({ state }) => state !== 'kept')
    await t.db.upload.deleteMany({
      where: { id: { in: rows.filter(({ state }) => state === 'kept').map(({ id }) => id) } },
    })
    await t.db.upload.updateMany({
      where: { id: { in: open.map(({ id }) => id) } },
      data: { state: 'failed', failure: { code: 'upload-expired' } },
    })
    await t.auditAll(
      open.map(({ id, interestId }) => ({
        act: 'interest.expire_upload',
        subject: { kind: 'interest', id: interestId },
        detail: { upload: id },
      })),
    )
    return ok({ open: open.map(({ id }) => id), count: rows.length })
  })
  if (!swept.ok) return swept
  await Promise.all(swept.value.open.map(dropPartial))
  return ok(swept.value.count)
}
