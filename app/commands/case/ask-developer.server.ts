import { mailsTo } from '~/documents/notice/mails-to'
import { open } from '~/domain/time/clock'
import { type Day, dayToDate } from '~/domain/time/day'
import { deadline } from '~/domain/time/deadline'
import { ok, type Verdict } from '~/domain/verdict'
import type { CaseRecord } from '~/infra/case-record.server'
import { DEVELOPER_RULE, developersOf } from '~/infra/developer-request.server'
import { baseUrl } from '~/infra/env.server'
import { calendar, officeSetting } from '~/infra/reference.server'
import type { Transaction } from '~/infra/transact.server'

/**
 * What asking the zone's developer takes: nothing where the State leases. Its clock counts from the day the case's own
 * does. Refuses `calendar-not-published`.
 */
export async function developerAsked(
  record: CaseRecord,
  startDay: Day,
): Promise<Verdict<{ limit: number; startDay: Day; dueDay: Day } | null>> {
  if (!record.interest.zone.developerOfferNeeded || record.interest.role !== 'tenant') return ok(null)
  const limit = await officeSetting('developerAnswerWorkingDays')
  const due = deadline(await calendar(), { received: startDay, limit, unit: 'working_day' })
  return due.ok ? ok({ limit, startDay, dueDay: due.value.due }) : due
}

/** Puts a received case on the developer's desk, without a name, and starts the clock of the answer. */
export async function askDeveloper(
  t: Transaction,
  record: CaseRecord,
  { limit, startDay, dueDay }: { limit: number; startDay: Day; dueDay: Day },
): Promise<void> {
  const { zoneId } = record.interest
  const asked = open([], { on: startDay, holder: 'developer', reason: 'asked' })
  const segments = asked.ok ? asked.value : []
  await t.db.clock.create({
    data: {
      caseId: record.id,
      rule: DEVELOPER_RULE,
      unit: 'working_day',
      limit,
      startDay: dayToDate(startDay),
      segments: {
        create: segments.map(({ from, holder, reason, counts }, position) => {
          return { position, fromDay: dayToDate(from), holder, reason, counts }
        }),
      },
    },
  })
  const request = await t.db.developerRequest.create({
    data: { caseId: record.id, zoneId, askedAt: t.now, dueDay: dayToDate(dueDay) },
  })
  await t.audit({
    act: 'desk.ask_developer',
    subject: { kind: 'developer_request', id: request.id },
    caseId: record.id,
    detail: { dueDay },
  })
  const plots = record.interest.plots.map(({ plot }) => plot.code).join(', ')
  const about = { number: record.number, plots, dueDay, path: `/desk/requests/${request.id}`, baseUrl: baseUrl() }
  const people = await developersOf(t.db, zoneId, t.today)
  for (const mail of mailsTo(people, 'developer_asked', about, record.id)) await t.mail(mail)
}
