import { renderLetter } from '~/documents/case/render-letter.server'
import { mailsTo } from '~/documents/notice/mails-to'
import type { StopNoticeData, StopReason } from '~/domain/case/letter'
import { pause } from '~/domain/time/clock'
import { dayInVietnam } from '~/domain/time/day'
import { ok, type Verdict } from '~/domain/verdict'
import { caseForMove, peopleOf, turnClock, writeMove } from '~/infra/case-record.server'
import { baseUrl } from '~/infra/env.server'
import { courtesyLangOf, letterHead, newLetterCode, withLetter } from '~/infra/letters.server'
import { type Ctx, transact } from '~/infra/transact.server'

/** The division head stops the work on a case, with a reason the applicant is told (form 05); the clock stands still. */
export async function suspendCase(
  ctx: Ctx,
  input: { number: string; version: number; reason: StopReason; text: string },
): Promise<Verdict<true>> {
  const found = await caseForMove(ctx, input, 'suspend')
  if (!found.ok) return found
  const { record, next } = found.value
  const today = dayInVietnam(ctx.now)
  const people = await peopleOf(record.organizationId, today)
  const code = newLetterCode()
  const data: StopNoticeData = {
    ...letterHead(record, { code, issuedDay: today, signer: { name: ctx.actor.fullName, role: 'head' } }),
    submittedAt: record.submittedAt.toISOString(),
    stoppedDay: today,
    reason: { code: input.reason, text: input.text },
  }
  const bytes = await renderLetter('stop_notice', data, courtesyLangOf(people[0]?.lang ?? 'en'))
  return withLetter({ caseId: record.id, kind: 'stop_notice', code, issuedDay: today, data, bytes }, (writeLetter) =>
    transact(ctx, async (t) => {
      const moved = await writeMove(t, record, next)
      if (!moved.ok) return moved
      const turned = await turnClock(t, record, (segments, on) =>
        pause(segments, { on, holder: 'head', reason: 'suspended' }),
      )
      if (!turned.ok) return turned
      await writeLetter(t)
      await t.audit({
        act: 'case.suspend',
        subject: { kind: 'case', id: record.id },
        caseId: record.id,
        detail: { reason: input.reason, text: input.text, letter: code },
      })
      const about = {
        number: record.number,
        reason: input.text,
        path: `/my/cases/${record.number}`,
        baseUrl: baseUrl(),
      }
      for (const mail of mailsTo(people, 'case_suspended', about, record.id)) await t.mail(mail)
      return ok(true)
    }),
  )
}
