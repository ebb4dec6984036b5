import { renderLetter } from '~/documents/case/render-letter.server'
import { mailsTo } from '~/documents/notice/mails-to'
import type { OfficialReceiptData } from '~/domain/case/letter'
import { dayInVietnam, dayToDate } from '~/domain/time/day'
import { countsFrom, deadline } from '~/domain/time/deadline'
import { ok, refuse, type Verdict } from '~/domain/verdict'
import { caseForMove, peopleOf, writeMove } from '~/infra/case-record.server'
import { baseUrl } from '~/infra/env.server'
import { courtesyLangOf, letterHead, newLetterCode, withLetter } from '~/infra/letters.server'
import { calendar, officeSetting } from '~/infra/reference.server'
import { type Ctx, transact } from '~/infra/transact.server'

/**
 * Intake receives a submitted case: the clock starts by its own rule (after 15:00 or on a day off, as of the
 * next working day), form 01 is issued with the due day, the investor is told.
 */
export async function receiveCase(
  ctx: Ctx,
  input: { number: string; version: number; officialCode: string | null },
): Promise<Verdict<{ dueDay: string }>> {
  const found = await caseForMove(ctx, input, 'receive')
  if (!found.ok) return found
  const { record, next } = found.value
  const days = await calendar()
  const counts = countsFrom(days, ctx.now)
  if (!counts.ok) return counts
  const limit = await officeSetting('caseLimitWorkingDays')
  const due = deadline(days, { received: counts.value, limit, unit: 'working_day' })
  if (!due.ok) return due
  const people = await peopleOf(record.organizationId, dayInVietnam(ctx.now))
  const code = newLetterCode()
  const issuedDay = dayInVietnam(ctx.now)
  const data: OfficialReceiptData = {
    ...letterHead(record, { code, issuedDay, signer: { name: ctx.actor.fullName, role: 'intake' } }),
    officialNumber: input.officialCode,
    documents: record.interest.documents.map(({ kind, fileName }) => ({ name: kind, fileName })),
    receivedAt: ctx.now.toISOString(),
    countsFromDay: counts.value,
    limit: { amount: limit, unit: 'working_day', officeStandard: true },
    dueDay: due.value.due,
  }
  const bytes = await renderLetter('official_receipt', data, courtesyLangOf(people[0]?.lang ?? 'en'))
  return withLetter({ caseId: record.id, kind: 'official_receipt', code, issuedDay, data, bytes }, (writeLetter) =>
    transact(ctx, async (t) => {
      const moved = await writeMove(t, record, next, {
        receivedDay: dayToDate(counts.value),
        officialCode: input.officialCode,
      })
      if (!moved.ok) return moved
      if (record.clocks.length > 0) return refuse('state-forbids')
      await t.db.clock.create({
        data: {
          caseId: record.id,
          rule: 'CM-01',
          unit: 'working_day',
          limit,
          startDay: dayToDate(counts.value),
          segments: {
            create: {
              position: 0,
              fromDay: dayToDate(counts.value),
              holder: 'intake',
              reason: 'received',
              counts: true,
            },
          },
        },
      })
      await writeLetter(t)
      await t.audit({
        act: 'case.receive',
        subject: { kind: 'case', id: record.id },
        caseId: record.id,
        detail: { countsFromDay: counts.value, dueDay: due.value.due, letter: code },
      })
      const about = {
        number: record.number,
        dueDay: due.value.due,
        path: `/my/cases/${record.number}`,
        baseUrl: baseUrl(),
      }
      for (const mail of mailsTo(people, 'case_received', about, record.id)) await t.mail(mail)
      return ok({ dueDay: due.value.due })
    }),
  )
}
