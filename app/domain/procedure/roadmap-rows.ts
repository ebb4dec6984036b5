import type { Text } from '../text'
import type { Day } from '../time/day'
import type { TimeUnit } from '../time/deadline'
import type { OpenRoadmap } from './roadmap'

/** An agency whose people have accounts. */
export interface KnownAgency {
  key: string
  name: Text
}

/** A step of a case's roadmap as it is kept: plain values, one row each. Days are null beyond the calendar. */
export interface RoadmapRow {
  /** From 1, in the order of the roadmap. */
  position: number
  procedureCode: string
  versionCode: string
  agencyText: Text
  /** The known agency that acts first; null where none is named. */
  agencyKey: string | null
  dependsOn: string[]
  optional: boolean
  limitValue: number
  limitUnit: TimeUnit
  limitAssumed: boolean
  plannedStart: Day | null
  plannedEnd: Day | null
}

const plain = (name: string): string => name.normalize('NFC').toLowerCase()

/**
 * The key of the agency that acts first in an agency text: the known one whose Vietnamese name stands earliest in it
 * (a chain `A → B` begins with A). Null when the text begins with somebody else, or names nobody known.
 */
export const agencyKeyOf = (agency: Text, known: readonly KnownAgency[]): string | null => {
  const first = plain(agency.vi).split('→')[0] ?? ''
  const found = known
    .map(({ key, name }) => ({ key, at: first.indexOf(plain(name.vi)) }))
    .filter(({ at }) => at >= 0)
    .sort((a, b) => a.at - b.at)
  return found[0]?.key ?? null
}

/** The rows a case keeps of its roadmap. */
export const roadmapRows = (roadmap: Pick<OpenRoadmap, 'steps'>, known: readonly KnownAgency[]): RoadmapRow[] =>
  roadmap.steps.map((step, index) => ({
    position: index + 1,
    procedureCode: step.code,
    versionCode: step.version,
    agencyText: step.agency,
    agencyKey: agencyKeyOf(step.agency, known),
    dependsOn: step.dependsOn,
    optional: step.optional,
    limitValue: step.limit.value,
    limitUnit: step.limit.unit,
    limitAssumed: step.limit.assumed,
    plannedStart: step.startsDay,
    plannedEnd: step.endsDay,
  }))
