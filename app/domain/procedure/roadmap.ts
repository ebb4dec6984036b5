import type { Text } from '../text'
import type { Calendar } from '../time/calendar'
import { type Day, laterOf } from '../time/day'
import { workingDaysBetween } from '../time/deadline'
import { ok, refuse, type Verdict } from '../verdict'
import { agencyFor, type RegistrationLevel } from './agency'
import { dependenciesOf } from './dependency'
import type { RoadmapFacts } from './facts'
import { ASSUMED_LIMITS, type AssumedLimits, endOfStep, limitFor, type StepLimit, wholeLimit } from './limit'
import { type RoadmapFlag, type SelectedStep, selectSteps } from './selection'
import { chooseTrack } from './track'
import { type DependsOnMode, type ProcedureVersion, type Track, versionOn, versionOrLatest } from './version'

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

/** A step whose days are null where the published calendar does not reach. */
export interface OpenStep extends Omit<PlannedStep, 'startsDay' | 'endsDay'> {
  startsDay: Day | null
  endsDay: Day | null
  /** No published version covers its day: the latest one before stands here and has to be confirmed. */
  versionToConfirm: boolean
}

/** A roadmap that stays open where calendar or versions end; path and length are null unless all its days are known. */
export interface OpenRoadmap extends Omit<Roadmap, 'steps' | 'criticalPath' | 'workingDays'> {
  steps: OpenStep[]
  criticalPath: string[] | null
  workingDays: number | null
}

export interface RoadmapInput {
  tracks: readonly Track[]
  versions: readonly ProcedureVersion[]
  calendar: Calendar
  facts: RoadmapFacts
  /** Limits planned where none is published; `ASSUMED_LIMITS` when not given. */
  assumptions?: AssumedLimits
  /** Beyond what is published: refuse (by default), or leave open and say so. */
  beyondCalendar?: 'refuse' | 'open'
}

interface Plan {
  input: RoadmapInput
  selected: SelectedStep[]
  chosen: ReadonlyMap<string, ProcedureVersion>
  registration: RegistrationLevel | null
}

const isOpenPlan = (input: RoadmapInput): boolean => input.beyondCalendar === 'open'

/** The version on the start day, else the next one to come into force; in an open plan also the latest before. */
const firstVersion = (input: RoadmapInput, procedure: string): Verdict<ProcedureVersion> => {
  const { versions, facts } = input
  const now = isOpenPlan(input)
    ? versionOrLatest(versions, procedure, facts.startDay)
    : versionOn(versions, procedure, facts.startDay)
  if (now.ok) return now
  const later = versions.filter((v) => v.procedure === procedure && v.effectiveFrom > facts.startDay)
  return later.length > 0 ? ok(later.reduce((a, b) => (a.effectiveFrom <= b.effectiveFrom ? a : b))) : now
}

/** The days of a step and its whole limit; open where the calendar ends and the plan may be. */
const daysOf = (plan: Plan, version: ProcedureVersion, startsDay: Day | null, limit: StepLimit) => {
  const { input } = plan
  const open = { startsDay, endsDay: null, limit: wholeLimit(version, limit) }
  if (startsDay === null) return ok(open)
  const ends = endOfStep(input.calendar, version, startsDay, limit)
  if (ends.ok) return ok({ startsDay, ...ends.value })
  const beyond = ends.refusal.code === 'calendar-not-published' && startsDay >= input.calendar.knownFrom
  if (!beyond || !isOpenPlan(input)) return ends
  return ok({ ...open, startsDay: startsDay > input.calendar.knownUntil ? null : startsDay })
}

const planStep = (plan: Plan, step: SelectedStep, dependsOn: string[], from: Day | null): Verdict<OpenStep> => {
  const { facts, assumptions = ASSUMED_LIMITS } = plan.input
  const version = plan.chosen.get(step.procedure)
  if (!version) return refuse('procedure-not-published', { procedure: step.procedure, day: facts.startDay })
  const days = daysOf(plan, version, from, limitFor(version, facts, assumptions))
  if (!days.ok) return days
  return ok({
    code: step.procedure,
    version: version.code,
    name: version.name,
    agency: agencyFor(version, { ...facts, registration: plan.registration }),
    dependsOn,
    dependsOnMode: version.dependsOnMode,
    ...days.value,
    optional: step.optional,
    versionToConfirm: false,
  })
}

/** The last of some days; null where one of them is not known. */
const lastOf = (days: readonly (Day | null)[], first: Day): Day | null =>
  days.reduce<Day | null>((last, day) => (last === null || day === null ? null : laterOf(last, day)), first)

