import { mailsTo } from '~/documents/notice/mails-to'
import { canAskExtension } from '~/domain/case/overdue'
import { may } from '~/domain/party/permission'
import { mayEndOn } from '~/domain/time/calendar'
import { type Day, dayInVietnam, dayToDate } from '~/domain/time/day'
import { ok, refuse, type Verdict } from '~/domain/verdict'
import { extensionFactsOf, findCase, thingOf } from '~/infra/case-record.server'
import { baseUrl } from '~/infra/env.server'
import { calendar } from '~/infra/reference.server'
import { type Ctx, transact } from '~/infra/transact.server'

/**
 * The investor asks for a later day for the open supplement, once. Refuses `state-forbids`; for `day` `out-of-range` and what
 * `mayEndOn` refuses.
 */
export async function askExtension(
  ctx: Ctx,
  input: { number: string; day: Day; reason: string },
): Promise<Verdict<true>> {
  const record = await findCase(input.number)
  if (!record) return refuse('not-found')
  const allowed = may(ctx.actor, 'case.answer_supplement', thingOf(record))
  if (!allowed.ok) return allowed
  const open = record.supplements.find(({ answeredAt }) => answeredAt === null)
  if (!open || record.state !== 'awaiting_supplement') return refuse('state-forbids')
  const ends = mayEndOn(await calendar(), input.day, dayInVietnam(ctx.now))
  if (!ends.ok) return refuse(ends.refusal.code, ends.refusal.values, 'day')
  return transact(ctx, async (t) => {
    const mayAsk = canAskExtension(extensionFactsOf(open), input.day, t.today)
    if (!mayAsk.ok) return mayAsk
    const written = await t.db.supplement.updateMany({
      where: { id: open.id, answeredAt: null, extensionAskedAt: null },
      data: { extensionDay: dayToDate(input.day), extensionReason: input.reason, extensionAskedAt: t.now },
    })
    if (written.count !== 1) return refuse('state-forbids')
    await t.audit({
      act: 'case.ask_extension',
      subject: { kind: 'supplement', id: open.id },
      caseId: record.id,
      detail: { answerByDay: input.day, reason: input.reason },
    })
    const readers = record.officer ? [record.officer] : []
    const about = {
      number: record.number,
      organization: record.organization.name,
      day: input.day,
      path: `/office/cases/${record.number}/extension`,
      baseUrl: baseUrl(),
    }
    for (const mail of mailsTo(readers, 'extension_asked', about, record.id)) await t.mail(mail)
    return ok(true)
  })
}
