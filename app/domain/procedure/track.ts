import { ok, refuse, type Verdict } from '../verdict'
import type { RoadmapFacts } from './facts'
import { ROADMAP_ZONE_KINDS, type RoadmapZoneKind, type Track } from './version'

export const isRoadmapZoneKind = (kind: string): kind is RoadmapZoneKind =>
  (ROADMAP_ZONE_KINDS as readonly string[]).includes(kind)

export type TrackFacts = Pick<RoadmapFacts, 'role' | 'zoneKind' | 'foreign' | 'specialProcedure'>

const matches = ({ appliesWhen }: Track, facts: TrackFacts): boolean =>
  appliesWhen.role === facts.role &&
  (appliesWhen.zoneKind === undefined || appliesWhen.zoneKind === facts.zoneKind) &&
  (appliesWhen.foreign === undefined || appliesWhen.foreign === facts.foreign) &&
  (appliesWhen.specialProcedure ?? false) === facts.specialProcedure

/**
 * The track of a project: of those whose conditions all hold, the one that names most of them.
 * The special procedure has to be named by the track, since it exists for tenants of parks only: not in clusters,
 * not for the infrastructure of a park (Law 143/2025/QH15 Art 28; Decree 96/2026 Art 46(1)).
 * Refuses with `track-not-found`: on the field `specialProcedure` where it is what stands in the way,
 * on `zoneKind` for kinds without procedures (planned complexes, areas of the economic zone).
 */
export const chooseTrack = (tracks: readonly Track[], facts: TrackFacts): Verdict<Track> => {
  const { zoneKind } = facts
  if (!isRoadmapZoneKind(zoneKind)) return refuse('track-not-found', { zoneKind }, 'zoneKind')
  const [first, ...others] = tracks.filter((track) => matches(track, facts))
  if (!first) {
    const field = facts.specialProcedure ? 'specialProcedure' : 'zoneKind'
    return refuse('track-not-found', { zoneKind }, field)
  }
  const precision = (track: Track) => Object.keys(track.appliesWhen).length
  return ok(others.reduce((best, track) => (precision(track) > precision(best) ? track : best), first))
}
