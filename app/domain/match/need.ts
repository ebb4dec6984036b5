import type { ZoneKind } from '../land/catalogue'
import type { RefusalCode } from '../refusal'
import { addDays, type Day } from '../time/day'
import type { SectorAsked, SectorEntry } from './sector'
import { VSIC_VERSIONS } from './sector'

export const ENVIRONMENT_GROUPS = ['I', 'II', 'III', 'IV'] as const
export type EnvironmentGroup = (typeof ENVIRONMENT_GROUPS)[number]

/** What ranks land that passes; each has a weight. */
export const SOFT_KEYS = ['price', 'readiness', 'distance', 'areaFit', 'headroom', 'sectorPriority'] as const
export type SoftKey = (typeof SOFT_KEYS)[number]

/** What an investor asks of land. A part that is missing is not asked. */
export interface Need {
  sector: SectorAsked
  areaMinM2: number
  areaMaxM2?: number
  readyBy?: Day
  powerKva?: number
  waterM3PerDay?: number
  wastewaterM3PerDay?: number
  /** USD per m² for the term that remains. */
  maxPriceUsdPerM2?: number
  /** Years of the land's term left today. */
  minTenureYears?: number
  environmentGroup?: EnvironmentGroup
  foreign?: boolean
  /** An empty list asks nothing. */
  zoneKinds?: ZoneKind[]
  /** Codes of zones; an empty list asks nothing. */
  zones?: string[]
  /** Straight, by key of a place. */
  maxDistanceKm?: Record<string, number>
  /** Neighbouring plots may be joined. */
  allowSets?: boolean
  maxSetSize?: number
  weights?: Partial<Record<SoftKey, number>>
  limit?: number
}

export const SET_SIZE = { default: 4, least: 2, most: 6 } as const
export const RESULT_LIMIT = { default: 50, most: 200 } as const

/** Larger figures than any project has: 10,000 ha, 10 GVA, a river. */
export const LARGEST = {
  areaM2: 100_000_000,
  powerKva: 10_000_000,
  waterM3PerDay: 10_000_000,
  priceUsdPerM2: 100_000,
  tenureYears: 99,
  distanceKm: 2_000,
  weight: 1_000,
  daysAhead: 36_525,
} as const

export interface NeedMistake {
  /** The part of the need, with dots. */
  field: string
  code: RefusalCode
  values?: Record<string, string | number>
}

/** What a need may name. */
export interface NeedChoices {
  sectors: readonly SectorEntry[]
  zones: readonly { code: string }[]
  places: readonly { key: string }[]
  today: Day
}

/**
 * What is contradictory or absurd in a need, each naming its field; none when it can be matched. `not-a-choice` for
 * sectors, zones and places that are not there, `range-reversed` for a least area above the greatest, `day-past`,
 * `weights-zero` when nothing would rank, `out-of-range` for figures no project has.
 */
export function needMistakes(need: Need, choices: NeedChoices): NeedMistake[] {
  const mistakes: NeedMistake[] = []
  const wrong = (field: string, code: RefusalCode, values?: NeedMistake['values']) =>
    mistakes.push(values ? { field, code, values } : { field, code })
  const inRange = (field: string, value: number | undefined, min: number, max: number) => {
    if (value !== undefined && !(value >= min && value <= max)) wrong(field, 'out-of-range', { min, max })
  }
  const { sector, areaMinM2, areaMaxM2, readyBy } = need
  if (typeof sector === 'string') {
    if (!choices.sectors.some(({ slug }) => slug === sector)) wrong('sector', 'not-a-choice')
  } else {
    if (!VSIC_VERSIONS.some((version) => version === sector.vsicVersion)) wrong('sector.vsicVersion', 'not-a-choice')
    if (!/^\d{2,5}$/.test(sector.code)) wrong('sector.code', 'invalid-form')
  }
  inRange('areaMinM2', areaMinM2, 1, LARGEST.areaM2)
  inRange('areaMaxM2', areaMaxM2, 1, LARGEST.areaM2)
  if (areaMaxM2 !== undefined && areaMaxM2 < areaMinM2) wrong('areaMaxM2', 'range-reversed', { min: areaMinM2 })
  if (readyBy !== undefined) {
    if (readyBy < choices.today) wrong('readyBy', 'day-past', { today: choices.today })
    else {
      const max = addDays(choices.today, LARGEST.daysAhead)
      if (readyBy > max) wrong('readyBy', 'out-of-range', { min: choices.today, max })
    }
  }
  inRange('powerKva', need.powerKva, 0, LARGEST.powerKva)
  inRange('waterM3PerDay', need.waterM3PerDay, 0, LARGEST.waterM3PerDay)
  inRange('wastewaterM3PerDay', need.wastewaterM3PerDay, 0, LARGEST.waterM3PerDay)
  inRange('maxPriceUsdPerM2', need.maxPriceUsdPerM2, 0, LARGEST.priceUsdPerM2)
  inRange('minTenureYears', need.minTenureYears, 0, LARGEST.tenureYears)
  inRange('maxSetSize', need.maxSetSize, SET_SIZE.least, SET_SIZE.most)
  inRange('limit', need.limit, 1, RESULT_LIMIT.most)
  const zones = new Set(choices.zones.map(({ code }) => code))
  if (need.zones?.some((code) => !zones.has(code))) wrong('zones', 'not-a-choice')
  const places = new Set(choices.places.map(({ key }) => key))
  for (const [key, capKm] of Object.entries(need.maxDistanceKm ?? {})) {
    if (places.has(key)) inRange(`maxDistanceKm.${key}`, capKm, 0, LARGEST.distanceKm)
    else wrong(`maxDistanceKm.${key}`, 'not-a-choice')
  }
  for (const key of SOFT_KEYS) inRange(`weights.${key}`, need.weights?.[key], 0, LARGEST.weight)
  if (SOFT_KEYS.every((key) => weightOf(need, key) === 0)) wrong('weights', 'weights-zero')
  return mistakes
}

/**
 * A saved need as it can be asked on a later day: a ready-by day that is over asks for land that is ready. What was saved
 * stays as it was.
 */
export const askedOn = (need: Need, today: Day): Need =>
  need.readyBy !== undefined && need.readyBy < today ? { ...need, readyBy: today } : need

export const weightOf = (need: Need, key: SoftKey): number => need.weights?.[key] ?? 1

/** The greatest area of a set of plots, m²: what the need says, else half as much again as it needs at least. */
export const setAreaMaxM2 = (need: Need): number => need.areaMaxM2 ?? 1.5 * need.areaMinM2

/** The most plots a candidate may have. */
export const setSizeOf = (need: Need): number => (need.allowSets ? (need.maxSetSize ?? SET_SIZE.default) : 1)
