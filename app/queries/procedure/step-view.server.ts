import { isStepDone, type StepState, stepMovesFrom } from '~/domain/procedure/step-state'
import type { StepView } from '~/domain/procedure/step-view'
import { holderOf, type ProcedureVersion } from '~/domain/procedure/version'
import type { Text } from '~/domain/text'
import type { Calendar } from '~/domain/time/calendar'
import { dueOf } from '~/domain/time/clock'
import { type Day, toDay } from '~/domain/time/day'
import { isOverdue, remaining, type TimeUnit } from '~/domain/time/deadline'
import { clockOf } from '~/infra/case-record.server'
import type { Prisma } from '~/infra/prisma/client'

export const STEP_VIEW_INCLUDE = {
  version: { select: { code: true, body: true } },
  clock: { include: { segments: { orderBy: { position: 'asc' } } } },
} satisfies Prisma.RoadmapStepInclude

export type StepRow = Prisma.RoadmapStepGetPayload<{ include: typeof STEP_VIEW_INCLUDE }>

const dayOf = (date: Date | null): Day | null => (date === null ? null : toDay(date))
const bodyOf = (row: StepRow): ProcedureVersion => row.version.body as unknown as ProcedureVersion

function dueOfRow(row: StepRow, calendar: Calendar, today: Day): Pick<StepView, 'due' | 'dueUnknown'> {
  const running = row.state === 'received' || row.state === 'supplement'
  if (!row.clock || !running) return { due: null, dueUnknown: false }
  const clock = clockOf(row.clock)
  const due = dueOf(calendar, clock, today)
  if (!due.ok) return { due: null, dueUnknown: true }
  const { due: day, projected } = due.value
  const left = remaining(calendar, today, day, clock.unit)
  return {
    due: { day, projected, overdue: isOverdue(today, day), remaining: left.ok ? left.value : null },
    dueUnknown: false,
  }
}

const toConfirm = (version: ProcedureVersion, starts: Day | null): boolean =>
  starts !== null && version.effectiveTo !== null && version.effectiveTo < starts

/** What a step is on a day, computed from its row, its clock and the steps of the same roadmap. */
export function stepView(
  row: StepRow,
  siblings: readonly StepRow[],
  files: ReadonlyMap<string, string>,
  calendar: Calendar,
  today: Day,
): StepView {
  const version = bodyOf(row)
  const state = row.state as StepState
  const open = siblings.filter(
    (other) => row.dependsOn.includes(other.procedureCode) && !isStepDone(other.state as StepState),
  )
  const paused = state === 'supplement'
  const fileName = row.resultDocumentId ? files.get(row.resultDocumentId) : undefined
  const started = dayOf(row.receivedDay)
  return {
    id: row.id,
    rowVersion: row.rowVersion,
    position: row.position,
    code: row.procedureCode,
    versionCode: row.versionCode,
    versionToConfirm: toConfirm(version, started ?? dayOf(row.plannedStart)),
    name: version.name,
    agency: row.agencyText as unknown as Text,
    legalBasis: version.legalBasis,
    dossier: version.dossier,
    result: version.result,
    state,
    stage: isStepDone(state) ? 'done' : state === 'pending' ? 'next' : 'now',
    optional: row.optional,
    limit:
      row.limitValue === null
        ? null
        : { value: row.limitValue, unit: row.limitUnit as TimeUnit, assumed: row.limitAssumed },
    plannedStart: dayOf(row.plannedStart),
    plannedEnd: dayOf(row.plannedEnd),
    receivedDay: started,
    resultDay: dayOf(row.resultDay),
    note: row.resultNote,
    resultFile: row.resultDocumentId && fileName ? { id: row.resultDocumentId, fileName } : null,
    ...dueOfRow(row, calendar, today),
    paused,
    holder: paused ? 'applicant' : state === 'received' ? holderOf(version) : null,
    waitsFor: open.map((other) => ({ code: other.procedureCode, name: bodyOf(other).name })),
    moves: stepMovesFrom(state).filter((move) => move !== 'set_aside' || row.optional),
  }
}
