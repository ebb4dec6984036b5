import { changeDays, UTILITY_KINDS } from '../land/capacity'
import { dayNumber, ZONE_KINDS, type ZoneKind } from '../land/catalogue'
import { type Day, daysBetween, toDay } from '../time/day'
import { ENVIRONMENT_GROUPS, type Need, SET_SIZE } from './need'
import { BIT, FIRST_DISTANCE_BIT, groupsOf, NEED_OF_UTILITY, type Question, questionOf } from './question'
import { tallySets } from './sets'
import { tallySingles } from './singles'
import { newTally, type Sized, type Tally } from './tally'

/** A part of the need to overwrite, and how many candidates more that makes feasible, exactly. */
export interface Relaxation {
  change: Partial<Need>
  gains: number
}

interface Priced extends Relaxation {
  /** The change as a share of what was asked; 1 where it cannot be measured. */
  cost: number
}

/** Later ready-by days tried where capacity itself changes with the day. */
const MOST_DAYS = 24

const dayOf = (number: number): Day => toDay(new Date(number * 86_400_000))

/** Candidates with no hard fail under another need, nothing ranked. */
export function* recount(question: Question, change: Partial<Need>, today: Day): Generator<void, Tally> {
  const changed = questionOf(question.land, { ...question.need, ...change }, question.sectors, today)
  const tally = newTally(changed, 0)
  yield* tallySingles(changed, tally, true)
  yield* tallySets(changed, tally, true)
  return tally
}

/**
 * The smallest change of each single field that makes more candidates feasible, cheapest first. Sector and
 * nationality are what the project is and stay.
 */
export function* relaxationsOf(question: Question, tally: Tally, today: Day): Generator<void, Relaxation[]> {
  const found: Priced[] = [...measured(question, tally), ...chosen(question, tally)]
  const late = yield* laterReady(question, tally, today)
  const smaller = smallerArea(question, tally)
  const joined = yield* joining(question, tally, today)
  for (const one of [late, smaller, joined]) if (one) found.push(one)
  return found
    .map((one, order) => ({ one, order }))
    .sort((a, b) => a.one.cost - b.one.cost || b.one.gains - a.one.gains || a.order - b.order)
    .map(({ one: { change, gains } }) => ({ change, gains }))
}

/** A change as a share of what was asked. */
export const share = (from: number, to: number): number => Math.abs(to - from) / Math.max(from, 1e-9)

/** Fields whose change moves nothing else: the nearest figure and how many have it were counted on the way. */
function measured(question: Question, tally: Tally): Priced[] {
  const { need, caps } = question
  const found: Priced[] = []
  const add = (bit: number, asked: number | undefined, sign: 1 | -1, change: (to: number) => Partial<Need>) => {
    const gains = tally.onlyCount[bit] as number
    const to = sign * (tally.onlyFigure[bit] as number)
    if (asked === undefined || gains === 0 || (sign < 0 && to < 0)) return
    // A need of nothing is no need: land that has nothing left is not offered for less.
    if (to === 0 && bit >= BIT.power && bit <= BIT.wastewater) return
    found.push({ change: change(to), gains, cost: share(asked, to) })
  }
  add(BIT.areaMax, need.areaMaxM2, 1, (areaMaxM2) => ({ areaMaxM2 }))
  for (const kind of UTILITY_KINDS) {
    add(BIT[kind], need[NEED_OF_UTILITY[kind]], -1, (to) => ({ [NEED_OF_UTILITY[kind]]: to }))
  }
  add(BIT.price, need.maxPriceUsdPerM2, 1, (maxPriceUsdPerM2) => ({ maxPriceUsdPerM2 }))
  add(BIT.tenure, need.minTenureYears, -1, (minTenureYears) => ({ minTenureYears }))
  caps.forEach((place, at) => {
    add(FIRST_DISTANCE_BIT + at, need.maxDistanceKm?.[place], 1, (to) => ({
      maxDistanceKm: { ...need.maxDistanceKm, [place]: to },
    }))
  })
  return found
}

