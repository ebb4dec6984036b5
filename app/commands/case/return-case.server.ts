import { renderLetter } from '~/documents/case/render-letter.server'
import { mailsTo } from '~/documents/notice/mails-to'
import type { ReturnLetterData, ReturnReason } from '~/domain/case/letter'
import { close } from '~/domain/time/clock'
import { dayInVietnam } from '~/domain/time/day'
import { ok, type Verdict } from '~/domain/verdict'
import { caseForMove, peopleOf, turnClock, writeMove } from '~/infra/case-record.server'
import { baseUrl } from '~/infra/env.server'
import { courtesyLangOf, letterHead, newLetterCode, withLetter } from '~/infra/letters.server'
import { type Ctx, transact } from '~/infra/transact.server'

/** Intake (or the officer while checking) gives the dossier back with reasons; the investor may submit anew. */
export async function returnCase(
  ctx: Ctx,
  input: { number: string; version: number; reason: ReturnReason; text: string },
): Promise<Verdict<true>> {
  const found = await caseForMove(ctx, input, 'return')
  if (!found.ok) return found
  const { record, next } = found.value
  const today = dayInVietnam(ctx.now)
  const people = await peopleOf(record.organizationId, today)
  const code = newLetterCode()
  const role = record.state === 'submitted' ? 'intake' : 'officer'
  const data: ReturnLetterData = {
    ...letterHead(record, { code, issuedDay: today, signer: { name: ctx.actor.fullName, role } }),
    submittedAt: record.submittedAt.toISOString(),
    reasons: [{ code: input.reason, text: input.text }],
  }
  const bytes = await renderLetter('return_letter', data, courtesyLangOf(people[0]?.lang ?? 'en'))
  return withLetter({ caseId: record.id, kind: 'return_letter', code, issuedDay: today, data, bytes }, (writeLetter) =>
    transact(ctx, async (t) => {
      const moved = await writeMove(t, record, next, { closedAt: t.now })
      if (!moved.ok) return moved
      const turned = await turnClock(t, record, close)
      if (!turned.ok) return turned
      await writeLetter(t)
      await t.audit({
        act: 'case.return',
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
      for (const mail of mailsTo(people, 'case_returned', about, record.id)) await t.mail(mail)
      return ok(true)
    }),
  )
}
