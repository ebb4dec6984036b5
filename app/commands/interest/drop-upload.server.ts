import { ok, refuse, type Verdict } from '~/domain/verdict'
import { dropPartial } from '~/infra/partial-files.server'
import { type Ctx, transact } from '~/infra/transact.server'
import { holdDraft, lockUpload, uploadFor } from '~/infra/upload-record.server'

/** Gives up a file that is unfinished or has failed. Refuses `not-found`, `state-forbids` for one that is kept. */
export async function dropUpload(ctx: Ctx, input: { interestId: string; uploadId: string }): Promise<Verdict<true>> {
  const found = await uploadFor(ctx, input)
  if (!found.ok) return found
  const { id, interestId, fileName } = found.value
  const verdict = await transact(ctx, async (t) => {
    const draft = await holdDraft(t, interestId)
    if (!draft.ok) return draft
    const row = await lockUpload(t, id)
    if (!row) return refuse('not-found')
    if (row.state === 'kept') return refuse('state-forbids')
    await t.db.upload.delete({ where: { id } })
    await t.audit({
      act: 'interest.drop_upload',
      subject: { kind: 'interest', id: interestId },
      detail: { fileName, upload: id, state: row.state },
    })
    return ok(true as const)
  })
  if (verdict.ok) await dropPartial(id)
  return verdict
}