/** Fields that are choices: one zone more, one kind more, the next environment group that admits more. */
function chosen(question: Question, tally: Tally): Priced[] {
  const { need, land } = question
  const found: Priced[] = []
  const most = <T>(gains: ReadonlyMap<T, number>) =>
    [...gains].reduce<readonly [T, number] | null>((best, one) => (one[1] > (best?.[1] ?? 0) ? one : best), null)
  const byZone = new Map<string, number>()
  const byKind = new Map<ZoneKind, number>()
  for (const kind of ZONE_KINDS) byKind.set(kind, 0)
  land.zones.forEach((zone, index) => {
    byZone.set(zone.code, tally.onlyZoneIn[index] as number)
    byKind.set(zone.kind, (byKind.get(zone.kind) ?? 0) + (tally.onlyKindIn[index] as number))
  })
  const zone = most(new Map([...byZone].sort(([a], [b]) => (a < b ? -1 : 1))))
  if (zone) found.push({ change: { zones: [...(need.zones ?? []), zone[0]] }, gains: zone[1], cost: 1 })
  const kind = most(byKind)
  if (kind) found.push({ change: { zoneKinds: [...(need.zoneKinds ?? []), kind[0]] }, gains: kind[1], cost: 1 })
  const { environmentGroup } = need
  if (environmentGroup === undefined) return found
  const asked = ENVIRONMENT_GROUPS.indexOf(environmentGroup)
  const groups = ENVIRONMENT_GROUPS.filter((group) => group !== environmentGroup)
    .map((group) => {
      const feasible = land.zones.reduce((sum, one, index) => {
        const admitted = groupsOf(one)
        const all = (tally.feasibleIn[index] as number) + (tally.onlyGroupIn[index] as number)
        return admitted === null || admitted.includes(group) ? sum + all : sum
      }, 0)
      const steps = Math.abs(ENVIRONMENT_GROUPS.indexOf(group) - asked)
      return { group, gains: feasible - tally.feasible, steps }
    })
    .filter(({ gains }) => gains > 0)
    .sort((a, b) => a.steps - b.steps || b.gains - a.gains)
  const [nearest] = groups
  if (nearest) found.push({ change: { environmentGroup: nearest.group }, gains: nearest.gains, cost: 1 })
  return found
}

/** The days after one from which more can be promised of some node of an asked kind. */
function capacityDays(question: Question, after: Day): Day[] {
  const { need, land } = question
  const kinds = UTILITY_KINDS.filter((kind) => need[NEED_OF_UTILITY[kind]] !== undefined)
  const nodes = land.zones.flatMap((zone) => zone.nodes).filter((node) => kinds.includes(node.kind))
  const days = nodes.flatMap((node) => changeDays(node.entries, node.holds))
  return [...new Set(days)].filter((day) => day > after).sort()
}

/**
 * The earliest later ready-by day with more candidates. Utilities are judged from that day on, and the later the day
 * the more can be promised: each day on which that may change is counted anew, between two only waiting counts.
 */
function* laterReady(question: Question, tally: Tally, today: Day): Generator<void, Priced | null> {
  const { readyBy } = question.need
  if (readyBy === undefined) return null
  const answer = (day: Day, feasible: number): Priced => {
    return { change: { readyBy: day }, gains: feasible - tally.feasible, cost: daysBetween(readyBy, day) / 365 }
  }
  let late = tally.onlyFigure[BIT.readyBy] as number
  let waiting = tally.onlyCount[BIT.readyBy] as number
  for (const [at, day] of capacityDays(question, readyBy).entries()) {
    if (late < dayNumber(day)) break
    if (at === MOST_DAYS) return null
    const here = yield* recount(question, { readyBy: day }, today)
    if (here.feasible > tally.feasible) return answer(day, here.feasible)
    late = here.onlyFigure[BIT.readyBy] as number
    waiting = here.onlyCount[BIT.readyBy] as number
  }
  return waiting > 0 ? answer(dayOf(late), tally.feasible + waiting) : null
}

/**
 * The least area lowered to the next area there is that gains. What is then large enough is won; a set that then has a
 * smaller one in it, or is then too large, is lost.
 */
function smallerArea({ need }: Question, { shortAreas, short, held }: Tally): Priced | null {
  const isTooLarge = ({ area, capped }: Sized, areaMinM2: number) => capped && area > 1.5 * areaMinM2
  for (const areaMinM2 of shortAreas) {
    const won = short.filter((one) => one.area >= areaMinM2 && one.part < areaMinM2 && !isTooLarge(one, areaMinM2))
    const lost = held.filter((one) => one.part >= areaMinM2 || isTooLarge(one, areaMinM2))
    const gains = won.length - lost.length
    if (gains > 0) return { change: { areaMinM2 }, gains, cost: share(need.areaMinM2, areaMinM2) }
  }
  return null
}

/** Where nothing fits at all: joining neighbours, or joining more of them. */
function* joining(question: Question, tally: Tally, today: Day): Generator<void, Priced | null> {
  if (tally.feasible > 0) return null
  const sizes =
    question.setSize < 2
      ? []
      : Array.from({ length: SET_SIZE.most - question.setSize }, (_, at) => question.setSize + at + 1)
  const changes: Partial<Need>[] =
    question.setSize < 2 ? [{ allowSets: true }] : sizes.map((maxSetSize) => ({ maxSetSize }))
  for (const change of changes) {
    const gains = (yield* recount(question, change, today)).feasible
    if (gains > 0) return { change, gains, cost: 1 }
  }
  return null
}
