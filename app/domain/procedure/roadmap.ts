import type { Text } from '../text'
import type { Calendar } from '../time/calendar'
import { compareDays, type Day } from '../time/day'
import { workingDaysBetween } from '../time/deadline'
import { ok, refuse, type Verdict } from '../verdict'
import { agencyFor, type RegistrationLevel } from './agency'
import { dependenciesOf } from './dependency'
import type { RoadmapFacts } from './facts'
import { ASSUMED_LIMITS, type AssumedLimits, endOfStep, limitFor, type StepLimit } from './limit'
import { type RoadmapFlag, type SelectedStep, selectSteps } from './selection'
import { chooseTrack } from './track'
import { type DependsOnMode, type ProcedureVersion, type Track, versionOn } from './version'

export interface PlannedStep {
  /** The procedure's code. */
  code: string
  /** The code of the version in force on the day the step starts. */
  version: string
  name: Text
  agency: Text
  limit: StepLimit
  /** Codes of steps of this roadmap, all over by `startsDay`. */
  dependsOn: string[]
  dependsOnMode?: DependsOnMode
  startsDay: Day
  endsDay: Day
  optional: boolean
}

export interface Roadmap {
  track: string
  steps: PlannedStep[]
  /** The chain of steps, first to last, that decides the last day. */
  criticalPath: string[]
  /** Working days after the start day up to and including the last day of the critical path. */
  workingDays: number
  flags: RoadmapFlag[]
}

export interface RoadmapInput {
  tracks: readonly Track[]
  versions: readonly ProcedureVersion[]
  calendar: Calendar
  facts: RoadmapFacts
  /** Limits planned where none is published; `ASSUMED_LIMITS` when not given. */
  assumptions?: AssumedLimits
}

interface Plan {
  input: RoadmapInput
  selected: SelectedStep[]
  chosen: ReadonlyMap<string, ProcedureVersion>
  registration: RegistrationLevel | null
}

/** The version on the start day, else the next one to come into force. */
const firstVersion = (
  versions: readonly ProcedureVersion[],
  procedure: string,
  day: Day,
): Verdict<ProcedureVersion> => {
  const now = versionOn(versions, procedure, day)
  if (now.ok) return now
  const later = versions.filter((v) => v.procedure === procedure && v.effectiveFrom > day)
  return later.length > 0 ? ok(later.reduce((a, b) => (a.effectiveFrom <= b.effectiveFrom ? a : b))) : now
}

const planStep = (plan: Plan, step: SelectedStep, dependsOn: string[], startsDay: Day): Verdict<PlannedStep> => {
  const { calendar, facts, assumptions = ASSUMED_LIMITS } = plan.input
  const version = plan.chosen.get(step.procedure)
  if (!version) return refuse('procedure-not-published', { procedure: step.procedure, day: startsDay })
  const ends = endOfStep(calendar, version, startsDay, limitFor(version, facts, assumptions))
  if (!ends.ok) return ends
  return ok({
    code: step.procedure,
    version: version.code,
    name: version.name,
    agency: agencyFor(version, { ...facts, registration: plan.registration }),
    limit: ends.value.limit,
    dependsOn,
    dependsOnMode: version.dependsOnMode,
    startsDay,
    endsDay: ends.value.endsDay,
    optional: step.optional,
  })
}

/** Every step as early as its dependencies allow, in the order selected; a circle is refused with `conflict`. */
const schedule = (plan: Plan): Verdict<PlannedStep[]> => {
  const { versions, facts } = plan.input
  const current = (procedure: string) => {
    const version = firstVersion(versions, procedure, facts.startDay)
    return version.ok ? version.value : undefined
  }
  const waiting = plan.selected.map((step) => ({
    step,
    dependsOn: dependenciesOf(step, plan.selected, plan.chosen, current),
  }))
  const planned = new Map<string, PlannedStep>()
  while (planned.size < waiting.length) {
    const ready = waiting.find(
      ({ step, dependsOn }) => !planned.has(step.procedure) && dependsOn.every((code) => planned.has(code)),
    )
    if (!ready) return refuse('conflict', { procedure: waiting[0]?.step.procedure ?? '' })
    const startsDay = ready.dependsOn
      .map((code) => planned.get(code)?.endsDay ?? facts.startDay)
      .concat(facts.startDay)
      .reduce((a, b) => (compareDays(a, b) < 0 ? b : a))
    const step = planStep(plan, ready.step, ready.dependsOn, startsDay)
    if (!step.ok) return step
    planned.set(step.value.code, step.value)
  }
  return ok(plan.selected.flatMap((step) => planned.get(step.procedure) ?? []))
}

