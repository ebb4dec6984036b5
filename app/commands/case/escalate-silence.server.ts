import { mailsTo } from '~/documents/notice/mails-to'
import { isOpen } from '~/domain/case/state'
import { may } from '~/domain/party/permission'
import { dayInVietnam, toDay } from '~/domain/time/day'
import { isOverdue } from '~/domain/time/deadline'
import { ok, refuse, type Verdict } from '~/domain/verdict'
import { findCase, stateOf } from '~/infra/case-record.server'
import { db } from '~/infra/db.server'
import { developersOf, headsOf } from '~/infra/developer-request.server'
import { baseUrl } from '~/infra/env.server'
import { type Ctx, transact } from '~/infra/transact.server'

/**
 * A developer that said nothing by its day is told so, and the office's heads and the officer with it; once. Refuses
 * `not-yet-due`, `state-forbids` once it has answered, `conflict` where another process was first.
 */
export async function escalateSilence(ctx: Ctx, { id }: { id: string }): Promise<Verdict<true>> {
  const allowed = may(ctx.actor, 'desk.escalate')
  if (!allowed.ok) return allowed
  const request = await db().developerRequest.findUnique({
    where: { id },
    include: { case: { select: { number: true } } },
  })
  const record = request && (await findCase(request.case.number))
  if (!record) return refuse('not-found')
  if (request.state !== 'asked' || !request.dueDay || !isOpen(stateOf(record))) return refuse('state-forbids')
  const dueDay = toDay(request.dueDay)
  if (!isOverdue(dayInVietnam(ctx.now), dueDay)) return refuse('not-yet-due', { day: dueDay })
  return transact(ctx, async (t) => {
    const written = await t.db.developerRequest.updateMany({
      where: { id, version: request.version, state: 'asked', escalatedAt: null },
      data: { escalatedAt: t.now, version: { increment: 1 } },
    })
    if (written.count !== 1) return refuse('conflict')
    await t.audit({
      act: 'desk.escalate',
      subject: { kind: 'developer_request', id },
      caseId: record.id,
      detail: { dueDay },
    })
    const plots = record.interest.plots.map(({ plot }) => plot.code).join(', ')
    const about = { number: record.number, plots, dueDay, baseUrl: baseUrl() }
    const office = [...(await headsOf(t.db, t.today)), ...(record.officer ? [record.officer] : [])]
    const readers = [...new Map(office.map((person) => [person.email, person])).values()]
    const toOffice = mailsTo(
      readers,
      'developer_silent',
      { ...about, path: `/office/cases/${record.number}` },
      record.id,
    )
    const developers = await developersOf(t.db, request.zoneId, t.today)
    const toDesk = mailsTo(developers, 'developer_silent', { ...about, path: `/desk/requests/${id}` }, record.id)
    for (const mail of [...toOffice, ...toDesk]) await t.mail(mail)
    return ok(true)
  })
}
