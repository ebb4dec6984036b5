import { mail } from '~/documents/notice/mail'
import { isReminderDay } from '~/domain/case/consultation'
import { dayToDate, toDay } from '~/domain/time/day'
import { ok, refuse, type Verdict } from '~/domain/verdict'
import { consultationFactsOf, consultationLink, langOfConsultation } from '~/infra/consultation.server'
import { calendar } from '~/infra/reference.server'
import { makeToken } from '~/infra/session.server'
import { type Ctx, transact } from '~/infra/transact.server'

/**
 * Reminds one agency of its due day, at most once a day; the mail has a link of its own. Whoever comes second finds it
 * done. Refuses `state-forbids` where there is nothing to remind of.
 */
export async function remindConsultation(ctx: Ctx, input: { id: string }): Promise<Verdict<true>> {
  const days = await calendar()
  return transact(ctx, async (t) => {
    const asked = await t.db.consultation.findUnique({ where: { id: input.id }, include: { case: true } })
    if (asked?.case.state !== 'in_consultation') return refuse('state-forbids')
    if (!isReminderDay(days, consultationFactsOf(asked), t.today)) return refuse('state-forbids')
    const { token, tokenHash } = makeToken()
    const today = dayToDate(t.today)
    const written = await t.db.consultation.updateMany({
      where: { id: asked.id, answeredAt: null, OR: [{ remindedOn: null }, { remindedOn: { lt: today } }] },
      data: { remindedOn: today, tokenHashes: { push: tokenHash } },
    })
    if (written.count !== 1) return refuse('state-forbids')
    await t.audit({
      act: 'case.remind_consultation',
      subject: { kind: 'consultation', id: asked.id },
      caseId: asked.caseId,
      detail: { agency: asked.agencyName, answerByDay: toDay(asked.dueDay) },
    })
    const lang = langOfConsultation(asked)
    const about = { name: asked.contactName, link: consultationLink(asked, token), number: asked.case.number }
    await t.mail({
      kind: 'consultation_reminder',
      to: { email: asked.email, name: asked.contactName },
      lang,
      caseId: asked.caseId,
      ...mail('consultation_reminder', { ...about, question: asked.question, dueDay: toDay(asked.dueDay) }, lang),
    })
    return ok(true)
  })
}
