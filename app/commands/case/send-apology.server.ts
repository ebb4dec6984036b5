import { renderLetter } from '~/documents/case/render-letter.server'
import { mailsTo } from '~/documents/notice/mails-to'
import { caseDue } from '~/domain/case/due'
import type { ApologyData } from '~/domain/case/letter'
import { canApologise } from '~/domain/case/overdue'
import { may } from '~/domain/party/permission'
import { type Day, dayInVietnam, dayToDate, toDay } from '~/domain/time/day'
import { ok, refuse, type Verdict } from '~/domain/verdict'
import { clockOf, findCase, peopleOf, stateOf, thingOf, writeMove } from '~/infra/case-record.server'
import { baseUrl } from '~/infra/env.server'
import { courtesyLangOf, letterHead, newLetterCode, withLetter } from '~/infra/letters.server'
import { calendar, officeSetting } from '~/infra/reference.server'
import { type Ctx, transact } from '~/infra/transact.server'

/**
 * The office is late: it says so and names a new day (form 04). The clock's due day stays what it was, and so does
 * that it was missed. Refuses `not-yet-due`, `out-of-range` for a day that is not ahead, `state-forbids`, `conflict`.
 */
export async function sendApology(
  ctx: Ctx,
  input: { number: string; version: number; newDay: Day; text: string },
): Promise<Verdict<true>> {
  const record = await findCase(input.number)
  if (!record) return refuse('not-found')
  const allowed = may(ctx.actor, 'case.apologise', thingOf(record))
  if (!allowed.ok) return allowed
  const today = dayInVietnam(ctx.now)
  const state = stateOf(record)
  const clock = record.clocks[0] ? clockOf(record.clocks[0]) : null
  const intakeLimit = await officeSetting('intakeLimitWorkingDays')
  const due = caseDue(await calendar(), { state, intakeDue: toDay(record.intakeDueDay), intakeLimit, clock }, today)
  const promisedDay = record.promisedDay && toDay(record.promisedDay)
  const late = canApologise({ state, due, promisedDay }, input.newDay, today)
  if (!late.ok) return late
  const people = await peopleOf(record.organizationId, today)
  const code = newLetterCode()
  const role = record.officerId === ctx.actor.personId ? 'officer' : 'head'
  const data: ApologyData = {
    ...letterHead(record, { code, issuedDay: today, signer: { name: ctx.actor.fullName, role } }),
    receivedDay: record.receivedDay && toDay(record.receivedDay),
    dueDay: promisedDay ?? due?.day ?? today,
    newDay: input.newDay,
    reason: input.text,
  }
  const bytes = await renderLetter('apology', data, courtesyLangOf(people[0]?.lang ?? 'en'))
  return withLetter({ caseId: record.id, kind: 'apology', code, issuedDay: today, data, bytes }, (writeLetter) =>
    transact(ctx, async (t) => {
      if (record.version !== input.version) return refuse('conflict', { state })
      const resumeState = record.resumeState
      const written = await writeMove(t, record, state, { promisedDay: dayToDate(input.newDay), resumeState })
      if (!written.ok) return written
      await writeLetter(t)
      await t.audit({
        act: 'case.apologise',
        subject: { kind: 'case', id: record.id },
        caseId: record.id,
        detail: { text: input.text, dueDay: input.newDay, before: data.dueDay, letter: code },
      })
      const about = {
        number: record.number,
        newDay: input.newDay,
        reason: input.text,
        path: `/my/cases/${record.number}`,
        baseUrl: baseUrl(),
      }
      for (const mail of mailsTo(people, 'case_apology', about, record.id)) await t.mail(mail)
      return ok(true)
    }),
  )
}