/** Every step as early as its dependencies allow, in the order selected; a circle is refused with `conflict`. */
const schedule = (plan: Plan): Verdict<OpenStep[]> => {
  const { facts } = plan.input
  const current = (procedure: string) => {
    const version = firstVersion(plan.input, procedure)
    return version.ok ? version.value : undefined
  }
  const waiting = plan.selected.map((step) => ({
    step,
    dependsOn: dependenciesOf(step, plan.selected, plan.chosen, current),
  }))
  const planned = new Map<string, OpenStep>()
  while (planned.size < waiting.length) {
    const ready = waiting.find(
      ({ step, dependsOn }) => !planned.has(step.procedure) && dependsOn.every((code) => planned.has(code)),
    )
    if (!ready) return refuse('conflict', { procedure: waiting[0]?.step.procedure ?? '' })
    const ends = ready.dependsOn.map((code) => planned.get(code)?.endsDay ?? null)
    const step = planStep(plan, ready.step, ready.dependsOn, lastOf(ends, facts.startDay))
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

const isDated = (step: OpenStep): step is OpenStep & PlannedStep => step.startsDay !== null && step.endsDay !== null

const LAND = ['LND-02', 'LND-10']

/** Whether the works begin before the land is leased: published dependencies do not always make them wait for it. */
const worksBeforeLand = (steps: readonly OpenStep[]): boolean => {
  const works = steps.filter(isDated).find((step) => step.code === 'BUILD')
  return (
    works !== undefined &&
    steps.some((s) => LAND.includes(s.code) && (s.endsDay === null || s.endsDay > works.startsDay))
  )
}

/** The critical path and its length, or neither while a step that is not optional has no day. */
const lengthOf = (steps: readonly OpenStep[], input: RoadmapInput) => {
  const dated = steps.filter(isDated)
  if (steps.some((step) => !step.optional && !isDated(step))) return ok({ criticalPath: null, workingDays: null })
  const path = findCriticalPath(dated)
  const { startDay } = input.facts
  const workingDays = workingDaysBetween(input.calendar, startDay, path.at(-1)?.endsDay ?? startDay)
  if (!workingDays.ok) return workingDays
  return ok({ criticalPath: path.map((step) => step.code), workingDays: workingDays.value })
}

const flagsOf = (steps: readonly OpenStep[], flags: readonly RoadmapFlag[]): RoadmapFlag[] => [
  ...flags,
  ...(worksBeforeLand(steps) ? (['works-before-land'] as const) : []),
  ...(steps.every(isDated) ? [] : (['beyond-calendar'] as const)),
  ...(steps.some((step) => step.versionToConfirm) ? (['version-to-confirm'] as const) : []),
]

/**
 * The version for the first day of a step. An open plan takes the latest one before where none covers the day,
 * and for a day that is not known the one of the last day of the calendar.
 */
const versionFor = (
  input: RoadmapInput,
  code: string,
  startsDay: Day | null,
): Verdict<{ version: ProcedureVersion; toConfirm: boolean }> => {
  const day = startsDay ?? input.calendar.knownUntil
  const covering = versionOn(input.versions, code, day)
  if (covering.ok) return ok({ version: covering.value, toConfirm: false })
  const latest = isOpenPlan(input) ? versionOrLatest(input.versions, code, day) : covering
  return latest.ok ? ok({ version: latest.value, toConfirm: true }) : latest
}

const plan = (input: RoadmapInput): Verdict<OpenRoadmap> => {
  const { tracks, versions, facts } = input
  const track = chooseTrack(tracks, facts)
  if (!track.ok) return track
  const selection = selectSteps(track.value, versions, facts, isOpenPlan(input) ? 'latest' : 'in-force')
  if (!selection.ok) return selection
  const { steps: selected, registration, flags } = selection.value

  const chosen = new Map<string, ProcedureVersion>()
  for (const { procedure } of selected) {
    const version = firstVersion(input, procedure)
    if (!version.ok) return version
    chosen.set(procedure, version.value)
  }

  // A later version may have other limits and dependencies and so move days again: repeat until none changes.
  for (let round = 0; round <= selected.length; round += 1) {
    const scheduled = schedule({ input, selected, chosen, registration })
    if (!scheduled.ok) return scheduled
    const steps: OpenStep[] = []
    let changed = false
    for (const step of scheduled.value) {
      const found = versionFor(input, step.code, step.startsDay)
      if (!found.ok) return found
      if (found.value.version.code !== chosen.get(step.code)?.code) changed = true
      chosen.set(step.code, found.value.version)
      steps.push({ ...step, versionToConfirm: found.value.toConfirm })
    }
    if (changed) continue
    const length = lengthOf(steps, input)
    if (!length.ok) return length
    return ok({ track: track.value.code, steps, ...length.value, flags: flagsOf(steps, flags) })
  }
  return refuse('procedure-not-published', { procedure: selected[0]?.procedure ?? '', day: facts.startDay })
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
 * With `beyondCalendar: 'open'` the end of calendar and versions refuses nothing: days not known are null from
 * there on (flag `beyond-calendar`), and the latest version before stands in (flag `version-to-confirm`).
 */
export function buildRoadmap(input: RoadmapInput & { beyondCalendar?: 'refuse' }): Verdict<Roadmap>
export function buildRoadmap(input: RoadmapInput): Verdict<OpenRoadmap>
export function buildRoadmap(input: RoadmapInput): Verdict<Roadmap | OpenRoadmap> {
  return plan(input)
}
