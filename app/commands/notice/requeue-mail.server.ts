import { may } from '~/domain/party/permission'
import { ok, refuse, type Verdict } from '~/domain/verdict'
import { wakeOutbox } from '~/infra/mail.server'
import { type Ctx, transact } from '~/infra/transact.server'

/** Has a mail that was given up tried again, from its first attempt. Refuses `not-found`, `state-forbids`. */
export async function requeueMail(ctx: Ctx, input: { id: string }): Promise<Verdict<true>> {
  const allowed = may(ctx.actor, 'mail.requeue')
  if (!allowed.ok) return allowed
  const verdict = await transact(ctx, async (t) => {
    const mail = await t.db.outbox.findUnique({ where: { id: input.id }, select: { kind: true, caseId: true } })
    if (!mail) return refuse('not-found')
    const queued = await t.db.outbox.updateMany({
      where: { id: input.id, state: 'failed' },
      data: { state: 'queued', attempts: 0, notBefore: t.now },
    })
    if (queued.count !== 1) return refuse('state-forbids')
    await t.audit({
      act: 'mail.requeue',
      subject: { kind: 'mail', id: input.id },
      caseId: mail.caseId ?? undefined,
      detail: { kind: mail.kind },
    })
    return ok(true as const)
  })
  if (verdict.ok) wakeOutbox()
  return verdict
}
