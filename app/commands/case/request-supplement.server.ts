import { renderLetter } from '~/documents/case/render-letter.server'
import { mailsTo } from '~/documents/notice/mails-to'
import type { SupplementRequestData } from '~/domain/case/letter'
import { pause } from '~/domain/time/clock'
import { dayInVietnam, dayToDate } from '~/domain/time/day'
import { deadline } from '~/domain/time/deadline'
import { ok, refuse, type Verdict } from '~/domain/verdict'
import { caseForMove, peopleOf, turnClock, writeMove } from '~/infra/case-record.server'
import { baseUrl } from '~/infra/env.server'
import { courtesyLangOf, letterHead, newLetterCode, withLetter } from '~/infra/letters.server'
import { calendar, officeSetting } from '~/infra/reference.server'
import { type Ctx, transact } from '~/infra/transact.server'

/**
 * The officer asks for what is missing: once, complete (Decree 118/2025; Decree 96/2026 Art 6(1)(d)).
 * The clock stops from today until the answer; form 02 is issued.
 */
export async function requestSupplement(
  ctx: Ctx,
  input: { number: string; version: number; items: { what: string; why: string | null }[]; reason: string },
): Promise<Verdict<{ answerByDay: string }>> {
  const found = await caseForMove(ctx, input, 'request_supplement')
  if (!found.ok) return found
  const { record, next } = found.value
  if (record.supplements.length > 0) return refuse('supplement-already-asked')
  const today = dayInVietnam(ctx.now)
  const due = deadline(await calendar(), {
    received: today,
    limit: await officeSetting('supplementLimitWorkingDays'),
    unit: 'working_day',
  })
  if (!due.ok) return due
  const people = await peopleOf(record.organizationId, today)
  const code = newLetterCode()
  const data: SupplementRequestData = {
    ...letterHead(record, { code, issuedDay: today, signer: { name: ctx.actor.fullName, role: 'officer' } }),
    items: input.items,
    reason: input.reason,
    requestedDay: today,
    answerByDay: due.value.due,
    contact: null,
  }
  const bytes = await renderLetter('supplement_request', data, courtesyLangOf(people[0]?.lang ?? 'en'))
  return withLetter(
    { caseId: record.id, kind: 'supplement_request', code, issuedDay: today, data, bytes },
    (writeLetter) =>
      transact(ctx, async (t) => {
        const moved = await writeMove(t, record, next)
        if (!moved.ok) return moved
        const turned = await turnClock(t, record, (segments, on) =>
          pause(segments, { on, holder: 'applicant', reason: 'supplement' }),
        )
        if (!turned.ok) return turned
        const supplement = await t.db.supplement.create({
          data: {
            caseId: record.id,
            requestedById: ctx.actor.personId ?? '',
            requestedAt: t.now,
            items: input.items,
            reason: input.reason,
            dueDay: dayToDate(due.value.due),
          },
        })
        await writeLetter(t)
        await t.audit({
          act: 'case.request_supplement',
          subject: { kind: 'supplement', id: supplement.id },
          caseId: record.id,
          detail: { items: input.items, reason: input.reason, answerByDay: due.value.due, letter: code },
        })
        const about = {
          number: record.number,
          items: input.items.map((item) => item.what),
          answerByDay: due.value.due,
          path: `/my/cases/${record.number}`,
          baseUrl: baseUrl(),
        }
        for (const mail of mailsTo(people, 'supplement_requested', about, record.id)) await t.mail(mail)
        return ok({ answerByDay: due.value.due })
      }),
  )
}