/** The chain that decides the last day: back from the last step by the dependency that ended last. */
const findCriticalPath = (steps: readonly PlannedStep[]): PlannedStep[] => {
  const last = (candidates: readonly PlannedStep[]) =>
    candidates.length === 0 ? undefined : candidates.reduce((a, b) => (b.endsDay >= a.endsDay ? b : a))
  const path: PlannedStep[] = []
  let step = last(steps.filter((s) => !s.optional))
  while (step) {
    const { dependsOn } = step
    path.unshift(step)
    step = last(steps.filter((s) => dependsOn.includes(s.code)))
  }
  return path
}

const LAND = ['LND-02', 'LND-10']

/** Whether the works begin before the land is leased: published dependencies do not always make them wait for it. */
const worksBeforeLand = (steps: readonly PlannedStep[]): boolean => {
  const works = steps.find((step) => step.code === 'BUILD')
  return works !== undefined && steps.some((step) => LAND.includes(step.code) && step.endsDay > works.startsDay)
}

/**
 * The roadmap of a project: the procedures its facts require, each begun on the day everything it waits for has
 * ended (roots on `startDay`) and ended by the deadline rule; the version of each is that of the day it begins.
 * Alternatives (`any`) that are in the roadmap are all waited for. Limits without a source are `assumed`.
 * `constructionDays` and limits in calendar days end on a working day; `workingDays` counts to the last step
 * that is not optional.
 * Refuses with `track-not-found`, with `procedure-not-published` when no version covers a step's first day (or
 * none stays valid for the day it leads to), with `calendar-not-published` when the plan outruns the calendar,
 * with `out-of-range` for durations outside 1 to 3650, with `conflict` when published versions wait for each other.
 */
export const buildRoadmap = (input: RoadmapInput): Verdict<Roadmap> => {
  const { tracks, versions, calendar, facts } = input
  const track = chooseTrack(tracks, facts)
  if (!track.ok) return track
  const selection = selectSteps(track.value, versions, facts)
  if (!selection.ok) return selection
  const { steps: selected, registration, flags } = selection.value

  const chosen = new Map<string, ProcedureVersion>()
  for (const { procedure } of selected) {
    const version = firstVersion(versions, procedure, facts.startDay)
    if (!version.ok) return version
    chosen.set(procedure, version.value)
  }

  // A later version may have other limits and dependencies and so move days again: repeat until none changes.
  for (let round = 0; round <= selected.length; round += 1) {
    const steps = schedule({ input, selected, chosen, registration })
    if (!steps.ok) return steps
    let changed = false
    for (const { code, startsDay } of steps.value) {
      const version = versionOn(versions, code, startsDay)
      if (!version.ok) return version
      if (version.value.code !== chosen.get(code)?.code) changed = true
      chosen.set(code, version.value)
    }
    if (changed) continue
    const path = findCriticalPath(steps.value)
    const workingDays = workingDaysBetween(calendar, facts.startDay, path.at(-1)?.endsDay ?? facts.startDay)
    if (!workingDays.ok) return workingDays
    return ok({
      track: track.value.code,
      steps: steps.value,
      criticalPath: path.map((step) => step.code),
      workingDays: workingDays.value,
      flags: worksBeforeLand(steps.value) ? [...flags, 'works-before-land'] : flags,
    })
  }
  return refuse('procedure-not-published', { procedure: selected[0]?.procedure ?? '', day: facts.startDay })
}
