import { mailsTo } from '~/documents/notice/mails-to'
import type { ReturnReason } from '~/domain/case/letter'
import { close } from '~/domain/time/clock'
import { dayInVietnam } from '~/domain/time/day'
import { ok, type Verdict } from '~/domain/verdict'
import { caseForMove, peopleOf, turnClock, writeMove } from '~/infra/case-record.server'
import { baseUrl } from '~/infra/env.server'
import { withLetter } from '~/infra/letters.server'
import { type Ctx, transact } from '~/infra/transact.server'
import { readyReturnLetter } from './return-letter.server'

/** Intake (or the officer while checking) gives the dossier back with reasons; the investor may submit anew. */
export async function returnCase(
  ctx: Ctx,
  input: { number: string; version: number; reason: ReturnReason; text: string },
): Promise<Verdict<true>> {
  const found = await caseForMove(ctx, input, 'return')
  if (!found.ok) return found
  const { record, next } = found.value
  const { reason, text } = input
  const people = await peopleOf(record.organizationId, dayInVietnam(ctx.now))
  const letter = await readyReturnLetter(ctx, record, { reason, text, lang: people[0]?.lang ?? 'en' })
  return withLetter(letter, (writeLetter) =>
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
        detail: { reason, text, letter: letter.code },
      })
      const about = { number: record.number, reason: text, path: `/my/cases/${record.number}`, baseUrl: baseUrl() }
      for (const mail of mailsTo(people, 'case_returned', about, record.id)) await t.mail(mail)
      return ok(true)
    }),
  )
}
