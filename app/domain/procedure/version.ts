import type { Text } from '../text'
import type { Day } from '../time/day'
import type { TimeUnit } from '../time/deadline'
import { ok, refuse, type Verdict } from '../verdict'

export const ROADMAP_ZONE_KINDS = ['industrial_park', 'industrial_cluster'] as const
/** The kinds of zone procedures are published for. */
export type RoadmapZoneKind = (typeof ROADMAP_ZONE_KINDS)[number]

export interface TimeLimit {
  value: number
  unit: TimeUnit
}

/** One stage inside a procedure, with its own limit where it has one. */
export interface ProcedureStage {
  text: Text
  limit?: TimeLimit
}

/** A limit that holds only `when` something is so (a project group, a works class). */
export interface LimitVariant extends TimeLimit {
  when: string
  label: Text
}

/** What the limit limits, where it is not simply the agency's time from receipt to result. */
export type TimeLimitKind = 'applicant_lead_time' | 'minimum_wait' | 'main_stage' | 'applicant_duration'

/** How several dependencies count: alternatives, or those that the project's facts bring about. */
export type DependsOnMode = 'any' | 'applicable'

export type Applicant = 'secondary_investor' | 'cluster_developer'

/** One procedure as it is (or was) in force between two days, both included. */
export interface ProcedureVersion {
  /** `INV-21`, or `INV-21@2025` where a procedure has several versions. */
  code: string
  procedure: string
  name: Text
  agency: Text
  timeLimit: TimeLimit | null
  /** The limit was set by the office, not by law. */
  limitAssumed?: boolean
  timeLimitKind?: TimeLimitKind
  timeLimitStatus?: 'needs_verification'
  /** The former limit to show where none is in force. */
  fallback?: TimeLimit
  variants?: LimitVariant[]
  steps?: ProcedureStage[]
  legalBasis: string
  effectiveFrom: Day
  /** The last day in force; null while no end is known. */
  effectiveTo: Day | null
  dossier: { text: Text; required: boolean }[]
  result: Text
  dependsOn: string[]
  dependsOnMode?: DependsOnMode
  /** When it is needed; null where nothing is said. */
  condition: Text | null
  source: string
  confidence: string
  phase: string
  zoneKinds: RoadmapZoneKind[]
  appliesTo: Applicant[]
  /** Procedures that fall away where this one is chosen. */
  replaces?: string[]
  /** When a recurring duty is due; a procedure with one is never on the critical path. */
  recurrence?: Text
  isAdministrative?: boolean
  internal?: boolean
  fee?: Text
  tthcCode?: string
  notes?: Text
}

/** Who has a running step of this version: the applicant where the limit is the applicant's own, else the agency. */
export const holderOf = (version: Pick<ProcedureVersion, 'timeLimitKind'>): 'agency' | 'applicant' =>
  version.timeLimitKind === 'applicant_duration' || version.timeLimitKind === 'applicant_lead_time'
    ? 'applicant'
    : 'agency'

/** What a project has to be for a track to be its own; a field not named may be anything. */
export interface TrackCondition {
  role: 'tenant' | 'developer'
  zoneKind?: RoadmapZoneKind
  foreign?: boolean
  specialProcedure?: boolean
}

/** A step of a track: one procedure, or exactly one of several. */
export interface TrackStep {
  procedure?: string
  oneOf?: string[]
  /** Only where its condition holds: see `screening.ts`. */
  conditional?: boolean
  when?: 'foreign'
}

/** A usual order of procedures from the first agreement to operation. */
export interface Track {
  code: string
  name: Text
  steps: TrackStep[]
  appliesWhen: TrackCondition
  note?: Text
}

const covers = (version: ProcedureVersion, day: Day): boolean =>
  version.effectiveFrom <= day && (version.effectiveTo === null || day <= version.effectiveTo)

/** The versions in force on a day, in the order given. */
export const versionsOn = (versions: readonly ProcedureVersion[], day: Day): ProcedureVersion[] =>
  versions.filter((version) => covers(version, day))

/**
 * The version of a procedure in force on a day; where two overlap, the one that began later.
 * Refuses with `procedure-not-published` when none covers the day.
 */
export const versionOn = (
  versions: readonly ProcedureVersion[],
  procedure: string,
  day: Day,
): Verdict<ProcedureVersion> => {
  const [first, ...others] = versions.filter((v) => v.procedure === procedure && covers(v, day))
  if (!first) return refuse('procedure-not-published', { procedure, day })
  return ok(others.reduce((best, v) => (v.effectiveFrom > best.effectiveFrom ? v : best), first))
}

/**
 * As `versionOn`; where none covers the day, the latest that was in force before it.
 * Refuses with `procedure-not-published` when there is none before either.
 */
export const versionOrLatest = (
  versions: readonly ProcedureVersion[],
  procedure: string,
  day: Day,
): Verdict<ProcedureVersion> => {
  const covering = versionOn(versions, procedure, day)
  if (covering.ok) return covering
  const [first, ...others] = versions.filter((v) => v.procedure === procedure && v.effectiveFrom <= day)
  return first ? ok(others.reduce((best, v) => (v.effectiveFrom > best.effectiveFrom ? v : best), first)) : covering
}

export const PHASES = [
  'site',
  'enterprise',
  'investment',
  'cluster',
  'planning',
  'land',
  'environment',
  'construction',
  'utilities',
  'tax',
  'operation',
] as const
/** The part of a project's way a procedure belongs to, in the order they are usually met. */
export type Phase = (typeof PHASES)[number]

export const phaseOf = (version: Pick<ProcedureVersion, 'phase'>): Phase =>
  PHASES.find((phase) => phase === version.phase) ?? 'operation'

export interface VersionFilter {
  role?: 'tenant' | 'developer'
  zoneKind?: RoadmapZoneKind
  foreign?: boolean
}

const APPLICANT_OF = { tenant: 'secondary_investor', developer: 'cluster_developer' } as const
/** Foreign capital alone: contribution account (Circular 06/2019/TT-NHNN), certificate, registration of contributions. */
const FOREIGN_ONLY = ['BNK-01', 'INV-21', 'INV-40']

/** Whether a version may concern somebody: by who they are, the kind of zone, and whether the capital is foreign. */
export const concerns = (version: ProcedureVersion, { role, zoneKind, foreign }: VersionFilter): boolean =>
  (role === undefined || version.appliesTo.includes(APPLICANT_OF[role])) &&
  (zoneKind === undefined || version.zoneKinds.includes(zoneKind)) &&
  (foreign !== false || !FOREIGN_ONLY.includes(version.procedure))
