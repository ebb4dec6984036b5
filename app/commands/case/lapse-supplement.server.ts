import { mailsTo } from '~/documents/notice/mails-to'
import { close } from '~/domain/time/clock'
import { dayInVietnam, toDay } from '~/domain/time/day'
import { ok, refuse, type Verdict } from '~/domain/verdict'
import { caseForMove, peopleOf, turnClock, writeMove } from '~/infra/case-record.server'
import { baseUrl } from '~/infra/env.server'
import { withLetter } from '~/infra/letters.server'
import { type Ctx, transact } from '~/infra/transact.server'
import { readyReturnLetter } from './return-letter.server'

/**
 * The dossier goes back because its supplement did not come in time; somebody signs the letter, so no timer does it.
 * Refuses `not-yet-due` while it can still come.
 */
export async function lapseSupplement(
  ctx: Ctx,
  input: { number: string; version: number; text: string },
): Promise<Verdict<true>> {
  const found = await caseForMove(ctx, input, 'lapse')
  if (!found.ok) return found
  const { record, next } = found.value
  const today = dayInVietnam(ctx.now)
  const open = record.supplements.find(({ answeredAt }) => answeredAt === null)
  if (!open) return refuse('state-forbids')
  if (today <= toDay(open.dueDay)) return refuse('not-yet-due', { day: toDay(open.dueDay) })
  const { text } = input
  const people = await peopleOf(record.organizationId, today)
  const lang = people[0]?.lang ?? 'en'
  const letter = await readyReturnLetter(ctx, record, { reason: 'supplement_lapsed', text, lang })
  return withLetter(letter, (writeLetter) =>
    transact(ctx, async (t) => {
      const moved = await writeMove(t, record, next, { closedAt: t.now })
      if (!moved.ok) return moved
      const turned = await turnClock(t, record, close)
      if (!turned.ok) return turned
      await writeLetter(t)
      await t.audit({
        act: 'case.lapse',
        subject: { kind: 'supplement', id: open.id },
        caseId: record.id,
        detail: { text, dueDay: toDay(open.dueDay), letter: letter.code },
      })
      const about = { number: record.number, reason: text, path: `/my/cases/${record.number}`, baseUrl: baseUrl() }
      for (const mail of mailsTo(people, 'case_returned', about, record.id)) await t.mail(mail)
      return ok(true)
    }),
  )
}
