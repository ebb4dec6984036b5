import { mailsTo } from '~/documents/notice/mails-to'
import { type CaseState, move as moveCase } from '~/domain/case/state'
import { may } from '~/domain/party/permission'
import type { RoadmapFacts } from '~/domain/procedure/facts'
import { limitFor, wholeLimit } from '~/domain/procedure/limit'
import { moveStep, type StepMove, type StepState } from '~/domain/procedure/step-state'
import { holderOf, type ProcedureVersion, versionOrLatest } from '~/domain/procedure/version'
import type { Text } from '~/domain/text'
import type { Calendar } from '~/domain/time/calendar'
import { type Clock, close, dueOf, pause, resume, type Segment } from '~/domain/time/clock'
import { type Day, dayInVietnam, dayToDate } from '~/domain/time/day'
import { countsFrom, type TimeUnit } from '~/domain/time/deadline'
import { ok, refuse, type Verdict } from '~/domain/verdict'
import { clockDay, clockOf, keepSegments, peopleOf } from '~/infra/case-record.server'
import { baseUrl } from '~/infra/env.server'
import { documentOf, type KeptUpload, withUploads } from '~/infra/kept-uploads.server'
import type { Prisma } from '~/infra/prisma/client'
import { calendar, procedureVersions } from '~/infra/reference.server'
import { staleSubject } from '~/infra/stale-subject.server'
import { findStep, type StepRecord, thingOfStep } from '~/infra/step-record.server'
import { type Ctx, type Transaction, transact } from '~/infra/transact.server'
import type { Upload } from '~/infra/upload.server'

interface Input {
  stepId: string
  /** The row's version as the person saw it. */
  rowVersion: number
  move: StepMove
  note: string
  uploads: Upload[]
}

type StepData = Prisma.RoadmapStepUncheckedUpdateManyInput

const NOTE_NEEDED: readonly StepMove[] = ['ask_supplement', 'set_aside']
const TOLD: Partial<Record<StepMove, 'received' | 'supplement' | 'result'>> = {
  receive: 'received',
  ask_supplement: 'supplement',
  record_result: 'result',
}

/**
 * The officer in charge or the step's agency records what happened: received (the step's clock starts, by the
 * 15:00 rule, with the version in force that day), supplement asked (it stops), supplied (it runs again), result
 * (it ends), set aside (optional steps alone). The first receipt of an approved case begins its fulfilment.
 * Refuses `not-found`, `not-allowed`, `conflict`, `state-forbids`, `required` without the note a move needs,
 * `file-missing` for a result with neither file nor note, `calendar-not-published` on a day beyond the calendar.
 */
export async function recordStep(ctx: Ctx, input: Input): Promise<Verdict<{ caseNumber: string }>> {
  const prepared = await prepare(ctx, input)
  if (!prepared.ok) return prepared
  const { step, next, receipt, days } = prepared.value
  const record = step.roadmap.case
  const people = TOLD[input.move] ? await peopleOf(record.organizationId, dayInVietnam(ctx.now)) : []
  return withUploads(`cases/${record.id}`, input.uploads, (kept) =>
    transact(ctx, async (t) => {
      // The row is locked until the end: a case withdrawn meanwhile takes no more results.
      const [current] = await t.db.$queryRaw<{ state: string }[]>`
        SELECT state FROM "CaseFile" WHERE id = ${record.id}::uuid FOR UPDATE`
      if (current?.state !== record.state) return refuse('conflict', { state: current?.state ?? '' })
      const documentId = await writeDocuments(t, step, kept)
      const written = await t.db.roadmapStep.updateMany({
        where: { id: step.id, rowVersion: step.rowVersion },
        data: { ...dataOf(t, input, next, documentId), ...receipt?.data, rowVersion: { increment: 1 } },
      })
      if (written.count !== 1) return staleSubject({ kind: 'step', id: step.id }, t.db)
      const clock = await turnStepClock(t, step, input.move, receipt?.clock ?? null)
      if (!clock.ok) return clock
      await t.audit({
        act: `step.${input.move}`,
        subject: { kind: 'step', id: step.id },
        caseId: record.id,
        detail: {
          procedure: step.procedureCode,
          state: next,
          note: input.note,
          files: kept.map(({ fileName, sha256 }) => ({ fileName, sha256 })),
          ...(receipt && { version: receipt.version, countsFromDay: receipt.clock.startDay }),
        },
      })
      if (input.move === 'receive' && record.state === 'approved') {
        const moved = await beginFulfilment(t, step)
        if (!moved.ok) return moved
      }
      const event = TOLD[input.move]
      if (event) {
        const due = event === 'received' && clock.value ? dueOf(days, clock.value, t.today) : null
        await tell(t, step, people, event, due?.ok ? due.value.due : null)
      }
      return ok({ caseNumber: record.number })
    }),
  )
}

/** Load, may, decide: nothing is written yet. */
async function prepare(ctx: Ctx, input: Input) {
  const step = await findStep(input.stepId)
  if (!step) return refuse('not-found')
  const allowed = may(ctx.actor, 'step.record', thingOfStep(step))
  if (!allowed.ok) return allowed
  if (input.rowVersion !== step.rowVersion) return staleSubject({ kind: 'step', id: step.id })
  const next = nextState(step, input)
  if (!next.ok) return next
  const days = await calendar()
  const receipt = input.move === 'receive' ? await receiptOf(ctx, step, days) : ok(null)
  if (!receipt.ok) return receipt
  return ok({ step, next: next.value, receipt: receipt.value, days })
}

