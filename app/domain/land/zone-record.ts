import type { Text } from '../text'

/** What the published zone list says of a zone beyond the columns; every part may be missing. */
export interface ZoneDetails {
  subtype?: string
  district?: string
  formerCommunes?: string[]
  formerCommunesNote?: Text
  commune2025Confidence?: Text
  coordMethod?: Text
  statusConfidence?: Text
  sectorsConfidence?: Text
  developerText?: Text
  capitalBnVnd?: number
  capitalNote?: Text
  termYears?: number
  termStart?: string
  phases?: { n: number; areaHa: number; target?: string }[]
  legal?: Text[]
  landUse?: {
    lots?: number
    lotMinHa?: number
    lotMaxHa?: number
    maxDensityPct?: number
    maxFloors?: number
    /** Administrative and service land, as one figure. */
    adminServiceHa?: number
    note?: Text
  }
  utilities?: {
    grid?: Text | null
    powerKva?: number | null
    waterM3Day?: number | null
    wastewaterM3Day?: number | null
    note?: Text
  } | null
  fillRate?: { value?: number | null; asOf?: string; note?: Text } | null
  boundaries?: Text
  notes?: Text
  distancesRoadKm?: Record<string, number>
  distancesRoadConfidence?: Text
  incentiveArea?: { value: string; basis: Text; confidence: Text } | null
  enterprises?: number
  workers?: number
  jobsTarget?: number
  possibleDuplicateOf?: string
  /** Sectors the zone's list leaves out: slugs, or beginnings of VSIC 2018 codes. */
  sectorsExcluded?: string[]
  /** The environmental groups of projects the zone admits, I to IV; missing while no list is published. */
  environmentGroups?: string[]
  /** Not set where the land is another zone's already, or may be. */
  countsTowardTotals?: boolean
  /** The keeper lets one site lie on both sides of an internal road. */
  sitesSpanRoads?: boolean
}

/** The details of a zone as kept. */
export const detailsOf = (zone: { details: Record<string, unknown> }): ZoneDetails => zone.details as ZoneDetails
