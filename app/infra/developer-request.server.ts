import type { RequestMove, RequestState } from '~/domain/land/developer-answer'
import { moveRequest } from '~/domain/land/developer-answer'
import { may } from '~/domain/party/permission'
import type { Calendar } from '~/domain/time/calendar'
import { dueOf, endOf, type Segment } from '~/domain/time/clock'
import { type Day, dayToDate } from '~/domain/time/day'
import { ok, refuse, type Verdict } from '~/domain/verdict'
import { type CaseRecord, clockDay, clockOf, findCase, keepSegments, stateOf } from './case-record.server'
import { db } from './db.server'
import { inForceOn } from './in-force.server'
import { idKey } from './key-page.server'
import type { Prisma } from './prisma/client'
import type { Ctx, Transaction } from './transact.server'

/** The rule of the clock by which a developer answers: an office standard, not law. */
export const DEVELOPER_RULE = 'CM-DEV'

export type RequestRow = Prisma.DeveloperRequestGetPayload<object>

export interface RequestChange {
  request: RequestRow
  record: CaseRecord
  next: RequestState
}

/**
 * A request at the desk, for the developer of its zone and the move meant. Refuses `not-found` to another zone's
 * developer, `not-allowed`, `conflict`, `state-forbids`.
 */
export async function requestForMove(
  ctx: Ctx,
  input: { id: string; version: number },
  made: RequestMove,
): Promise<Verdict<RequestChange>> {
  const request = idKey(input.id) ? await db().developerRequest.findUnique({ where: { id: input.id } }) : null
  const role = may(ctx.actor, 'desk.answer')
  if (!role.ok) return role
  if (!request || !may(ctx.actor, 'desk.answer', { zoneId: request.zoneId }).ok) return refuse('not-found')
  const { number } = await db().caseFile.findUniqueOrThrow({ where: { id: request.caseId }, select: { number: true } })
  const record = await findCase(number)
  if (!record) return refuse('not-found')
  if (request.version !== input.version) return refuse('conflict', { state: request.state })
  const next = moveRequest(request.state as RequestState, made, stateOf(record))
  return next.ok ? ok({ request, record, next: next.value }) : next
}

/** Writes the answer on the request as it was read; refuses `conflict`. */
export async function writeRequest(
  t: Transaction,
  request: RequestRow,
  data: Prisma.DeveloperRequestUncheckedUpdateManyInput,
): Promise<Verdict<true>> {
  const written = await t.db.developerRequest.updateMany({
    where: { id: request.id, version: request.version },
    data: { ...data, version: { increment: 1 } },
  })
  return written.count === 1 ? ok(true) : refuse('conflict', { state: request.state })
}

/** Applies one event to the developer's clock; gives the day due, null while it stands still and once it has ended. */
export async function turnDeveloperClock(
  t: Transaction,
  caseId: string,
  days: Calendar,
  change: (segments: readonly Segment[], on: Day) => Verdict<Segment[]>,
): Promise<Verdict<Date | null>> {
  const row = await t.db.clock.findFirst({
    where: { caseId, rule: DEVELOPER_RULE },
    include: { segments: { orderBy: { position: 'asc' } } },
  })
  if (!row) return ok(null)
  const clock = clockOf(row)
  if (endOf(clock.segments) !== null) return ok(null)
  const changed = change(clock.segments, clockDay(clock, t.today))
  if (!changed.ok) return changed
  await keepSegments(t, row.id, changed.value)
  const runs = changed.value.some((segment) => segment.to === null && segment.counts)
  if (!runs) return ok(null)
  const due = dueOf(days, { ...clock, segments: changed.value }, t.today)
  return due.ok ? ok(dayToDate(due.value.due)) : due
}

/** The people of a zone's developer who are written to. */
export const developersOf = (reader: Pick<Prisma.TransactionClient, 'person'>, zoneId: string, today: Day) =>
  granted(reader, { role: 'developer', zoneId }, today)

/** The heads of the office's divisions. */
export const headsOf = (reader: Pick<Prisma.TransactionClient, 'person'>, today: Day) =>
  granted(reader, { role: 'head' }, today)

function granted(
  reader: Pick<Prisma.TransactionClient, 'person'>,
  grant: { role: string; zoneId?: string },
  today: Day,
) {
  const day = dayToDate(today)
  return reader.person.findMany({
    where: {
      deactivatedAt: null,
      emailConfirmedAt: { not: null },
      roleGrants: { some: { ...grant, ...inForceOn(day) } },
    },
    select: { email: true, fullName: true, lang: true },
  })
}
