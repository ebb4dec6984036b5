import { mailsTo } from '~/documents/notice/mails-to'
import { may } from '~/domain/party/permission'
import { isLang, textIn } from '~/domain/text'
import { ok, refuse, type Verdict } from '~/domain/verdict'
import { textOf } from '~/infra/case-record.server'
import { db } from '~/infra/db.server'
import { baseUrl } from '~/infra/env.server'
import { type Ctx, transact } from '~/infra/transact.server'

/** The office answers an enquiry, once; the answer goes out by mail. Refuses `not-found`, `not-allowed`, `conflict`. */
export async function answerEnquiry(
  ctx: Ctx,
  input: { number: string; version: number; answer: string },
): Promise<Verdict<true>> {
  const allowed = may(ctx.actor, 'enquiry.answer')
  if (!allowed.ok) return allowed
  const enquiry = await db().enquiry.findUnique({
    where: { number: input.number },
    include: { plot: { select: { code: true } }, zone: { select: { code: true, nameText: true } } },
  })
  if (!enquiry) return refuse('not-found')
  const { plot, zone } = enquiry
  const lang = isLang(enquiry.lang) ? enquiry.lang : 'vi'
  return transact(ctx, async (t) => {
    const written = await t.db.enquiry.updateMany({
      where: { id: enquiry.id, version: input.version, answeredAt: null },
      data: {
        answer: input.answer,
        answeredAt: t.now,
        answeredById: ctx.actor.personId,
        version: { increment: 1 },
      },
    })
    if (written.count !== 1) return refuse('conflict')
    await t.audit({
      act: 'enquiry.answer',
      subject: { kind: 'enquiry', id: enquiry.id },
      detail: { number: enquiry.number, answer: input.answer },
    })
    const told = {
      number: enquiry.number,
      about: plot?.code ?? (zone ? textIn(textOf(zone.nameText), lang) : enquiry.number),
      answer: input.answer,
      path: plot ? `/plots/${plot.code}` : zone ? `/zones/${zone.code}` : '/plots',
      baseUrl: baseUrl(),
    }
    const reader = { email: enquiry.email, fullName: enquiry.name, lang }
    for (const mail of mailsTo([reader], 'enquiry_answered', told)) await t.mail(mail)
    return ok(true)
  })
}
