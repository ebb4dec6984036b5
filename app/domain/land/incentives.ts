import type { Day } from '../time/day'
import type { ZoneKind } from './catalogue'

/** What a commune is classed as; `unclear` until the province's list says. */
export type CommuneArea = 'especially_difficult' | 'difficult' | 'unclear' | 'none'
export type IncentiveItem = 'cit' | 'land_rent' | 'import_duty' | 'term' | 'deposit'

export interface IncentiveZone {
  kind: ZoneKind
  inEconomicZone: boolean
  /** As the list of communes has them. */
  communeAreas: readonly string[]
}

export interface IncentiveArea {
  /** For investment incentives: land rent, import duty, term, deposit. */
  area: CommuneArea
  /** By the place alone, which is what income tax asks. */
  byPlace: CommuneArea
  /** What decided it. */
  basis: 'economic_zone' | 'communes' | 'zone_kind' | 'communes_differ'
}

export interface Incentive {
  item: IncentiveItem
  area: CommuneArea
  /** The article, as it is cited in Vietnamese. */
  article: string
}

const RANK: CommuneArea[] = ['none', 'unclear', 'difficult', 'especially_difficult']
const CLASSES: Record<string, CommuneArea> = {
  especially_difficult: 'especially_difficult',
  difficult: 'difficult',
  none: 'none',
}
const HAS_FLOOR: ZoneKind[] = ['industrial_park', 'industrial_cluster']

/**
 * The class of a zone's area. A border-gate economic zone is especially difficult; a park or cluster is at least
 * difficult (Decree 96/2026 Art 22); else the communes decide. Where they differ the lowest counts, since no source
 * says which plot lies where.
 */
export function incentiveArea({ kind, inEconomicZone, communeAreas }: IncentiveZone): IncentiveArea {
  if (inEconomicZone || kind === 'economic_zone_area') {
    return { area: 'especially_difficult', byPlace: 'especially_difficult', basis: 'economic_zone' }
  }
  const classes = communeAreas.map((area) => CLASSES[area] ?? 'unclear')
  const byPlace = classes.reduce<CommuneArea>(
    (lowest, next) => (RANK.indexOf(next) < RANK.indexOf(lowest) ? next : lowest),
    classes[0] ?? 'unclear',
  )
  if (HAS_FLOOR.includes(kind) && RANK.indexOf(byPlace) < RANK.indexOf('difficult')) {
    return { area: 'difficult', byPlace, basis: 'zone_kind' }
  }
  return { area: byPlace, byPlace, basis: new Set(classes).size > 1 ? 'communes_differ' : 'communes' }
}

interface Rule {
  item: IncentiveItem
  article: string
  /** The first and last day for which the rule was read; null: still in force. */
  from: Day
  until: Day | null
  /** Income tax asks the place alone, not that the land is a park or cluster. */
  asks: 'area' | 'byPlace'
}

const day = (text: string) => text as Day

/** Read in November 2026 from public re-publications of the acts; a change of law adds a row and ends another. */
const RULES: Rule[] = [
  {
    item: 'cit',
    article: 'Luật Thuế TNDN 67/2025/QH15; NĐ 320/2025/NĐ-CP',
    from: day('2025-10-01'),
    until: null,
    asks: 'byPlace',
  },
  {
    item: 'land_rent',
    article: 'NĐ 103/2024/NĐ-CP, Điều 39 (sửa đổi bởi NĐ 291/2025/NĐ-CP); NĐ 50/2026/NĐ-CP',
    from: day('2026-03-01'),
    until: null,
    asks: 'area',
  },
  {
    item: 'import_duty',
    article: 'Luật Thuế XK, NK 107/2016/QH13, Điều 16',
    from: day('2016-09-01'),
    until: null,
    asks: 'area',
  },
  { item: 'term', article: 'Luật Đầu tư 143/2025/QH15, Điều 31', from: day('2026-03-01'), until: null, asks: 'area' },
  { item: 'deposit', article: 'NĐ 96/2026/NĐ-CP, Điều 27(4)', from: day('2026-03-01'), until: null, asks: 'area' },
]

/** The article by which an area is classed. */
export const AREA_ARTICLE = 'NĐ 96/2026/NĐ-CP, Điều 22; NĐ 31/2021/NĐ-CP, Phụ lục III'

/** What the rules in force on a day give to an area, for information only. */
export const incentivesOn = (on: Day, area: IncentiveArea): Incentive[] =>
  RULES.filter(({ from, until }) => from <= on && (until === null || on <= until)).map(({ item, article, asks }) => ({
    item,
    area: area[asks],
    article,
  }))
