import { nextDueDay } from '~/domain/case/due'
import type { ExtensionFacts } from '~/domain/case/overdue'
import { actOf, type CaseMove, type CaseState, ENDED, isOpen, isWaiting, move } from '~/domain/case/state'
import { carryForm, EDITIONS, type KeptForm } from '~/domain/interest/edition'
import type { InterestForm } from '~/domain/interest/form'
import { may, type Thing } from '~/domain/party/permission'
import type { Text } from '~/domain/text'
import type { Calendar } from '~/domain/time/calendar'
import type { Clock, Segment } from '~/domain/time/clock'
import { type Day, dayToDate, laterOf, toDay } from '~/domain/time/day'
import type { TimeUnit } from '~/domain/time/deadline'
import { ok, refuse, type Verdict } from '~/domain/verdict'
import { USED_DOCUMENTS } from './case-documents.server'
import { db } from './db.server'
import { endClaims } from './holds.server'
import { inForceOn } from './in-force.server'
import type { Prisma } from './prisma/client'
import { calendar } from './reference.server'
import { staleBy } from './stale-subject.server'
import type { Ctx, Transaction } from './transact.server'

const INCLUDE = {
  organization: true,
  officer: { select: { id: true, fullName: true, email: true, lang: true } },
  interest: {
    include: {
      zone: true,
      plots: { include: { plot: true }, orderBy: { plot: { code: 'asc' } } },
      documents: { orderBy: { createdAt: 'asc' } },
      documentUses: USED_DOCUMENTS,
      mandate: { select: { untilDay: true, mandateDocumentId: true, person: { select: { fullName: true } } } },
    },
  },
  clocks: { where: { rule: 'CM-01' }, include: { segments: { orderBy: { position: 'asc' } } } },
  receipt: true,
  appealOf: {
    select: {
      id: true,
      number: true,
      decisions: { select: { decidedById: true }, orderBy: { decidedAt: 'desc' }, take: 1 },
    },
  },
  recommendations: { orderBy: { proposedAt: 'desc' }, take: 1 },
  // Those that left the house: a request that waits for its countersignature binds nobody.
  supplements: { where: { sentAt: { not: null } }, orderBy: { requestedAt: 'desc' } },
  consultations: { select: { dueDay: true, silence: true, answeredAt: true } },
  roadmap: { select: { id: true, steps: { select: { agencyKey: true, state: true, optional: true } } } },
} satisfies Prisma.CaseFileInclude

/** `days` is the calendar its clock is read by: inside a transaction there is no other reading of it. */
export type CaseRecord = Prisma.CaseFileGetPayload<{ include: typeof INCLUDE }> & {
  days: Calendar
  /** Of an appeal: who signed the decision it is against, or refused the dossier. */
  signedFirstById: string | null
}

/** A case with what every change of it asks; null where there is none of that number. */
export async function findCase(number: string): Promise<CaseRecord | null> {
  const [row, days] = await Promise.all([db().caseFile.findUnique({ where: { number }, include: INCLUDE }), calendar()])
  return row && { ...row, days, signedFirstById: await signedFirst(row.appealOf) }
}

type AppealedCase = Prisma.CaseFileGetPayload<{ include: typeof INCLUDE }>['appealOf']

async function signedFirst(appealed: AppealedCase): Promise<string | null> {
  if (!appealed) return null
  const [decision] = appealed.decisions
  if (decision) return decision.decidedById
  const refusal = await db().auditEntry.findFirst({ where: { caseId: appealed.id, act: 'case.refuse' } })
  return refusal?.actorId ?? null
}

export const stateOf = (record: { state: string }): CaseState => record.state as CaseState
/** What was submitted, by the names of today: what its edition of the form did not ask is null. */
export const formOf = ({ interest }: Pick<CaseRecord, 'interest'>): InterestForm =>
  carryForm(interest.form as KeptForm, interest.formVersion, EDITIONS) as unknown as InterestForm
export const textOf = (value: Prisma.JsonValue): Text => value as unknown as Text

/** The open request for a supplement as the domain judges a later day for it. */
export const extensionFactsOf = (row: CaseRecord['supplements'][number]): ExtensionFacts => ({
  dueDay: toDay(row.dueDay),
  answered: row.answeredAt !== null,
  asked: row.extensionDay && toDay(row.extensionDay),
  granted: row.extensionGranted,
})

