import type { ZoneKind } from '../land/catalogue'
import type { Day } from '../time/day'
import { type CriterionRow, criteriaOf, type HardKey } from './criteria'
import { ENVIRONMENT_GROUPS, type EnvironmentGroup, type Need } from './need'
import { NEED_OF_UTILITY, type Question } from './question'
import { type Relaxation, recount, share } from './relaxations'
import type { Tally } from './tally'

interface Step {
  change: Partial<Need>
  /** As a share of what was asked; 1 for a choice. */
  cost: number
}

/** What a failing criterion asks to be changed to, so that it takes the plot in; null where no change would. */
function stepOf(need: Need, changed: Partial<Need>, row: CriterionRow): Step | null {
  const key = row.key as HardKey
  const to = Number(row.actual)
  if (key === 'area') {
    const [field, asked] =
      to < need.areaMinM2 ? (['areaMinM2', need.areaMinM2] as const) : (['areaMaxM2', need.areaMaxM2 ?? to] as const)
    return { change: { [field]: to }, cost: share(asked, to) }
  }
  if (key === 'readyBy') return { change: { readyBy: row.actual as Day }, cost: -(row.margin ?? 0) / 365 }
  if (key === 'power' || key === 'water' || key === 'wastewater') {
    // Land that has nothing left is not offered for less.
    return to > 0 ? { change: { [NEED_OF_UTILITY[key]]: to }, cost: share(Number(row.required), to) } : null
  }
  if (key === 'price') return { change: { maxPriceUsdPerM2: to }, cost: share(Number(row.required), to) }
  if (key === 'tenure') return { change: { minTenureYears: to }, cost: share(Number(row.required), to) }
  if (key === 'zone') return { change: { zones: [...(need.zones ?? []), row.actual as string] }, cost: 1 }
  if (key === 'kind') return { change: { zoneKinds: [...(need.zoneKinds ?? []), row.actual as ZoneKind] }, cost: 1 }
  if (key === 'environmentGroup') {
    const admitted = row.actual as EnvironmentGroup[]
    const asked = ENVIRONMENT_GROUPS.indexOf(need.environmentGroup ?? 'I')
    const apart = (group: EnvironmentGroup) => Math.abs(ENVIRONMENT_GROUPS.indexOf(group) - asked)
    const [nearest] = [...admitted].sort((a, b) => apart(a) - apart(b))
    return nearest ? { change: { environmentGroup: nearest }, cost: 1 } : null
  }
  if (!key.startsWith('distance.')) return null
  const maxDistanceKm = { ...need.maxDistanceKm, ...changed.maxDistanceKm, [key.slice('distance.'.length)]: to }
  return { change: { maxDistanceKm }, cost: share(Number(row.required), to) }
}

/** All that has to be changed at once for a plot; null where it fails what the project is. */
function stepsOf(question: Question, index: number): { change: Partial<Need>; steps: number; cost: number } | null {
  let change: Partial<Need> = {}
  let steps = 0
  let cost = 0
  for (const row of criteriaOf(question, [index])) {
    if (row.verdict !== 'fail') continue
    const step = stepOf(question.need, change, row)
    if (!step) return null
    change = { ...change, ...step.change }
    steps++
    cost += step.cost
  }
  return { change, steps, cost }
}

/**
 * Where nothing fits and no single change helps: the changes that together take in the nearest single plot, and how many
 * candidates that makes feasible, exactly. The nearest is looked for among the nearest misses of each criterion: fewest
 * changes, then smallest. Null where each of those fails what no change can mend: its sectors, or nothing left.
 */
export function* jointRelaxation(question: Question, tally: Tally, today: Day): Generator<void, Relaxation | null> {
  const indices = [...new Set(tally.nearest.flat().map(({ index }) => index))].sort((a, b) => a - b)
  const [nearest] = indices
    .flatMap((index) => stepsOf(question, index) ?? [])
    .sort((a, b) => a.steps - b.steps || a.cost - b.cost)
  if (!nearest) return null
  const { feasible } = yield* recount(question, nearest.change, today)
  return feasible > 0 ? { change: nearest.change, gains: feasible } : null
}
