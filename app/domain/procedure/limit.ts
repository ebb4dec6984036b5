import type { Calendar } from '../time/calendar'
import { type Day, daysBetween } from '../time/day'
import { deadline } from '../time/deadline'
import { ok, type Verdict } from '../verdict'
import type { RoadmapFacts } from './facts'
import { appraisedByAuthority } from './screening'
import type { ProcedureVersion, TimeLimit } from './version'

/** A limit as planned; `assumed` when no rule in force sets it. */
export interface StepLimit extends TimeLimit {
  assumed: boolean
}

/** What is assumed, by procedure, where neither the law nor the version's own fallback gives a limit. */
export type AssumedLimits = Readonly<Record<string, TimeLimit>>

/** Planning values to begin with; the office edits them. No source: every use is flagged as assumed. */
export const ASSUMED_LIMITS: AssumedLimits = {
  'INV-00': { value: 10, unit: 'working_day' },
  'INV-30': { value: 10, unit: 'working_day' },
  'CCN-00': { value: 20, unit: 'working_day' },
  'PLN-01': { value: 30, unit: 'working_day' },
  'LND-10': { value: 20, unit: 'working_day' },
  'ENV-01': { value: 30, unit: 'day' },
  'ENV-03': { value: 5, unit: 'working_day' },
  'CON-03': { value: 3, unit: 'working_day' },
  'BNK-01': { value: 5, unit: 'working_day' },
  'UTL-01': { value: 15, unit: 'working_day' },
  'UTL-02': { value: 10, unit: 'working_day' },
}

const ANY_OTHER: TimeLimit = { value: 5, unit: 'working_day' }

/** Variants of a limit by class of works: special and I, or the others; without a group, B is taken. */
const BY_CLASS: Readonly<Record<string, { high: string; other: string }>> = {
  'CON-01': { high: 'group B, class I+', other: 'group B other' },
  'CON-04': { high: 'class I/special', other: 'other' },
}

const lawLimit = (version: ProcedureVersion, facts: RoadmapFacts): TimeLimit | null => {
  const byClass = BY_CLASS[version.procedure]
  if (!byClass || !facts.constructionClass) return version.timeLimit
  const when = appraisedByAuthority(facts.constructionClass) ? byClass.high : byClass.other
  const variant = version.variants?.find((v) => v.when === when)
  return variant ? { value: variant.value, unit: variant.unit } : version.timeLimit
}

/**
 * The limit a step is planned with. In order: the days of the works themselves (BUILD, calendar days), the limit in
 * force (of the class of works where it differs), the version's fallback, the assumed one. All but the first two
 * are `assumed`; so are limits still to be verified and the project group taken for CON-01. Never zero by silence.
 */
export const limitFor = (
  version: ProcedureVersion,
  facts: RoadmapFacts,
  assumptions: AssumedLimits = ASSUMED_LIMITS,
): StepLimit => {
  if (version.timeLimitKind === 'applicant_duration') {
    return { value: facts.constructionDays, unit: 'day', assumed: false }
  }
  const inForce = lawLimit(version, facts)
  if (!inForce) {
    const { value, unit } = version.fallback ?? assumptions[version.procedure] ?? ANY_OTHER
    return { value, unit, assumed: true }
  }
  const unsure = version.limitAssumed === true || version.timeLimitStatus === 'needs_verification'
  return { value: inForce.value, unit: inForce.unit, assumed: unsure || version.procedure === 'CON-01' }
}

const stagesOf = (version: ProcedureVersion): TimeLimit[] =>
  version.timeLimitKind === 'main_stage' ? (version.steps ?? []).flatMap((stage) => stage.limit ?? []) : []

/**
 * The limit of all stages where the published one is that of the main stage alone, without asking the calendar:
 * in the stages' unit when they share one, else their numbers added up as calendar days, which is then assumed.
 */
export const wholeLimit = (version: ProcedureVersion, limit: StepLimit): StepLimit => {
  const stages = stagesOf(version)
  const [first] = stages
  if (!first) return limit
  const oneUnit = stages.every((stage) => stage.unit === first.unit)
  const value = stages.reduce((sum, stage) => sum + stage.value, 0)
  return oneUnit ? { value, unit: first.unit, assumed: limit.assumed } : { value, unit: 'day', assumed: true }
}

/**
 * The day a step begun on `startsDay` ends, and its whole limit. Where the published limit is that of the main stage
 * alone (`main_stage`: cluster establishment, Decree 32/2024 Art 10), the stages follow one another and the limit
 * answered is that of all of them: in their unit when they share one, else in calendar days.
 * Refuses as `deadline` does.
 */
export const endOfStep = (
  calendar: Calendar,
  version: ProcedureVersion,
  startsDay: Day,
  limit: StepLimit,
): Verdict<{ endsDay: Day; limit: StepLimit }> => {
  const stages = stagesOf(version)
  let endsDay = startsDay
  for (const stage of stages.length > 0 ? stages : [limit]) {
    const ends = deadline(calendar, { received: endsDay, limit: stage.value, unit: stage.unit })
    if (!ends.ok) return ends
    endsDay = ends.value.due
  }
  const [first] = stages
  if (!first) return ok({ endsDay, limit })
  const oneUnit = first.unit === 'working_day' && stages.every((stage) => stage.unit === first.unit)
  const value = oneUnit ? stages.reduce((sum, stage) => sum + stage.value, 0) : daysBetween(startsDay, endsDay)
  return ok({ endsDay, limit: { value, unit: oneUnit ? first.unit : 'day', assumed: limit.assumed } })
}