/** Who submitted the case for its organisation under a mandate, and its last day; null for one of its own. */
export function agentOf(record: CaseRecord): { name: string; untilDay: Day; documentId: string | null } | null {
  const { mandate } = record.interest
  if (!mandate?.untilDay) return null
  return { name: mandate.person.fullName, untilDay: toDay(mandate.untilDay), documentId: mandate.mandateDocumentId }
}

/** Whose case it is: what scope is asked of. */
export const thingOf = (record: CaseRecord): Thing => ({
  organizationId: record.organizationId,
  officerId: record.officerId,
  divisionKey: record.divisionKey,
  zoneId: record.interest.zoneId,
  agencyKeys: record.roadmap?.steps.map((step) => step.agencyKey) ?? [],
  proposedById: record.recommendations[0]?.proposedById ?? null,
  reviewedById: record.recommendations[0]?.reviewedById ?? null,
  signedFirstById: record.signedFirstById,
})

/**
 * The case, and the state after the move, for those who may make it. `version` is what the person saw.
 * Refuses `not-found`, `not-allowed`, `proposer-signs`, `conflict`, `state-forbids`.
 */
export async function caseForMove(
  ctx: Ctx,
  input: { number: string; version?: number },
  made: CaseMove,
): Promise<Verdict<{ record: CaseRecord; next: CaseState }>> {
  const record = await findCase(input.number)
  if (!record) return refuse('not-found')
  const allowed = may(ctx.actor, actOf(made), thingOf(record))
  if (!allowed.ok) return allowed
  if (input.version !== undefined && input.version !== record.version) return stale(db(), record)
  const next = move(stateOf(record), made, record.resumeState as CaseState | null)
  return next.ok ? ok({ record, next: next.value }) : next
}

/** Somebody else was faster: says who did what, when. */
export const stale = (
  reader: Pick<Prisma.TransactionClient, 'auditEntry'>,
  record: { id: string; state: string },
): Promise<Verdict<never>> => staleBy(reader, { caseId: record.id }, record.state)

/**
 * Writes the new state on the row as it was read; anybody's change in between refuses `conflict`. A case that ends has
 * no more claim to land: its hold is released and its place in the line left, whoever ended it.
 */
export async function writeMove(
  t: Transaction,
  record: CaseRecord,
  next: CaseState,
  data: Prisma.CaseFileUncheckedUpdateManyInput = {},
): Promise<Verdict<{ holdsReleased: number }>> {
  const written = await t.db.caseFile.updateMany({
    where: { id: record.id, version: record.version },
    data: {
      state: next,
      resumeState: next === record.state ? record.resumeState : isWaiting(next) ? record.state : null,
      version: { increment: 1 },
      nextDueDay: dueDate(record, next, record.clocks[0] ? clockOf(record.clocks[0]) : null),
      ...data,
    },
  })
  if (written.count !== 1) return stale(t.db, record)
  return ok({ holdsReleased: isOpen(next) ? 0 : await endClaims(t, record.id, next) })
}

/** Marks the case as changed where its state stays: whoever read it before is told of the conflict. */
export const touchCase = (t: Transaction, record: CaseRecord) =>
  writeMove(t, record, stateOf(record), { resumeState: record.resumeState })

/** Locks the row of a case that is still open, whatever was changed of it since it was read. Refuses `state-forbids`. */
export async function lockCase(t: Transaction, { id }: CaseRecord): Promise<Verdict<true>> {
  const rows = await t.db.$queryRaw<{ state: CaseState }[]>`
    SELECT state FROM "CaseFile" WHERE id = ${id}::uuid FOR NO KEY UPDATE`
  return rows.some(({ state }) => isOpen(state)) ? ok(true) : refuse('state-forbids')
}

/** The kept due day: what `writeMove`, `startClock` and `turnClock` leave behind, so that lists need no clocks. */
const dueDate = (record: CaseRecord, state: CaseState, clock: Clock | null): Date | null => {
  const day = nextDueDay(record.days, { state, intakeDue: toDay(record.intakeDueDay), clock })
  return day && dayToDate(day)
}

type ClockRow = CaseRecord['clocks'][number]

