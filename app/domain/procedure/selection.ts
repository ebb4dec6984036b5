import { ok, type Verdict } from '../verdict'
import type { RegistrationLevel } from './agency'
import type { RoadmapFacts } from './facts'
import { appraisedByAuthority, checkedOnCompletion, latestScreenedDay, screenEnvironment } from './screening'
import { type ProcedureVersion, type Track, type TrackStep, versionsOn } from './version'

/** What a reader of a roadmap has to be told about it. */
export const ROADMAP_FLAGS = [
  'environment-assumed',
  'works-class-assumed',
  'export-processing-parks-only',
  'works-before-land',
  'beyond-calendar',
  'version-to-confirm',
] as const
export type RoadmapFlag = (typeof ROADMAP_FLAGS)[number]

export interface SelectedStep {
  procedure: string
  /** A recurring duty, or something the investor may leave: never on the critical path. */
  optional: boolean
}

export interface Selection {
  steps: SelectedStep[]
  registration: RegistrationLevel | null
  flags: RoadmapFlag[]
}

const EXPORT_PROCESSING = ['INV-50', 'CUS-01']
const IRC = ['INV-20', 'INV-21', 'INV-22']

/**
 * The policy approval that land asked of the State in a border commune needs (Law 143/2025 Art 24(9),
 * Decree 96/2026 Art 2(7)): of the Board inside parks (Art 25(4)), of the provincial Chairman elsewhere (Art 25(3));
 * none where the track has its own (INV-12) or one of its procedures takes the place of it (INV-22, Art 28).
 */
const policyApproval = (track: Track, versions: readonly ProcedureVersion[], facts: RoadmapFacts): string | null => {
  if (!facts.stateLandInBorderCommune) return null
  const approval = facts.zoneKind === 'industrial_park' ? 'INV-11' : 'INV-10'
  const inTrack = track.steps.flatMap((step) => step.procedure ?? [])
  const replaced = versionsOn(versions, facts.startDay)
    .filter((version) => inTrack.includes(version.procedure))
    .flatMap((version) => version.replaces ?? [])
  return inTrack.includes('INV-12') || replaced.includes(approval) ? null : approval
}

/**
 * Whether a step of the track is needed. Contribution account: foreign-invested companies (Circular 06/2019/TT-NHNN).
 * Appraisal and checks on completion: see `screening.ts`. No construction permit for works whose study the
 * authority has appraised (Law 135/2025 Art 43(2)(e)).
 */
const isNeeded = (step: TrackStep, track: Track, facts: RoadmapFacts): boolean => {
  const { foreign, constructionClass } = facts
  if (step.when === 'foreign' && !foreign) return false
  switch (step.procedure) {
    case 'BNK-01':
      return foreign
    case 'CON-01':
      return !step.conditional || appraisedByAuthority(constructionClass)
    case 'CON-02':
      return !track.steps.some((s) => s.procedure === 'CON-01' && isNeeded(s, track, facts))
    case 'FIR-02':
    case 'CON-04':
      return !step.conditional || checkedOnCompletion(constructionClass)
    default:
      return true
  }
}

/**
 * The procedures a project's facts require, in the order of its track: one of each choice by environmental screening
 * on the start day, conditional ones where their condition holds, policy approval and INV-20 in the place of INV-21
 * for State land in a border commune, INV-50 and CUS-01 for export processing (Decree 35/2022 Art 26,
 * Decree 18/2021: parks only). An investment certificate after policy approval is optional for a domestic investor
 * (Decree 96/2026 Art 38). Refuses with `procedure-not-published` where screening does; with `latest` the thresholds
 * published last are taken for a start day after them.
 */
export const selectSteps = (
  track: Track,
  versions: readonly ProcedureVersion[],
  facts: RoadmapFacts,
  screening: 'in-force' | 'latest' = 'in-force',
): Verdict<Selection> => {
  const codes: string[] = []
  const flags: RoadmapFlag[] = []
  let registration: RegistrationLevel | null = null
  const approval = policyApproval(track, versions, facts)

  for (const step of track.steps) {
    if (step.oneOf) {
      const day = screening === 'latest' ? latestScreenedDay(facts.startDay) : facts.startDay
      const screened = screenEnvironment(facts, day)
      if (!screened.ok) return screened
      const { procedure, assumed, nothingDischarged } = screened.value
      if (step.conditional && (nothingDischarged || !step.oneOf.includes(procedure))) continue
      codes.push(step.oneOf.includes(procedure) ? procedure : (step.oneOf[0] ?? procedure))
      registration = screened.value.registration
      if (assumed) flags.push('environment-assumed')
    } else if (step.procedure === 'INV-21' && approval) {
      codes.push(approval)
      if (isNeeded(step, track, facts)) codes.push('INV-20')
    } else if (step.procedure && isNeeded(step, track, facts)) {
      codes.push(step.procedure)
    }
  }

  const after = (anchors: string[], added: string[]) => {
    const at = codes.findLastIndex((code) => anchors.includes(code))
    codes.splice(at < 0 ? 0 : at + 1, 0, ...added)
  }
  if (approval && !codes.includes(approval)) after(['ENT-01'], [approval])
  if (facts.exportProcessing) {
    if (facts.role === 'tenant' && facts.zoneKind === 'industrial_park') {
      after(codes.some((code) => IRC.includes(code)) ? IRC : ['ENT-01', 'INV-11'], EXPORT_PROCESSING)
    } else flags.push('export-processing-parks-only')
  }
  if (facts.constructionClass === null) flags.push('works-class-assumed')

  const recurring = (code: string) => versions.some((v) => v.procedure === code && v.recurrence !== undefined)
  const steps = codes.map((procedure) => ({
    procedure,
    optional: recurring(procedure) || (procedure === 'INV-20' && !facts.foreign),
  }))
  return ok({ steps, registration, flags })
}
