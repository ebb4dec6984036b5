import { UTILITY_KINDS, type UtilityKind } from '../land/capacity'
import { dayNumber, type NodeRow, type ZoneRow } from '../land/catalogue'
import { detailsOf } from '../land/zone-record'
import type { Day } from '../time/day'
import { type EnvironmentGroup, type Need, SOFT_KEYS, setAreaMaxM2, setSizeOf, weightOf } from './need'
import type { OfferedLand } from './offered-land'
import { distanceScore, headroomScore, sectorScore } from './scores'
import { type Admission, admissionOf, type SectorEntry } from './sector'

/** The bits of a verdict: one for each way to fail a hard criterion. Distances follow, one for each capped place. */
export const BIT = {
  areaMin: 0,
  areaMax: 1,
  readyBy: 2,
  price: 3,
  tenure: 4,
  sector: 5,
  power: 6,
  water: 7,
  wastewater: 8,
  environmentGroup: 9,
  zone: 10,
  kind: 11,
} as const
export const FIRST_DISTANCE_BIT = 12
/** A verdict has 31 bits. */
export const MOST_DISTANCES = 16

export const NEED_OF_UTILITY = {
  power: 'powerKva',
  water: 'waterM3PerDay',
  wastewater: 'wastewaterM3PerDay',
} as const satisfies Record<UtilityKind, keyof Need>

/** The places distances are scored to: those the need caps, else the gate most goods pass. */
export const placesOf = (need: Need): string[] => {
  const capped = Object.keys(need.maxDistanceKm ?? {}).sort()
  return capped.length > 0 ? capped : ['huu_nghi']
}

/** The utilities whose headroom is scored: those the need names, else all. */
export const utilitiesOf = (need: Need): readonly UtilityKind[] => {
  const named = UTILITY_KINDS.filter((kind) => need[NEED_OF_UTILITY[kind]] !== undefined)
  return named.length > 0 ? named : UTILITY_KINDS
}

/** The environmental groups a zone admits; null where it has published no list. */
export const groupsOf = (zone: Pick<ZoneRow, 'details'>): readonly EnvironmentGroup[] | null =>
  (detailsOf(zone).environmentGroups as EnvironmentGroup[] | undefined) ?? null

/** What remains at the best of some nodes of a kind; null where there is none of the kind. */
export function bestRest(
  nodes: readonly NodeRow[],
  kind: UtilityKind,
  restOf: (node: NodeRow) => number,
): number | null {
  let best: number | null = null
  for (const node of nodes) {
    if (node.kind !== kind) continue
    const rest = restOf(node)
    if (best === null || rest > best) best = rest
  }
  return best
}

/** What can be promised of a node from a day on, each ledger summed once. */
function restsFrom(land: OfferedLand, day: Day): (node: NodeRow) => number {
  const known = new Map<NodeRow, number>()
  return (node) => {
    let rest = known.get(node)
    if (rest === undefined) {
      rest = land.restFrom(node, day)
      known.set(node, rest)
    }
    return rest
  }
}

/**
 * A need worked out against the land's zones, lists of sectors and sets of nodes, so that a plot is judged by looking
 * up and comparing. Masks hold the bits of BIT; parts of the need that are not asked never fail.
 */
export interface Question {
  need: Need
  land: OfferedLand
  sectors: readonly SectorEntry[]
  areaMinM2: number
  /** For single plots; infinite where the need names none. */
  areaMaxM2: number
  setMaxM2: number
  setSize: number
  readyBy: number | null
  maxPriceUsdPerM2: number | null
  minTenureYears: number | null
  utilities: readonly UtilityKind[]
  places: readonly string[]
  caps: readonly string[]
  restOf(node: NodeRow): number
  admission: readonly Admission[]
  zoneFails: Int32Array
  zoneUnknown: Int32Array
  listFails: Int32Array
  listUnknown: Int32Array
  nodeFails: Int32Array
  nodeUnknown: Int32Array
  /** NaN: not known. By utility, then by set of nodes. */
  rests: Record<UtilityKind, Float64Array>
  /** Soft scores, NaN where not known. */
  zoneScore: Float64Array
  listScore: Float64Array
  nodeScore: Float64Array
  /** In the order of SOFT_KEYS. */
  weights: Float64Array
  totalWeight: number
}