/** A clock row as the domain's clock. */
export const clockOf = (row: ClockRow): Clock => ({
  unit: row.unit as TimeUnit,
  limit: row.limit,
  startDay: toDay(row.startDay),
  segments: row.segments.map((segment) => ({
    from: toDay(segment.fromDay),
    to: segment.toDay === null ? null : toDay(segment.toDay),
    holder: segment.holder,
    reason: segment.reason,
    counts: segment.counts,
  })),
})

/** The day an event falls on a clock: today, or the day the clock begins where that is still ahead (15:00 rule). */
export const clockDay = (clock: Clock, today: Day): Day =>
  [clock.startDay, ...clock.segments.map((segment) => segment.from)].reduce(laterOf, today)

/** Keeps changed segments: ends open ones, adds new ones. Nothing else of a segment ever changes. */
export async function keepSegments(t: Transaction, clockId: string, segments: readonly Segment[]): Promise<void> {
  const kept = await t.db.clockSegment.findMany({ where: { clockId }, orderBy: { position: 'asc' } })
  for (const [position, segment] of segments.entries()) {
    const row = kept[position]
    const toDate = segment.to === null ? null : dayToDate(segment.to)
    if (!row) {
      await t.db.clockSegment.create({
        data: {
          clockId,
          position,
          fromDay: dayToDate(segment.from),
          toDay: toDate,
          holder: segment.holder,
          reason: segment.reason,
          counts: segment.counts,
        },
      })
    } else if (row.toDay === null && toDate !== null) {
      await t.db.clockSegment.update({ where: { id: row.id }, data: { toDay: toDate } })
    }
  }
}

/** Applies one event to the case's own clock, where it has one. */
export async function turnClock(
  t: Transaction,
  record: CaseRecord,
  change: (segments: readonly Segment[], on: Day) => Verdict<Segment[]>,
): Promise<Verdict<true>> {
  const row = record.clocks[0]
  if (!row) return ok(true)
  const clock = clockOf(row)
  const changed = change(clock.segments, clockDay(clock, t.today))
  if (!changed.ok) return changed
  await keepSegments(t, row.id, changed.value)
  await keepDue(t, record, { ...clock, segments: changed.value })
  return ok(true)
}

/** The due day by a clock that began or turned; what has ended or is submitted has its own. */
async function keepDue(t: Transaction, record: CaseRecord, clock: Clock): Promise<void> {
  await t.db.caseFile.updateMany({
    where: { id: record.id, state: { notIn: [...ENDED, 'submitted'] } },
    data: { nextDueDay: dueDate(record, 'received', clock) },
  })
}

/** Starts the case's own clock on the day it counts from. Refuses `state-forbids` where it runs already. */
export async function startClock(
  t: Transaction,
  record: CaseRecord,
  { limit, startDay }: { limit: number; startDay: Day },
): Promise<Verdict<true>> {
  if (record.clocks.length > 0) return refuse('state-forbids')
  const first: Segment = { from: startDay, to: null, holder: 'intake', reason: 'received', counts: true }
  const { id } = await t.db.clock.create({
    data: { caseId: record.id, rule: 'CM-01', unit: 'working_day', limit, startDay: dayToDate(startDay) },
  })
  await keepSegments(t, id, [first])
  await keepDue(t, record, { unit: 'working_day', limit, startDay, segments: [first] })
  return ok(true)
}

/** The people of the organisation who are written to: each in the language they chose. */
export async function peopleOf(
  organizationId: string,
  today: Day,
  reader: Pick<Prisma.TransactionClient, 'person'> = db(),
): Promise<{ email: string; fullName: string; lang: string }[]> {
  const day = dayToDate(today)
  return reader.person.findMany({
    where: {
      deactivatedAt: null,
      emailConfirmedAt: { not: null },
      memberships: {
        some: { organizationId, ...inForceOn(day) },
      },
    },
    select: { email: true, fullName: true, lang: true },
  })
}

/** The next number of a series, taken under the row's lock. */
export async function nextNumber(t: Transaction, key: string): Promise<number> {
  await t.db.$executeRaw`INSERT INTO "NumberSeries" (key, last) VALUES (${key}, 0) ON CONFLICT DO NOTHING`
  const rows = await t.db.$queryRaw<{ last: number }[]>`
    UPDATE "NumberSeries" SET last = last + 1 WHERE key = ${key} RETURNING last`
  return rows[0]?.last ?? 1
}
