import { mailsTo } from '~/documents/notice/mails-to'
import { lastDayOf, mayRevoke } from '~/domain/party/delegation'
import { may } from '~/domain/party/permission'
import { type Day, dayToDate } from '~/domain/time/day'
import { ok, refuse, type Verdict } from '~/domain/verdict'
import { delegationOf } from '~/infra/delegations.server'
import { baseUrl } from '~/infra/env.server'
import { idKey } from '~/infra/key-page.server'
import { type Ctx, transact } from '~/infra/transact.server'

/**
 * A director ends a delegation from a day on, with a reason; its holder is told. One that ends later already may be
 * brought forward. A decision that is being signed by it meanwhile is waited for. Refuses `not-found` and what
 * `mayRevoke` refuses.
 */
export async function endDelegation(
  ctx: Ctx,
  input: { id: string; fromDay: Day; reason: string },
): Promise<Verdict<true>> {
  const allowed = may(ctx.actor, 'delegation.write')
  if (!allowed.ok) return allowed
  const id = idKey(input.id)
  if (!id) return refuse('not-found')
  return transact(ctx, async (t) => {
    await t.db.$queryRaw`SELECT 1 FROM "SigningDelegation" WHERE id = ${id}::uuid FOR UPDATE`
    const row = await t.db.signingDelegation.findUnique({
      where: { id },
      include: { delegate: { select: { email: true, fullName: true, lang: true } } },
    })
    if (!row) return refuse('not-found')
    const { fromDay, reason } = input
    const before = delegationOf(row)
    const fits = mayRevoke(before, fromDay, t.today)
    if (!fits.ok) return fits
    await t.db.signingDelegation.update({
      where: { id },
      data: {
        revokedFrom: dayToDate(fromDay),
        revokedById: t.actor.personId,
        revokedAt: t.now,
        revokedReason: reason,
      },
    })
    await t.audit({
      act: 'signing.end_delegation',
      subject: { kind: 'delegation', id },
      detail: { delegate: row.delegate.fullName, fromDay, reason, lastDayBefore: lastDayOf(before) },
    })
    const told = {
      ...{
        by: ctx.actor.fullName,
        change: 'ended' as const,
        paper: row.paperNumber,
        fromDay,
        untilDay: before.untilDay,
      },
      ...{ path: '/office/delegations', baseUrl: baseUrl() },
    }
    for (const mail of mailsTo([row.delegate], 'delegation_changed', told)) await t.mail(mail)
    return ok(true)
  })
}
