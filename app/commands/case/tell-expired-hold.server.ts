import { mailsTo } from '~/documents/notice/mails-to'
import { isOpen } from '~/domain/case/state'
import { lastDayOf } from '~/domain/land/hold'
import { may } from '~/domain/party/permission'
import { ok, refuse, type Verdict } from '~/domain/verdict'
import { findCase, stateOf } from '~/infra/case-record.server'
import { db } from '~/infra/db.server'
import { baseUrl } from '~/infra/env.server'
import { type Ctx, transact } from '~/infra/transact.server'
import { issueReleaseNotice } from './hold-letters.server'
import { tellApplicant } from './tell-applicant.server'

/**
 * Tells a hold's parties that it has run out. The land was free at that instant already: this writes notices and the
 * record. Refuses `conflict` where another process was first or the hold was extended, `state-forbids` while it lives.
 */
export async function tellExpiredHold(ctx: Ctx, { id }: { id: string }): Promise<Verdict<true>> {
  const allowed = may(ctx.actor, 'hold.tend')
  if (!allowed.ok) return allowed
  const hold = await db().hold.findUnique({
    where: { id },
    include: { case: { select: { number: true } }, plots: { include: { plot: { select: { code: true } } } } },
  })
  if (!hold) return refuse('not-found')
  if (hold.untilInstant > ctx.now) return refuse('state-forbids')
  const record = await findCase(hold.case.number)
  if (!record) return refuse('not-found')
  return transact(ctx, async (t) => {
    const written = await t.db.hold.updateMany({
      where: { id, version: hold.version, expiryToldAt: null, state: { in: ['active', 'extended'] } },
      data: { expiryToldAt: t.now, version: { increment: 1 } },
    })
    if (written.count !== 1) return refuse('conflict')
    const plots = hold.plots.map(({ plot }) => plot.code).sort()
    const day = lastDayOf(hold.untilInstant)
    await t.audit({
      act: 'hold.expire',
      subject: { kind: 'hold', id },
      caseId: record.id,
      detail: { plots, heldThroughDay: day },
    })
    if (!isOpen(stateOf(record))) return ok(true)
    await issueReleaseNotice(t, record, { cause: 'expired' })
    const said = { plots: plots.join(', '), day, reason: null }
    await tellApplicant(t, record, 'hold_expired', said)
    if (record.officer) {
      const about = { ...said, number: record.number, path: `/office/cases/${record.number}`, baseUrl: baseUrl() }
      for (const mail of mailsTo([record.officer], 'hold_expired', about, record.id)) await t.mail(mail)
    }
    return ok(true)
  })
}
