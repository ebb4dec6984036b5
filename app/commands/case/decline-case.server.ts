import { renderLetter } from '~/documents/case/render-letter.server'
import { mailsTo } from '~/documents/notice/mails-to'
import type { DecisionReason, DecisionRefusalData } from '~/domain/case/letter'
import { close } from '~/domain/time/clock'
import { dayInVietnam } from '~/domain/time/day'
import { ok, refuse, type Verdict } from '~/domain/verdict'
import { caseForMove, peopleOf, turnClock, writeMove } from '~/infra/case-record.server'
import { baseUrl } from '~/infra/env.server'
import { courtesyLangOf, letterHead, newLetterCode, withLetter } from '~/infra/letters.server'
import { type Ctx, transact } from '~/infra/transact.server'

/** The director refuses, with a coded reason and its text. The letter is built from this decision and no other. */
export async function declineCase(
  ctx: Ctx,
  input: { number: string; version: number; reason: DecisionReason; text: string },
): Promise<Verdict<{ letter: string }>> {
  const found = await caseForMove(ctx, input, 'decline')
  if (!found.ok) return found
  const { record, next } = found.value
  const recommendation = record.recommendations[0]
  if (!recommendation) return refuse('state-forbids')
  const today = dayInVietnam(ctx.now)
  const people = await peopleOf(record.organizationId, today)
  const code = newLetterCode()
  const data: DecisionRefusalData = {
    ...letterHead(record, { code, issuedDay: today, signer: { name: ctx.actor.fullName, role: 'director' } }),
    submittedAt: record.submittedAt.toISOString(),
    decidedDay: today,
    reason: { code: input.reason, text: input.text },
  }
  const bytes = await renderLetter('decision_refusal', data, courtesyLangOf(people[0]?.lang ?? 'en'))
  return withLetter(
    { caseId: record.id, kind: 'decision_refusal', code, issuedDay: today, data, bytes },
    (writeLetter) =>
      transact(ctx, async (t) => {
        const moved = await writeMove(t, record, next, { closedAt: t.now })
        if (!moved.ok) return moved
        const turned = await turnClock(t, record, close)
        if (!turned.ok) return turned
        const decision = await t.db.decision.create({
          data: {
            caseId: record.id,
            recommendationId: recommendation.id,
            outcome: 'refused',
            reasonCode: input.reason,
            text: input.text,
            decidedById: ctx.actor.personId ?? '',
            decidedAt: t.now,
          },
        })
        await writeLetter(t, decision.id)
        await t.audit({
          act: 'case.decline',
          subject: { kind: 'decision', id: decision.id },
          caseId: record.id,
          detail: { reason: input.reason, text: input.text, letter: code },
        })
        const about = {
          number: record.number,
          reason: input.text,
          path: `/my/cases/${record.number}`,
          baseUrl: baseUrl(),
        }
        for (const mail of mailsTo(people, 'decision_refused', about, record.id)) await t.mail(mail)
        return ok({ letter: code })
      }),
  )
}
