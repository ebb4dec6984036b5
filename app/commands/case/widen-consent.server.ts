import { type ConsentScope, widen } from '~/domain/land/developer-answer'
import { may } from '~/domain/party/permission'
import { ok, refuse, type Verdict } from '~/domain/verdict'
import { findCase, lockCase, thingOf } from '~/infra/case-record.server'
import { type Ctx, transact } from '~/infra/transact.server'

/** The investor lets the land's developer see more of who asks. Refuses `state-forbids` to narrow it: it was seen. */
export async function widenConsent(ctx: Ctx, input: { number: string; scope: ConsentScope }): Promise<Verdict<true>> {
  const record = await findCase(input.number)
  if (!record) return refuse('not-found')
  const allowed = may(ctx.actor, 'desk.consent', thingOf(record))
  if (!allowed.ok) return allowed
  const from = record.interest.consentScope as ConsentScope
  const wider = widen(from, input.scope)
  if (!wider.ok) return wider
  return transact(ctx, async (t) => {
    const open = await lockCase(t, record)
    if (!open.ok) return open
    const written = await t.db.interest.updateMany({
      where: { id: record.interestId, consentScope: from },
      data: { consentScope: wider.value },
    })
    if (written.count !== 1) return refuse('conflict', { state: record.state })
    await t.audit({
      act: 'desk.consent',
      subject: { kind: 'interest', id: record.interestId },
      caseId: record.id,
      detail: { from, to: wider.value },
    })
    return ok(true)
  })
}
