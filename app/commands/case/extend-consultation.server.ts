import { mail } from '~/documents/notice/mail'
import { extendDue } from '~/domain/case/consultation'
import { actOf } from '~/domain/case/state'
import { may } from '~/domain/party/permission'
import { type Day, dayToDate, toDay } from '~/domain/time/day'
import { ok, refuse, type Verdict } from '~/domain/verdict'
import { findCase, stale, thingOf } from '~/infra/case-record.server'
import { consultationFactsOf, consultationLink, langOfConsultation } from '~/infra/consultation.server'
import { calendar } from '~/infra/reference.server'
import { makeToken } from '~/infra/session.server'
import { type Ctx, transact } from '~/infra/transact.server'

/**
 * Asks an agency that has not answered once more, until a later day; its earlier links hold too.
 * Refuses as `extendDue` does, `state-forbids` after the answer or out of consultation, `conflict`.
 */
export async function extendConsultation(
  ctx: Ctx,
  input: { number: string; id: string; version: number; dueDay: Day },
): Promise<Verdict<true>> {
  const record = await findCase(input.number)
  if (!record) return refuse('not-found')
  const allowed = may(ctx.actor, actOf('consult'), thingOf(record))
  if (!allowed.ok) return allowed
  if (record.state !== 'in_consultation') return refuse('state-forbids')
  const days = await calendar()
  return transact(ctx, async (t) => {
    const asked = await t.db.consultation.findFirst({ where: { id: input.id, caseId: record.id } })
    if (!asked) return refuse('not-found')
    const due = extendDue(days, consultationFactsOf(asked), input.dueDay, t.today)
    if (!due.ok) return due
    const { token, tokenHash } = makeToken()
    const written = await t.db.consultation.updateMany({
      where: { id: asked.id, version: input.version, answeredAt: null, case: { state: 'in_consultation' } },
      data: {
        dueDay: dayToDate(due.value),
        tokenHashes: { push: tokenHash },
        remindedOn: dayToDate(t.today),
        version: { increment: 1 },
      },
    })
    if (written.count !== 1) return stale(t.db, record)
    await t.audit({
      act: 'case.extend_consultation',
      subject: { kind: 'consultation', id: asked.id },
      caseId: record.id,
      detail: { agency: asked.agencyName, from: toDay(asked.dueDay), answerByDay: due.value },
    })
    const lang = langOfConsultation(asked)
    const about = { name: asked.contactName, link: consultationLink(asked, token), number: record.number }
    const words = mail('consultation_asked', { ...about, question: asked.question, dueDay: due.value }, lang)
    await t.mail({
      kind: 'consultation_asked',
      to: { email: asked.email, name: asked.contactName },
      lang,
      caseId: record.id,
      ...words,
    })
    return ok(true)
  })
}
