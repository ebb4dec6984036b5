import type { RoadmapFacts } from '~/domain/procedure/facts'
import { buildRoadmap } from '~/domain/procedure/roadmap'
import { ok, refuse } from '~/domain/verdict'
import { calendar, procedureVersions, sectors, tracks } from '~/infra/reference.server'

/**
 * The roadmap of a project that nobody has submitted. Refuses as `buildRoadmap` does, and with `not-a-choice`
 * where the sector is neither one of ours nor a VSIC code.
 */
export async function plannedRoadmap(facts: RoadmapFacts) {
  const known = await sectors()
  const { sector } = facts
  if (typeof sector === 'string' && !/^\d{2,5}$/.test(sector) && !known.some(({ slug }) => slug === sector)) {
    return refuse('not-a-choice', undefined, 'sector')
  }
  const built = buildRoadmap({
    facts,
    tracks: await tracks(),
    versions: await procedureVersions(),
    calendar: await calendar(),
    beyondCalendar: 'refuse',
  })
  if (!built.ok) return built
  const { track, steps, criticalPath, workingDays, flags } = built.value
  return ok({
    track,
    steps: steps.map(({ code, version, name, agency, limit, dependsOn, startsDay, endsDay, optional }) => ({
      code,
      version,
      name,
      agency,
      limit,
      dependsOn,
      startsDay,
      endsDay,
      optional,
    })),
    criticalPath,
    workingDays,
    flags,
  })
}
