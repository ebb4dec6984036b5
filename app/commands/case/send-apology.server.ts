import { caseDue } from '~/domain/case/due'
import { canApologise } from '~/domain/case/overdue'
import { letterSignature } from '~/domain/case/signing'
import { may } from '~/domain/party/permission'
import { mayEndOn } from '~/domain/time/calendar'
import { type Day, dayInVietnam, dayToDate, toDay } from '~/domain/time/day'
import { ok, refuse, type Verdict } from '~/domain/verdict'
import { clockOf, findCase, stale, stateOf, thingOf, writeMove } from '~/infra/case-record.server'
import { calendar, officeSetting } from '~/infra/reference.server'
import { type Ctx, transact } from '~/infra/transact.server'
import { issueLetter } from './issue-letter.server'
import { tellApplicant } from './tell-applicant.server'

/**
 * The office is late: it says so and names a new day (form 04). The clock's due day stays what it was, and so does
 * that it was missed. Refuses `not-yet-due`, `days-reversed` for a day that is not ahead, `day-off`, `state-forbids`, `conflict`.
 */
export async function sendApology(
  ctx: Ctx,
  input: { number: string; version: number; newDay: Day; text: string; letterCode?: string | null },
): Promise<Verdict<true>> {
  const record = await findCase(input.number)
  if (!record) return refuse('not-found')
  const allowed = may(ctx.actor, 'case.apologise', thingOf(record))
  if (!allowed.ok) return allowed
  const today = dayInVietnam(ctx.now)
  const state = stateOf(record)
  const clock = record.clocks[0] ? clockOf(record.clocks[0]) : null
  const intakeLimit = await officeSetting('intakeLimitWorkingDays')
  const days = await calendar()
  const due = caseDue(days, { state, intakeDue: toDay(record.intakeDueDay), intakeLimit, clock }, today)
  const promisedDay = record.promisedDay && toDay(record.promisedDay)
  const late = canApologise({ state, due, promisedDay }, input.newDay, today)
  if (!late.ok) return late
  const ends = mayEndOn(days, input.newDay, today)
  if (!ends.ok) return refuse(ends.refusal.code, ends.refusal.values, 'newDay')
  return transact(ctx, async (t) => {
    if (record.version !== input.version) return stale(t.db, record)
    const resumeState = record.resumeState
    const written = await writeMove(t, record, state, { promisedDay: dayToDate(input.newDay), resumeState })
    if (!written.ok) return written
    const { newDay, text } = input
    const dueDay = promisedDay ?? due?.day ?? today
    const letter = await issueLetter(t, record, {
      kind: 'apology',
      ...letterSignature(ctx.actor),
      officialCode: input.letterCode,
      says: { receivedDay: record.receivedDay && toDay(record.receivedDay), dueDay, newDay, reason: text },
    })
    await t.audit({
      act: 'case.apologise',
      subject: { kind: 'case', id: record.id },
      caseId: record.id,
      detail: { text, dueDay: newDay, before: dueDay, letter },
    })
    await tellApplicant(t, record, 'case_apology', { newDay, reason: text })
    return ok(true)
  })
}
