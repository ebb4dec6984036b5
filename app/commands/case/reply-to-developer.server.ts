import { mailsTo } from '~/documents/notice/mails-to'
import { moveRequest, type RequestState } from '~/domain/land/developer-answer'
import { may } from '~/domain/party/permission'
import { resume } from '~/domain/time/clock'
import { ok, refuse, type Verdict } from '~/domain/verdict'
import { findCase, lockCase, stateOf, thingOf } from '~/infra/case-record.server'
import { db } from '~/infra/db.server'
import { developersOf, turnDeveloperClock, writeRequest } from '~/infra/developer-request.server'
import { baseUrl } from '~/infra/env.server'
import { calendar } from '~/infra/reference.server'
import { type Ctx, transact } from '~/infra/transact.server'

/** The investor answers the developer's question; the developer's clock runs again. Refuses `state-forbids`. */
export async function replyToDeveloper(ctx: Ctx, input: { number: string; answer: string }): Promise<Verdict<true>> {
  const record = await findCase(input.number)
  if (!record) return refuse('not-found')
  const allowed = may(ctx.actor, 'desk.reply', thingOf(record))
  if (!allowed.ok) return allowed
  const [request, days] = await Promise.all([
    db().developerRequest.findUnique({ where: { caseId: record.id } }),
    calendar(),
  ])
  if (!request) return refuse('state-forbids')
  const next = moveRequest(request.state as RequestState, 'reply', stateOf(record))
  if (!next.ok) return next
  return transact(ctx, async (t) => {
    const open = await lockCase(t, record)
    if (!open.ok) return open
    const turned = await turnDeveloperClock(t, record.id, days, (segments, on) =>
      resume(segments, { on, holder: 'developer', reason: 'answered', answers: 'developer_question' }),
    )
    if (!turned.ok) return turned
    const written = await writeRequest(t, request, { state: next.value, dueDay: turned.value })
    if (!written.ok) return written
    await t.db.developerQuestion.updateMany({
      where: { requestId: request.id, answeredAt: null },
      data: { answer: input.answer, answeredAt: t.now },
    })
    await t.audit({
      act: 'desk.reply',
      subject: { kind: 'developer_request', id: request.id },
      caseId: record.id,
      detail: { answer: input.answer },
    })
    const about = { number: record.number, path: `/desk/requests/${request.id}`, baseUrl: baseUrl() }
    const people = await developersOf(t.db, request.zoneId, t.today)
    for (const mail of mailsTo(people, 'developer_replied', about, record.id)) await t.mail(mail)
    return ok(true)
  })
}
