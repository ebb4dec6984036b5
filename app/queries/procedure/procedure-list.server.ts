import { agencyFor } from '~/domain/procedure/agency'
import {
  concerns,
  PHASES,
  type ProcedureVersion,
  phaseOf,
  type VersionFilter,
  versionsOn,
} from '~/domain/procedure/version'
import type { Day } from '~/domain/time/day'
import { procedureVersions } from '~/infra/reference.server'

const line = (version: ProcedureVersion, filter: VersionFilter, versions: number) => ({
  code: version.procedure,
  name: version.name,
  agency: filter.zoneKind ? agencyFor(version, { zoneKind: filter.zoneKind }) : version.agency,
  timeLimit: version.timeLimit,
  fallback: version.fallback ?? null,
  unsure: version.limitAssumed === true || version.timeLimitStatus === 'needs_verification',
  legalBasis: version.legalBasis,
  confidence: version.confidence,
  versions,
})

export type ProcedureLine = ReturnType<typeof line>

/** The procedures in force on a day that may concern somebody, by phase. */
export async function procedureList({ on, ...filter }: VersionFilter & { on: Day }) {
  const all = await procedureVersions()
  const count = (procedure: string) => all.filter((version) => version.procedure === procedure).length
  const found = versionsOn(all, on).filter((version) => concerns(version, filter))
  const phases = PHASES.map((phase) => ({
    phase,
    lines: found
      .filter((version) => phaseOf(version) === phase)
      .map((version) => line(version, filter, count(version.procedure))),
  })).filter(({ lines }) => lines.length > 0)
  return { on, total: found.length, phases }
}