function nextState(step: StepRecord, { move, note, uploads }: Input): Verdict<StepState> {
  const caseState = step.roadmap.case.state as CaseState
  if (caseState !== 'approved' && caseState !== 'in_fulfilment')
    return refuse('state-forbids', { state: caseState, move })
  const next = moveStep(step.state as StepState, move)
  if (!next.ok) return next
  if (move === 'set_aside' && !step.optional) return refuse('state-forbids', { state: step.state, move })
  if (NOTE_NEEDED.includes(move) && note === '') return refuse('required', undefined, 'note')
  if (move !== 'record_result' && uploads.length > 0)
    return refuse('state-forbids', { state: step.state, move }, 'file')
  if (move === 'record_result' && note === '' && uploads.length === 0) return refuse('file-missing', undefined, 'file')
  return next
}

/** What a receipt fixes: the day it counts from, the version of that day with its limit, the clock. */
async function receiptOf(ctx: Ctx, step: StepRecord, days: Calendar) {
  const counts = countsFrom(days, ctx.now)
  if (!counts.ok) return counts
  const startDay = counts.value
  const versions = await procedureVersions()
  const found = versionOrLatest(versions, step.procedureCode, startDay)
  const planned = step.version.body as unknown as ProcedureVersion
  const version = found.ok ? found.value : planned
  const limit =
    version.code === step.versionCode && step.limitValue !== null
      ? { value: step.limitValue, unit: step.limitUnit as TimeUnit, assumed: step.limitAssumed }
      : wholeLimit(version, limitFor(version, step.roadmap.facts as unknown as RoadmapFacts))
  const segment: Segment = { from: startDay, to: null, holder: holderOf(version), reason: 'received', counts: true }
  const clock: Clock = { unit: limit.unit, limit: limit.value, startDay, segments: [segment] }
  const data: StepData = {
    receivedDay: dayToDate(startDay),
    versionCode: version.code,
    limitValue: limit.value,
    limitUnit: limit.unit,
    limitAssumed: limit.assumed,
  }
  return ok({ clock, data, version: version.code })
}

function dataOf(t: Transaction, { move, note }: Input, state: StepState, documentId: string | null): StepData {
  const said: StepData = note === '' && move === 'receive' ? { state } : { state, resultNote: note || null }
  return move === 'record_result' ? { ...said, resultDay: dayToDate(t.today), resultDocumentId: documentId } : said
}

async function writeDocuments(t: Transaction, step: StepRecord, kept: readonly KeptUpload[]): Promise<string | null> {
  let first: string | null = null
  for (const upload of kept) {
    const row = await t.db.document.create({
      data: {
        ...documentOf(upload),
        caseId: step.roadmap.caseId,
        kind: 'step_result',
        uploadedById: t.actor.personId,
        createdAt: t.now,
      },
    })
    first ??= row.id
  }
  return first
}

/** Starts, stops, resumes or ends the step's clock; answers the clock as it is then. */
async function turnStepClock(
  t: Transaction,
  step: StepRecord,
  move: StepMove,
  started: Clock | null,
): Promise<Verdict<Clock | null>> {
  if (started) {
    const row = await t.db.clock.create({
      data: {
        stepId: step.id,
        rule: step.procedureCode,
        unit: started.unit,
        limit: started.limit,
        startDay: dayToDate(started.startDay),
      },
    })
    await keepSegments(t, row.id, started.segments)
    return ok(started)
  }
  if (!step.clock) return move === 'set_aside' ? ok(null) : refuse('state-forbids')
  const clock = clockOf(step.clock)
  const on = clockDay(clock, t.today)
  const changed = turned(clock.segments, move, on, holderOf(step.version.body as unknown as ProcedureVersion))
  if (!changed.ok) return changed
  await keepSegments(t, step.clock.id, changed.value)
  if (move === 'record_result')
    await t.db.clock.update({ where: { id: step.clock.id }, data: { endDay: dayToDate(on) } })
  return ok({ ...clock, segments: changed.value })
}

function turned(segments: readonly Segment[], move: StepMove, on: Day, holder: string): Verdict<Segment[]> {
  if (move === 'ask_supplement') return pause(segments, { on, holder: 'applicant', reason: 'supplement' })
  if (move === 'supply') return resume(segments, { on, holder, reason: 'supplied', answers: 'supplement' })
  return close(segments, on)
}

async function beginFulfilment(t: Transaction, step: StepRecord): Promise<Verdict<true>> {
  const record = step.roadmap.case
  const next = moveCase(record.state as CaseState, 'fulfil')
  if (!next.ok) return next
  const written = await t.db.caseFile.updateMany({
    where: { id: record.id, version: record.version },
    data: { state: next.value, version: { increment: 1 } },
  })
  if (written.count !== 1) return refuse('conflict')
  await t.audit({
    act: 'case.fulfil',
    subject: { kind: 'case', id: record.id },
    caseId: record.id,
    detail: { firstStep: step.procedureCode },
  })
  return ok(true)
}

async function tell(
  t: Transaction,
  step: StepRecord,
  people: Awaited<ReturnType<typeof peopleOf>>,
  event: 'received' | 'supplement' | 'result',
  dueDay: Day | null,
): Promise<void> {
  const record = step.roadmap.case
  const about = {
    number: record.number,
    step: (step.version.body as unknown as ProcedureVersion).name,
    agency: step.agencyText as unknown as Text,
    event,
    dueDay,
    path: `/my/cases/${record.number}`,
    baseUrl: baseUrl(),
  }
  for (const mail of mailsTo(people, 'step_recorded', about, record.id)) await t.mail(mail)
}
