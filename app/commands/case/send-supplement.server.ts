import type { Signature } from '~/domain/case/signing'
import type { CaseState } from '~/domain/case/state'
import type { SupplementItem } from '~/domain/case/supplement'
import { pause } from '~/domain/time/clock'
import { type Day, dayToDate } from '~/domain/time/day'
import { deadline } from '~/domain/time/deadline'
import { ok, type Verdict } from '~/domain/verdict'
import { type CaseRecord, turnClock, writeMove } from '~/infra/case-record.server'
import { calendar, officeSetting } from '~/infra/reference.server'
import type { Transaction } from '~/infra/transact.server'
import { issueLetter } from './issue-letter.server'
import { tellApplicant } from './tell-applicant.server'

/** The day by which a request sent today is to be answered. Refuses `calendar-not-published`. */
export async function supplementDue(today: Day): Promise<Verdict<Day>> {
  const limit = await officeSetting('supplementLimitWorkingDays')
  const due = deadline(await calendar(), { received: today, limit, unit: 'working_day' })
  return due.ok ? ok(due.value.due) : due
}

interface ToSend {
  id: string
  items: SupplementItem[]
  reason: string
  dueDay: Day
  signature: Signature
  letterCode: string | null
}

/** A request leaves the house: the case waits, its clock stops from today, form 02 is issued, the applicant is told. */
export async function sendSupplement(
  t: Transaction,
  record: CaseRecord,
  next: CaseState,
  { id, items, reason, dueDay, signature, letterCode }: ToSend,
): Promise<Verdict<string>> {
  const moved = await writeMove(t, record, next)
  if (!moved.ok) return moved
  const turned = await turnClock(t, record, (segments, on) =>
    pause(segments, { on, holder: 'applicant', reason: 'supplement' }),
  )
  if (!turned.ok) return turned
  await t.db.supplement.update({ where: { id }, data: { sentAt: t.now, dueDay: dayToDate(dueDay) } })
  const letter = await issueLetter(t, record, {
    kind: 'supplement_request',
    ...signature,
    officialCode: letterCode,
    says: {
      items: items.map(({ type, what, why, again }) => ({ type, what, why, again })),
      reason,
      requestedDay: t.today,
      answerByDay: dueDay,
      contact: null,
      first: !record.supplements.some(({ stage }) => stage === record.state),
    },
  })
  const asked = { items: items.map((item) => item.what), answerByDay: dueDay }
  await tellApplicant(t, record, 'supplement_requested', asked)
  return ok(letter)
}
