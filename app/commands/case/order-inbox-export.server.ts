import { may } from '~/domain/party/permission'
import type { Lang } from '~/domain/text'
import { ok, type Verdict } from '~/domain/verdict'
import { type Ctx, transact } from '~/infra/transact.server'

/** Orders the inbox as it is filtered as a workbook, made as a job; gives the job. Refuses `not-allowed`. */
export async function orderInboxExport(
  ctx: Ctx,
  input: { filter: Record<string, string>; lang: Lang },
): Promise<Verdict<{ jobId: string }>> {
  const allowed = may(ctx.actor, 'case.list')
  if (!allowed.ok) return allowed
  return transact(ctx, async (t) => {
    const jobId = await t.enqueue({ kind: 'export_cases', input })
    await t.audit({ act: 'case.export', subject: { kind: 'job', id: jobId }, detail: { filter: input.filter } })
    return ok({ jobId })
  })
}