/** Works a need out against land; utilities are judged on the ready-by day, today when none is asked. */
export function questionOf(land: OfferedLand, need: Need, sectors: readonly SectorEntry[], today: Day): Question {
  const restOf = restsFrom(land, need.readyBy ?? today)
  const utilities = utilitiesOf(need)
  const places = placesOf(need)
  const caps = Object.keys(need.maxDistanceKm ?? {}).sort()
  const weights = Float64Array.from(SOFT_KEYS, (key) => weightOf(need, key))
  const admission = land.lists.map((list) => admissionOf(list, need.sector, sectors))
  const question: Question = {
    need,
    land,
    sectors,
    areaMinM2: need.areaMinM2,
    areaMaxM2: need.areaMaxM2 ?? Number.POSITIVE_INFINITY,
    setMaxM2: setAreaMaxM2(need),
    setSize: setSizeOf(need),
    readyBy: need.readyBy === undefined ? null : dayNumber(need.readyBy),
    maxPriceUsdPerM2: need.maxPriceUsdPerM2 ?? null,
    minTenureYears: need.minTenureYears ?? null,
    utilities,
    places,
    caps,
    restOf,
    admission,
    zoneFails: new Int32Array(land.zones.length),
    zoneUnknown: new Int32Array(land.zones.length),
    listFails: Int32Array.from(admission, (one) => (one === 'no' ? 1 << BIT.sector : 0)),
    listUnknown: Int32Array.from(admission, (one) => (one === 'unknown' ? 1 << BIT.sector : 0)),
    nodeFails: new Int32Array(land.nodeSets.length),
    nodeUnknown: new Int32Array(land.nodeSets.length),
    rests: {
      power: restColumn(land, 'power', restOf),
      water: restColumn(land, 'water', restOf),
      wastewater: restColumn(land, 'wastewater', restOf),
    },
    zoneScore: new Float64Array(land.zones.length),
    listScore: Float64Array.from(admission, sectorScore),
    nodeScore: new Float64Array(land.nodeSets.length),
    weights,
    totalWeight: weights.reduce((sum, weight) => sum + weight, 0),
  }
  for (const [index, zone] of land.zones.entries()) judgeZone(question, zone, index)
  for (const index of land.nodeSets.keys()) judgeNodes(question, index)
  return question
}

const restColumn = (land: OfferedLand, kind: UtilityKind, restOf: (node: NodeRow) => number): Float64Array =>
  Float64Array.from(land.nodeSets, (nodes) => bestRest(nodes, kind, restOf) ?? Number.NaN)

function judgeZone(question: Question, zone: ZoneRow, index: number): void {
  const { need, caps, places } = question
  let fails = 0
  let unknown = 0
  if (need.zones && need.zones.length > 0 && !need.zones.includes(zone.code)) fails |= 1 << BIT.zone
  if (need.zoneKinds && need.zoneKinds.length > 0 && !need.zoneKinds.includes(zone.kind)) fails |= 1 << BIT.kind
  if (need.environmentGroup !== undefined) {
    const groups = groupsOf(zone)
    if (groups === null) unknown |= 1 << BIT.environmentGroup
    else if (!groups.includes(need.environmentGroup)) fails |= 1 << BIT.environmentGroup
  }
  caps.forEach((place, at) => {
    const km = zone.distancesKm[place]
    if (km === undefined) unknown |= 1 << (FIRST_DISTANCE_BIT + at)
    else if (km > (need.maxDistanceKm?.[place] ?? 0)) fails |= 1 << (FIRST_DISTANCE_BIT + at)
  })
  question.zoneFails[index] = fails
  question.zoneUnknown[index] = unknown
  const km = places.flatMap((place) => zone.distancesKm[place] ?? [])
  question.zoneScore[index] = km.length < places.length ? 0 : distanceScore(km)
}

function judgeNodes(question: Question, index: number): void {
  const rests = (kind: UtilityKind) => question.rests[kind][index] as number
  const { fails, unknown, score } = judgeRests(question, rests)
  question.nodeFails[index] = fails
  question.nodeUnknown[index] = unknown
  question.nodeScore[index] = score
}

/** What is known of some nodes' remains against the need: NaN where a kind is not known. */
export function judgeRests(
  { need, utilities }: Pick<Question, 'need' | 'utilities'>,
  restOf: (kind: UtilityKind) => number,
): { fails: number; unknown: number; score: number } {
  let fails = 0
  let unknown = 0
  for (const kind of UTILITY_KINDS) {
    const needed = need[NEED_OF_UTILITY[kind]]
    if (needed === undefined) continue
    const rest = restOf(kind)
    if (Number.isNaN(rest)) unknown |= 1 << BIT[kind]
    else if (rest < needed) fails |= 1 << BIT[kind]
  }
  return {
    fails,
    unknown,
    score: headroomOf(
      need,
      utilities.map((kind) => [kind, restOf(kind)]),
    ),
  }
}

/** The headroom score of what remains of the scored utilities; nothing where one is not known (NaN). */
export function headroomOf(need: Need, rests: readonly (readonly [UtilityKind, number])[]): number {
  if (rests.some(([, rest]) => Number.isNaN(rest))) return 0
  return headroomScore(rests.map(([kind, rest]) => ({ needed: need[NEED_OF_UTILITY[kind]] ?? 0, rest })))
}
