import { may } from '~/domain/party/permission'
import type { Lang } from '~/domain/text'
import { ok, type Verdict } from '~/domain/verdict'
import { type Ctx, transact } from '~/infra/transact.server'

/** Orders a keeper's selection as a file, made as a job; gives the job. Refuses `not-allowed`. */
export async function orderExport(
  ctx: Ctx,
  input: { filter: Record<string, string>; format: 'xlsx' | 'csv' | 'geojson'; lang: Lang },
): Promise<Verdict<{ jobId: string }>> {
  const allowed = may(ctx.actor, 'land.read_draft')
  if (!allowed.ok) return allowed
  return transact(ctx, async (t) => {
    const jobId = await t.enqueue({ kind: 'export_land', input })
    await t.audit({
      act: 'land.export',
      subject: { kind: 'job', id: jobId },
      detail: { filter: input.filter, format: input.format },
    })
    return ok({ jobId })
  })
}
