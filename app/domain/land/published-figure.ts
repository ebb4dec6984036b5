import type { Text } from '../text'
import { type Day, parseDay } from '../time/day'
import { ok, refuse, type Verdict } from '../verdict'

/** How far a source stands from the paper it speaks of. */
export const SOURCE_KINDS = ['decision_reported', 'office_reported', 'portal_reported', 'article', 'broker'] as const
export type SourceKind = (typeof SOURCE_KINDS)[number]

/** The subject of figures of the whole province; any other subject is a zone's code. */
export const PROVINCE = 'province'

/** What sources say of the province, in the order it is shown; a key ending in `_ha` is an area in hectares. */
export const PROVINCE_FIGURES = [
  'parks_planned',
  'parks_planned_ha',
  'parks_if_quota',
  'parks_2050',
  'parks_2050_ha',
  'parks_established',
  'parks_established_ha',
  'clusters_planned',
  'clusters_planned_ha',
  'clusters_established',
  'clusters_established_ha',
  'clusters_operating',
  'clusters_started',
  'clusters_in_procedure',
] as const

/** What sources say is to be reached: domain/land/target.ts measures it. */
export const TARGET_FIGURES = [
  'target_clusters_operating',
  'target_clusters_operating_fill_percent',
  'target_district_fill_percent',
  'target_parks_2030_ha',
  'target_parks_2050_ha',
] as const

/** What sources say of one zone; areas in hectares, shares in percent. */
export const ZONE_FIGURES = [
  'area_ha',
  'study_area_ha',
  'group_area_ha',
  'phase_1_ha',
  'phase_2_ha',
  'phase_3_ha',
  'industrial_land_ha',
  'service_land_ha',
  'green_water_ha',
  'technical_ha',
  'road_ha',
  'land_handed_over_ha',
  'fill_percent',
] as const

/** How many VND a USD costs: the newest that is dated turns rents in VND into prices that compare. */
export const RATE_FIGURES = ['vnd_per_usd'] as const

export type FigureKey =
  | (typeof PROVINCE_FIGURES)[number]
  | (typeof TARGET_FIGURES)[number]
  | (typeof RATE_FIGURES)[number]
  | (typeof ZONE_FIGURES)[number]

/** What may be said of the province, or of a zone. */
export const figureKeysOf = (subject: string): readonly FigureKey[] =>
  subject === PROVINCE ? [...PROVINCE_FIGURES, ...TARGET_FIGURES, ...RATE_FIGURES] : ZONE_FIGURES

/** Up to this, of any unit; shares end at 100 %. */
const LARGEST = 1_000_000

/**
 * Whether a number can be what a source says: hectares and percents to three decimals, counts whole. Refuses
 * `not-a-choice` for a figure the subject does not have, `not-a-number` for a count with decimals, `out-of-range`.
 */
export function checkFigure(subject: string, key: string, value: number): Verdict<FigureKey> {
  const known = figureKeysOf(subject).find((one) => one === key)
  if (!known) return refuse('not-a-choice', undefined, 'key')
  const isPercent = known.endsWith('_percent')
  if (!(value >= 0 && value <= (isPercent ? 100 : LARGEST))) return refuse('out-of-range', undefined, 'value')
  const isCount = !isPercent && !known.endsWith('_ha')
  if (isCount && !Number.isInteger(value)) return refuse('not-a-number', undefined, 'value')
  return ok(known)
}

/**
 * The time a source bears: a year, a quarter (2025-Q3), a month (2025-08) or a day. Refuses `not-a-time`, and
 * `as-of-future` for what has not begun.
 */
export function checkAsOf(text: string, today: Day): Verdict<string> {
  const [, year, quarter, month] = /^(\d{4})(?:-Q([1-4])|-(0[1-9]|1[0-2]))?$/.exec(text) ?? []
  const first = quarter ? String(Number(quarter) * 3 - 2).padStart(2, '0') : (month ?? '01')
  const begins = year ? parseDay(`${year}-${first}-01`) : parseDay(text)
  if (!begins.ok || begins.value < '1990-01-01') return refuse('not-a-time', undefined, 'asOf')
  return begins.value > today ? refuse('as-of-future', undefined, 'asOf') : ok(text)
}

