import { type At, isPublicZone } from '../land/catalogue'
import { type CriterionRow, criteriaOf, type HardKey } from './criteria'
import { jointRelaxation } from './joint-relaxation'
import { type Need, RESULT_LIMIT } from './need'
import type { OfferedLand } from './offered-land'
import { BIT, FIRST_DISTANCE_BIT, type Question, questionOf } from './question'
import { type Relaxation, relaxationsOf } from './relaxations'
import { RULE_VERSION } from './scores'
import { isConditionalSector, type SectorEntry } from './sector'
import { tallySets } from './sets'
import { tallySingles } from './singles'
import { keepMiss, type Miss, newTally, type Tally } from './tally'

/** What the law asks of a foreign investor beside the criteria; it neither excludes nor ranks. */
export type MatchWarning = 'border_commune' | 'conditional_sector'

export interface MatchResult {
  plots: string[]
  zone: string
  areaM2: number
  /** 0 to 100, two decimals. */
  score: number
  criteria: CriterionRow[]
  warnings: MatchWarning[]
}

export interface Excluded {
  key: HardKey
  /** Single plots that fail it; a plot may fail several. */
  count: number
  /** Margins below zero, in the criterion's unit; null where there is nothing to measure. */
  nearest: { plots: string[]; margin: number | null }[]
}

export interface MatchAnswer {
  dataVersion: string
  ruleVersion: string
  /** Candidates with no hard fail, before the limit. */
  feasibleCount: number
  results: MatchResult[]
  excluded: Excluded[]
  /** One field each. */
  relaxations: Relaxation[]
  /** Where nothing fits and no single relaxation helps: the changes that help together. */
  jointRelaxation?: Relaxation
  /** The need is larger than the largest zone: its area, m². */
  largerThanAnyZone?: { largestZoneM2: number }
}

const KEYS: readonly (readonly [HardKey, number[]])[] = [
  ['sector', [BIT.sector]],
  ['area', [BIT.areaMin, BIT.areaMax]],
  ['readyBy', [BIT.readyBy]],
  ['power', [BIT.power]],
  ['water', [BIT.water]],
  ['wastewater', [BIT.wastewater]],
  ['price', [BIT.price]],
  ['tenure', [BIT.tenure]],
  ['environmentGroup', [BIT.environmentGroup]],
  ['zone', [BIT.zone]],
  ['kind', [BIT.kind]],
]
const UNMEASURED: readonly string[] = ['sector', 'environmentGroup', 'zone', 'kind']

/**
 * Matches a need against land, in steps: whoever runs it may do something else between two. The same land, rules and
 * need give the same answer to the byte. The need is one `needMistakes` finds nothing wrong with.
 */
export function* matchSteps(
  land: OfferedLand,
  need: Need,
  sectors: readonly SectorEntry[],
  today: At['today'],
): Generator<void, MatchAnswer> {
  const question = questionOf(land, need, sectors, today)
  const tally = newTally(question, need.limit ?? RESULT_LIMIT.default)
  yield* tallySingles(question, tally)
  yield* tallySets(question, tally)
  const results = tally.best.sorted().map(({ score, plots }) => resultOf(question, plots, score))
  const relaxations = yield* relaxationsOf(question, tally, today)
  const joint = tally.feasible === 0 && relaxations.length === 0 ? yield* jointRelaxation(question, tally, today) : null
  const largestZoneM2 = land.zones.filter(isPublicZone).reduce((most, zone) => Math.max(most, zone.areaM2 ?? 0), 0)
  return {
    dataVersion: land.dataVersion,
    ruleVersion: RULE_VERSION,
    feasibleCount: tally.feasible,
    results,
    excluded: excludedOf(question, tally),
    relaxations,
    ...(joint && { jointRelaxation: joint }),
    ...(need.areaMinM2 > largestZoneM2 && { largerThanAnyZone: { largestZoneM2 } }),
  }
}

function resultOf(question: Question, plots: readonly number[], hundredths: number): MatchResult {
  const { land, need } = question
  const rows = plots.map((plot) => land.plots[plot]).filter((plot) => plot !== undefined)
  const zone = rows[0]?.zone
  const warnings: MatchWarning[] = []
  if (need.foreign && zone?.borderCommune) warnings.push('border_commune')
  if (need.foreign && isConditionalSector(need.sector)) warnings.push('conditional_sector')
  return {
    plots: rows.map(({ code }) => code),
    zone: zone?.code ?? '',
    areaM2: rows.reduce((sum, { areaM2 }) => sum + areaM2, 0),
    score: hundredths / 100,
    criteria: criteriaOf(question, plots),
    warnings,
  }
}

function excludedOf(question: Question, tally: Tally): Excluded[] {
  const distances = question.caps.map((place, at): [HardKey, number[]] => [
    `distance.${place}`,
    [FIRST_DISTANCE_BIT + at],
  ])
  return [...KEYS, ...distances].flatMap(([key, bits]) => {
    const count = bits.reduce((sum, bit) => sum + (tally.failing[bit] as number), 0)
    if (count === 0) return []
    const nearest: Miss[] = []
    const misses = bits.flatMap((bit) => tally.nearest[bit] ?? []).sort((a, b) => a.index - b.index)
    for (const { index, miss, fails } of misses) keepMiss(nearest, index, miss, fails)
    return [
      {
        key,
        count,
        nearest: nearest.map(({ index, miss }) => ({
          plots: [question.land.plots[index]?.code ?? ''],
          margin: UNMEASURED.includes(key) ? null : -Math.round(miss * 1e9) / 1e9,
        })),
      },
    ]
  })
}
