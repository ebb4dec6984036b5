import { UTILITY_KINDS, type UtilityKind } from '../land/capacity'
import type { ZoneRow } from '../land/catalogue'
import { toDay } from '../time/day'
import { SOFT_KEYS, type SoftKey, setAreaMaxM2, weightOf } from './need'
import { setRest } from './node-groups'
import { groupsOf, headroomOf, NEED_OF_UTILITY, type Question } from './question'
import { areaFitScore, distanceScore, FULL, hundredths, priceScore, readinessScore, sectorScore } from './scores'
import type { Admission } from './sector'
import { setPriceUsdPerM2 } from './set-figures'

export type HardKey =
  | 'sector'
  | 'area'
  | 'readyBy'
  | UtilityKind
  | 'price'
  | 'tenure'
  | 'environmentGroup'
  | 'zone'
  | 'kind'
  | `distance.${string}`

export type Shown = number | string | string[] | Record<string, number | null> | null

/** One test of a candidate, as it is shown. */
export interface CriterionRow {
  key: HardKey | SoftKey
  kind: 'hard' | 'soft'
  verdict: 'pass' | 'fail' | 'unknown'
  /** What the need asks; null where it asks nothing measurable. */
  required: Shown
  /** What the land has; null: not published, or stale. */
  actual: Shown
  /**
   * By how much it passes, below zero by how much it misses, in the criterion's unit: m², days, kVA, m³/day, USD/m²,
   * years, km. Null where there is nothing to measure.
   */
  margin: number | null
  /** 0 to 1; null for hard criteria. */
  score: number | null
  weight: number | null
}

const ADMISSION_ORDER: readonly Admission[] = ['unknown', 'no', 'open', 'named']

/** What a candidate has: a single plot, or a set judged as one site. */
interface Figures {
  areaM2: number
  /** NaN: not known. */
  priceUsdPerM2: number
  readyLatest: number | null
  tenureYears: number | null
  admission: Admission
  zone: ZoneRow
}

function figuresOf(question: Question, plots: readonly number[]): Figures {
  const { land, admission } = question
  const ready = plots.map((plot) => land.readyLatest[plot] as number)
  const tenure = plots.map((plot) => land.tenureYears[plot] as number)
  const admissions = plots.map((plot) => admission[land.list[plot] as number] as Admission)
  return {
    areaM2: plots.reduce((sum, plot) => sum + (land.areaM2[plot] as number), 0),
    priceUsdPerM2:
      plots.length === 1 ? (land.priceUsdPerM2[plots[0] as number] as number) : setPriceUsdPerM2(land, plots),
    readyLatest: ready.includes(0) ? null : Math.max(...ready),
    tenureYears: tenure.includes(-1) ? null : Math.min(...tenure),
    admission: admissions.reduce((worst, one) =>
      ADMISSION_ORDER.indexOf(one) < ADMISSION_ORDER.indexOf(worst) ? one : worst,
    ),
    zone: land.zones[land.zone[plots[0] as number] as number] as ZoneRow,
  }
}

const dayOf = (number: number): string => toDay(new Date(number * 86_400_000))

