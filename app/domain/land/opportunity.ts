import type { ZoneKind, ZoneRow } from './catalogue'
import type { ZoneStatus } from './readiness'
import { detailsOf } from './zone-record'

/** Kinds of zone that a developer's procedures are known for. */
const KINDS: ZoneKind[] = ['industrial_park', 'industrial_cluster']
/** Before anybody builds: later than this somebody does, whether named or not. */
const STATUSES: ZoneStatus[] = ['proposed', 'planned', 'policy_approved', 'established']

interface Sought {
  publication: string
  kind: string
  status: string
  hasDeveloper: boolean
}

/** Whether a zone is a call for an infrastructure developer: a published park or cluster that nobody builds yet. */
export const seeksDeveloper = ({ publication, kind, status, hasDeveloper }: Sought): boolean =>
  publication === 'published' &&
  !hasDeveloper &&
  KINDS.includes(kind as ZoneKind) &&
  STATUSES.includes(status as ZoneStatus)

/** The same of a row of the catalogue. */
export const isOpportunity = (zone: ZoneRow): boolean =>
  seeksDeveloper({ ...zone, hasDeveloper: zone.developerName !== null })

export const TO_CONFIRM = ['area', 'place', 'position', 'sectors', 'sources', 'duplicate', 'plan', 'capacity'] as const
export type ToConfirm = (typeof TO_CONFIRM)[number]

/** What the office must still confirm before somebody can rely on a call. */
export function toConfirm(zone: ZoneRow): ToConfirm[] {
  const details = detailsOf(zone)
  const open: Record<ToConfirm, boolean> = {
    area: zone.areaM2 === null,
    place: details.commune2025Confidence !== undefined,
    position: zone.coordPrecisionKm > 1,
    sectors: !zone.sectorsCertain,
    sources: zone.confidence === 'uncertain',
    duplicate: details.possibleDuplicateOf !== undefined,
    plan: zone.drawing === null,
    capacity: zone.nodes.length === 0,
  }
  return TO_CONFIRM.filter((key) => open[key])
}
