import type { Day } from '../time/day'
import type { ZoneRow } from './catalogue'
import { type FillRate, sourcedRateOf } from './fill-rate'
import { countsTowardTotals, isEstablished } from './own-totals'
import { PROVINCE, type PublishedFigure } from './published-figure'
import { detailsOf } from './zone-record'

export const TARGETS = ['clusters_operating', 'district_clusters', 'parks_2030', 'parks_2050'] as const
export type TargetKey = (typeof TARGETS)[number]

export type TargetUnit = 'clusters' | 'districts' | 'ha'
/** `not_known`: the day is over and nothing newer says whether it was reached. */
export type TargetState = 'reached' | 'not_reached' | 'not_known' | 'open'

export interface Measured {
  value: number
  /** The newest date of what was counted; null where it bears none. */
  asOf: string | null
  /** What would count if plots that are only illustrative did. */
  illustrative: number
}

export interface TargetProgress {
  key: TargetKey
  unit: TargetUnit
  /** The number to reach, and until when. */
  target: number
  due: Day
  /** The fill rate above which a cluster counts, in percent; null where the target names none. */
  abovePercent: number | null
  source: string
  sourceAsOf: string | null
  own: Measured
  /** What sources published of the same thing, newest last. */
  published: { value: number; source: string; asOf: string | null }[]
  state: TargetState
}

interface ZoneFill {
  zone: ZoneRow
  rate: FillRate | null
}

interface Question {
  figures: readonly PublishedFigure[]
  /** The published zones with their fill rates. */
  zones: readonly ZoneFill[]
  /** How many districts there were when the targets were set. */
  formerDistricts: number
  today: Day
}

/** What a target counts: the figures that state it, and the one sources give of the same thing. */
interface TargetRule {
  unit: TargetUnit
  due: Day
  goal: string
  above?: string
  published?: string
  measure: (zones: readonly ZoneFill[], abovePercent: number) => Measured
}

const newest = (zones: readonly ZoneFill[]): string | null =>
  zones
    .map(({ zone, rate }) => rate?.asOf ?? zone.statusAsOf)
    .filter((asOf) => asOf !== null)
    .sort()
    .at(-1) ?? null

/**
 * Clusters above a fill rate. A rate counted from illustrative plots proves nothing: the source's stands in its place,
 * and what only the illustrative rate would add is counted apart.
 */
function filledClusters(zones: readonly ZoneFill[], abovePercent: number, countOf: (found: ZoneFill[]) => number) {
  const clusters = zones.filter(({ zone }) => zone.kind === 'industrial_cluster')
  const isAbove = ({ rate }: ZoneFill) => rate !== null && rate.percent > abovePercent
  const proved = clusters
    .map(({ zone, rate }) => ({ zone, rate: rate?.illustrative ? sourcedRateOf(zone) : rate }))
    .filter(isAbove)
  const either = clusters.filter((one) => isAbove(one) || proved.some(({ zone }) => zone === one.zone))
  const value = countOf(proved)
  return { value, asOf: newest(proved), illustrative: countOf(either) - value }
}

const districtsOf = (found: ZoneFill[]): number => new Set(found.map(({ zone }) => detailsOf(zone).district)).size

function parkLand(zones: readonly ZoneFill[]): Measured {
  const parks = zones.filter(
    ({ zone }) => zone.kind === 'industrial_park' && isEstablished(zone) && countsTowardTotals(zone),
  )
  const areaM2 = parks.reduce((sum, { zone }) => sum + (zone.areaM2 ?? 0), 0)
  return { value: areaM2 / 10_000, asOf: newest(parks.map(({ zone }) => ({ zone, rate: null }))), illustrative: 0 }
}

const RULES: Record<TargetKey, TargetRule> = {
  clusters_operating: {
    unit: 'clusters',
    due: '2025-12-31' as Day,
    goal: 'target_clusters_operating',
    above: 'target_clusters_operating_fill_percent',
    published: 'clusters_operating',
    measure: (zones, abovePercent) => {
      const operating = zones.filter(({ zone }) => zone.status === 'operating')
      return filledClusters(operating, abovePercent, (found) => found.length)
    },
  },
  district_clusters: {
    unit: 'districts',
    due: '2030-12-31' as Day,
    goal: 'target_district_fill_percent',
    above: 'target_district_fill_percent',
    measure: (zones, abovePercent) => filledClusters(zones, abovePercent, districtsOf),
  },
  parks_2030: {
    unit: 'ha',
    due: '2030-12-31' as Day,
    goal: 'target_parks_2030_ha',
    published: 'parks_established_ha',
    measure: parkLand,
  },
  parks_2050: {
    unit: 'ha',
    due: '2050-12-31' as Day,
    goal: 'target_parks_2050_ha',
    published: 'parks_established_ha',
    measure: parkLand,
  },
}

/**
 * How far the published targets have come on a day, by what this catalogue holds and by what sources published since.
 * A target no source states is left out. After its last day a target is `not_reached` only where what was counted is
 * newer than that day, else `not_known`.
 */
export function targetProgress({ figures, zones, formerDistricts, today }: Question): TargetProgress[] {
  const stated = (key: string | undefined) =>
    figures.find((figure) => figure.subject === PROVINCE && figure.key === key && key !== undefined)
  return TARGETS.flatMap((key): TargetProgress[] => {
    const rule = RULES[key]
    const above = stated(rule.above)
    const goal = key === 'district_clusters' ? above && { ...above, value: formerDistricts } : stated(rule.goal)
    if (!goal) return []
    const own = rule.measure(zones, above?.value ?? 0)
    const published = figures
      .filter((figure) => figure.subject === PROVINCE && figure.key === rule.published)
      .map(({ value, source, asOf }) => ({ value, source, asOf }))
      .sort((a, b) => ((a.asOf ?? '') < (b.asOf ?? '') ? -1 : 1))
    return [
      {
        key,
        unit: rule.unit,
        target: goal.value,
        due: rule.due,
        abovePercent: above?.value ?? null,
        source: goal.source,
        sourceAsOf: goal.asOf,
        own,
        published,
        state: stateOf(own, goal.value, rule.due, today),
      },
    ]
  })
}

function stateOf(own: Measured, target: number, due: Day, today: Day): TargetState {
  if (own.value >= target) return 'reached'
  if (today <= due) return 'open'
  return own.asOf !== null && own.asOf > due ? 'not_reached' : 'not_known'
}