/** A number somebody published of the province or of a zone. */
export interface PublishedFigure {
  subject: string
  key: string
  value: number
  source: string
  sourceKind: SourceKind
  /** A day, month, quarter or year; null where the source bears none. */
  asOf: string | null
  /** What the number covers, where the source says more than a number. */
  note: Text | null
}

export interface FigureSource {
  source: string
  sourceKind: SourceKind
  asOf: string | null
}

/** One figure with what each source says of it. */
export interface FigureRow {
  key: FigureKey
  /** In the order of the sources; null where a source is silent. */
  cells: ({ value: number; note: Text | null } | null)[]
  /** The sources do not say the same number. */
  disagree: boolean
}

/** The oldest source first, those without a date before them. */
const byDate = (a: FigureSource, b: FigureSource): number => {
  const [one, other] = [a.asOf ?? '', b.asOf ?? '']
  return one < other ? -1 : one > other ? 1 : 0
}

/**
 * Figures side by side: one row for each key that any source names, one column for each source. Nothing is added up
 * or chosen; two numbers for one thing stay two numbers.
 */
export function sideBySide(
  figures: readonly PublishedFigure[],
  subject: string,
  keys: readonly FigureKey[],
): { sources: FigureSource[]; rows: FigureRow[] } {
  const own = figures.filter((figure) => figure.subject === subject && keys.some((key) => key === figure.key))
  const sources = [...new Map(own.map((figure) => [figure.source, figure])).values()]
    .map(({ source, sourceKind, asOf }) => ({ source, sourceKind, asOf }))
    .sort(byDate)
  const rows = keys.flatMap((key): FigureRow[] => {
    const said = own.filter((figure) => figure.key === key)
    if (said.length === 0) return []
    const cells = sources.map(({ source }) => {
      const figure = said.find((one) => one.source === source)
      return figure ? { value: figure.value, note: figure.note } : null
    })
    return [{ key, cells, disagree: new Set(said.map((figure) => figure.value)).size > 1 }]
  })
  return { sources, rows }
}

const PARTS: readonly FigureKey[] = [
  'industrial_land_ha',
  'service_land_ha',
  'green_water_ha',
  'technical_ha',
  'road_ha',
]
const PHASES: readonly FigureKey[] = ['phase_1_ha', 'phase_2_ha', 'phase_3_ha']

/** Declared figures of a zone held against its declared area, all in hectares. */
export interface FigureCheck {
  what: 'phases' | 'parts'
  sumHa: number
  areaHa: number
  /** The sum less the area: what is missing is below zero. */
  differenceHa: number
}

const round3 = (value: number): number => Math.round(value * 1000) / 1000

/**
 * Whether what is declared of a zone fits together: its phases against its area, the parts of its land against its
 * area. Parts and phases are summed only where one source gives at least two of them. `areaM2` is the area the
 * catalogue keeps; nothing is checked without it.
 */
export function checksOf(figures: readonly PublishedFigure[], zone: { code: string; areaM2: number | null }) {
  if (zone.areaM2 === null) return []
  const areaHa = zone.areaM2 / 10_000
  const own = figures.filter((figure) => figure.subject === zone.code)
  const sumOf = (what: FigureCheck['what'], keys: readonly FigureKey[]): FigureCheck[] =>
    [...new Set(own.map((figure) => figure.source))].flatMap((source) => {
      const said = own.filter((figure) => figure.source === source && keys.some((key) => key === figure.key))
      if (said.length < 2) return []
      const sumHa = round3(said.reduce((sum, figure) => sum + figure.value, 0))
      return [{ what, sumHa, areaHa, differenceHa: round3(sumHa - areaHa) }]
    })
  return [...sumOf('phases', PHASES), ...sumOf('parts', PARTS)]
}