/** Every criterion of a candidate: the hard ones the need names, in one order, then the soft ones. */
export function criteriaOf(question: Question, plots: readonly number[]): CriterionRow[] {
  const { need, caps } = question
  const figures = figuresOf(question, plots)
  const { zone, areaM2 } = figures
  const rows: CriterionRow[] = []
  const hard = (
    key: HardKey,
    required: Shown,
    actual: Shown,
    verdict: CriterionRow['verdict'],
    margin: number | null,
  ) => rows.push({ key, kind: 'hard', verdict, required, actual, margin, score: null, weight: null })
  const measured = (
    key: HardKey,
    required: number,
    actual: number | null,
    sign: 1 | -1,
    show = (n: number): Shown => n,
  ) => {
    const apart = actual === null ? null : sign * (actual - required)
    const verdict = apart === null ? 'unknown' : apart >= 0 ? 'pass' : 'fail'
    // What 0.1 + 0.2 has too much is no margin, and zero has no sign.
    const margin = apart === null ? null : Math.round(apart * 1e9) / 1e9 + 0
    hard(key, show(required), actual === null ? null : show(actual), verdict, margin)
  }
  const held = (passes: boolean) => (passes ? 'pass' : 'fail')
  const sector = typeof need.sector === 'string' ? need.sector : `vsic${need.sector.vsicVersion}:${need.sector.code}`
  const admits = figures.admission
  hard(
    'sector',
    sector,
    admits === 'unknown' ? null : admits,
    admits === 'unknown' ? 'unknown' : held(admits !== 'no'),
    null,
  )
  const max = plots.length === 1 ? (need.areaMaxM2 ?? null) : setAreaMaxM2(need)
  const spare = Math.min(areaM2 - need.areaMinM2, max === null ? Number.POSITIVE_INFINITY : max - areaM2)
  hard('area', { min: need.areaMinM2, max }, areaM2, held(spare >= 0), spare)
  if (question.readyBy !== null) measured('readyBy', question.readyBy, figures.readyLatest, -1, dayOf)
  for (const kind of UTILITY_KINDS) {
    const needed = need[NEED_OF_UTILITY[kind]]
    if (needed !== undefined) measured(kind, needed, knownOr(setRest(question, plots, kind)), 1)
  }
  if (need.maxPriceUsdPerM2 !== undefined) {
    measured('price', need.maxPriceUsdPerM2, knownOr(figures.priceUsdPerM2), -1)
  }
  if (need.minTenureYears !== undefined) measured('tenure', need.minTenureYears, figures.tenureYears, 1)
  if (need.environmentGroup !== undefined) {
    const groups = groupsOf(zone)
    const verdict = groups === null ? 'unknown' : held(groups.includes(need.environmentGroup))
    hard('environmentGroup', need.environmentGroup, groups && [...groups], verdict, null)
  }
  if (need.zones && need.zones.length > 0)
    hard('zone', need.zones, zone.code, held(need.zones.includes(zone.code)), null)
  if (need.zoneKinds && need.zoneKinds.length > 0) {
    hard('kind', need.zoneKinds, zone.kind, held(need.zoneKinds.includes(zone.kind)), null)
  }
  for (const place of caps) {
    measured(`distance.${place}`, need.maxDistanceKm?.[place] ?? 0, zone.distancesKm[place] ?? null, -1)
  }
  return [...rows, ...softRows(question, plots, figures)]
}

const knownOr = (figure: number): number | null => (Number.isNaN(figure) ? null : figure)

function softRows(question: Question, plots: readonly number[], figures: Figures): CriterionRow[] {
  const { need, land, places, utilities } = question
  const { zone, readyLatest, priceUsdPerM2, admission, areaM2 } = figures
  const km = places.map((place) => zone.distancesKm[place] ?? null)
  const rests = utilities.map((kind): [UtilityKind, number] => [kind, setRest(question, plots, kind)])
  const known = <T>(values: readonly (T | null)[]): values is readonly T[] => !values.includes(null)
  const asked: Record<SoftKey, { required: Shown; actual: Shown; score: number }> = {
    price: {
      required: need.maxPriceUsdPerM2 ?? null,
      actual: knownOr(priceUsdPerM2),
      score: priceScore(priceUsdPerM2),
    },
    readiness: {
      required: need.readyBy ?? null,
      actual: readyLatest === null ? null : dayOf(readyLatest),
      score: readyLatest === null ? 0 : readinessScore(readyLatest - land.today),
    },
    distance: {
      required: need.maxDistanceKm ?? null,
      actual: known(km) ? Object.fromEntries(places.map((place, at) => [place, km[at] as number])) : null,
      score: known(km) ? distanceScore(km) : 0,
    },
    areaFit: { required: need.areaMinM2, actual: areaM2, score: areaFitScore(need.areaMinM2, areaM2) },
    headroom: {
      required: Object.fromEntries(utilities.map((kind) => [kind, need[NEED_OF_UTILITY[kind]] ?? 0])),
      actual: rests.some(([, rest]) => Number.isNaN(rest)) ? null : Object.fromEntries(rests),
      score: headroomOf(need, rests),
    },
    sectorPriority: {
      required: null,
      actual: admission === 'unknown' ? null : admission,
      score: sectorScore(admission),
    },
  }
  return SOFT_KEYS.map((key) => {
    const { required, actual, score } = asked[key]
    const verdict = actual === null ? 'unknown' : 'pass'
    return {
      key,
      kind: 'soft',
      verdict,
      required,
      actual,
      margin: null,
      score: score / FULL,
      weight: weightOf(need, key),
    }
  })
}

/** The score of a candidate, 0 to 100 with two decimals, from its rows. */
export function scoreOf(rows: readonly CriterionRow[]): number {
  let weighted = 0
  let total = 0
  let unknowns = 0
  for (const { kind, verdict, score, weight } of rows) {
    if (kind === 'hard' && verdict === 'unknown') unknowns++
    weighted += (weight ?? 0) * Math.round((score ?? 0) * FULL)
    total += weight ?? 0
  }
  return hundredths(weighted, total, unknowns) / 100
}
