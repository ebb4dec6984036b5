import type { Day } from '../time/day'

export const CONSTRUCTION_CLASSES = ['special', 'I', 'II', 'III', 'IV'] as const
/** Class of the works (cấp công trình), from `special` down to IV. */
export type ConstructionClass = (typeof CONSTRUCTION_CLASSES)[number]

/** What is known of a project when its roadmap is drawn. */
export interface RoadmapFacts {
  role: 'tenant' | 'developer'
  /** A zone kind; only industrial parks and clusters have tracks. */
  zoneKind: string
  foreign: boolean
  /** A slug of the sectors, or a VSIC code; null when not yet known. */
  sector: string | { vsicVersion: string; code: string } | null
  /** Treated industrial wastewater, m³ a day; null when not yet known. */
  wastewaterM3PerDay: number | null
  /** Exhaust gas, m³ an hour; null when not yet known. */
  gasM3PerHour: number | null
  constructionClass: ConstructionClass | null
  /** Calendar days the works take. */
  constructionDays: number
  specialProcedure: boolean
  exportProcessing: boolean
  /** The project asks the State for land in a border commune. */
  stateLandInBorderCommune: boolean
  startDay: Day
}
