import { addDays, type Day, dayInVietnam, daysBetween } from '../time/day'
import { ok, refuse, type Verdict } from '../verdict'
import { isStale } from './catalogue'
import { isRung } from './readiness'

/** Whose figure a fact is. */
export type FactSubject = 'plot' | 'zone'

/** What a fact's value is: `area` in m², `count` a whole number, `percent` 0 to 100, `price` in USD per m² for the
 * whole term, `rent` in VND per m² and year. */
export type FactKind = 'price' | 'rent' | 'rung' | 'area' | 'count' | 'percent' | 'year' | 'text' | 'parts'

interface FactRule {
  kind: FactKind
  /** Days for which a confirmation holds unless its keeper says otherwise: our assumption, how fast such figures move. */
  holdsDays: number
}

/** Every figure that is kept as a fact, by its subject. Each says for how long a confirmation holds by itself. */
export const FACT_RULES = {
  plot: {
    price_usd_per_m2: { kind: 'price', holdsDays: 90 },
    rent_vnd_per_m2_year: { kind: 'rent', holdsDays: 90 },
    readiness: { kind: 'rung', holdsDays: 180 },
    contact: { kind: 'text', holdsDays: 365 },
    capacity_note: { kind: 'text', holdsDays: 180 },
    utilities_planned: { kind: 'parts', holdsDays: 365 },
  },
  zone: {
    contact: { kind: 'text', holdsDays: 365 },
    area_m2: { kind: 'area', holdsDays: 365 },
    industrial_land_m2: { kind: 'area', holdsDays: 365 },
    fill_rate_pct: { kind: 'percent', holdsDays: 180 },
    term_end_year: { kind: 'year', holdsDays: 365 },
    enterprises: { kind: 'count', holdsDays: 180 },
    workers: { kind: 'count', holdsDays: 180 },
    capacity_note: { kind: 'text', holdsDays: 180 },
    remaining_capacity: { kind: 'parts', holdsDays: 180 },
  },
} as const satisfies Record<FactSubject, Record<string, FactRule>>

export type PlotFactKey = keyof typeof FACT_RULES.plot
export type ZoneFactKey = keyof typeof FACT_RULES.zone
export type FactKey = PlotFactKey | ZoneFactKey

export const PLOT_FACT_KEYS = Object.keys(FACT_RULES.plot) as PlotFactKey[]
export const ZONE_FACT_KEYS = Object.keys(FACT_RULES.zone) as ZoneFactKey[]
export const FACT_KEYS = [...new Set<FactKey>([...PLOT_FACT_KEYS, ...ZONE_FACT_KEYS])]

/**
 * A rung is changed by recording it with its evidence, planned utilities by their sheet, what remains by the entries of
 * its sources: not typed as a fact.
 */
const NOT_TYPED: readonly FactKey[] = ['readiness', 'utilities_planned', 'remaining_capacity']
/** The figures a keeper types of a subject. */
export const TYPED_FACT_KEYS: Record<FactSubject, FactKey[]> = {
  plot: PLOT_FACT_KEYS.filter((key) => !NOT_TYPED.includes(key)),
  zone: ZONE_FACT_KEYS.filter((key) => !NOT_TYPED.includes(key)),
}

/** The rule of a figure; undefined for a key its subject does not have. */
export const factRule = (subject: FactSubject, key: string): FactRule | undefined =>
  (FACT_RULES[subject] as Record<string, FactRule>)[key]

const NUMBERS: Partial<Record<FactKind, { min: number; max: number; whole: boolean }>> = {
  price: { min: 0.01, max: 100_000, whole: false },
  rent: { min: 1, max: 100_000_000, whole: true },
  area: { min: 1, max: 200_000_000, whole: true },
  count: { min: 0, max: 1_000_000, whole: true },
  percent: { min: 0, max: 100, whole: false },
  year: { min: 2025, max: 2150, whole: true },
}
const LONGEST_TEXT = 500

/**
 * The value of a figure as a keeper types it: a number with a point or a comma before the decimals, or a text of at
 * most 500 characters. Refuses `not-a-choice` for a figure that is not typed of its subject, `required`,
 * `not-a-number`, `out-of-range`, `too-long`.
 */
export function readFactValue(subject: FactSubject, key: string, typed: string): Verdict<number | string> {
  const rule = factRule(subject, key)
  if (!rule || !TYPED_FACT_KEYS[subject].includes(key as FactKey)) return refuse('not-a-choice', undefined, 'key')
  const text = typed.trim()
  if (text === '') return refuse('required', undefined, 'value')
  const range = NUMBERS[rule.kind]
  if (!range) return text.length > LONGEST_TEXT ? refuse('too-long', { max: LONGEST_TEXT }, 'value') : ok(text)
  if (!/^\d{1,12}([.,]\d{1,6})?$/.test(text)) return refuse('not-a-number', undefined, 'value')
  const value = Number(text.replace(',', '.'))
  if (range.whole && !Number.isInteger(value)) return refuse('not-a-number', undefined, 'value')
  if (value < range.min || value > range.max) {
    return refuse('out-of-range', { min: range.min, max: range.max }, 'value')
  }
  return ok(value)
}

/** The day until which a confirmation given today holds by itself. */
export const confirmedUntilFrom = (subject: FactSubject, key: string, today: Day): Day =>
  addDays(today, factRule(subject, key)?.holdsDays ?? 90)

/** The furthest a confirmation may reach. */
export const LONGEST_CONFIRMATION_DAYS = 730

/** Until when a keeper answers for a figure: from today to two years on. Refuses `out-of-range`. */
export const checkConfirmedUntil = (until: Day, today: Day): Verdict<Day> =>
  until < today || until > addDays(today, LONGEST_CONFIRMATION_DAYS)
    ? refuse('out-of-range', undefined, 'confirmedUntil')
    : ok(until)

/**
 * Where a figure stands on a day. `soon`: within 30 days of its end. `stale`: past its day, counts as unknown.
 * `over`: past the grace period too, so that a plot leaves publication and a zone's figure is shown no more.
 */
export type FactAge = 'open' | 'fresh' | 'soon' | 'stale' | 'over'

const SOON_DAYS = 30

export interface FactStanding {
  age: FactAge
  stale: boolean
  /** The first day on which it is no longer published unless somebody confirms it; null while it has no end. */
  leavesOn: Day | null
  /** Days from today to `leavesOn`, 0 or less once it is over. */
  daysLeft: number | null
}

/** Where a figure that is confirmed until a day stands today, with a grace period in days. */
export function factStanding(confirmedUntil: Day | null, today: Day, graceDays: number): FactStanding {
  if (confirmedUntil === null) return { age: 'open', stale: false, leavesOn: null, daysLeft: null }
  const leavesOn = addDays(confirmedUntil, graceDays + 1)
  const daysLeft = daysBetween(today, leavesOn)
  const stale = isStale(confirmedUntil, today)
  const soon = daysBetween(today, confirmedUntil) <= SOON_DAYS
  const age = !stale ? (soon ? 'soon' : 'fresh') : daysLeft <= 0 ? 'over' : 'stale'
  return { age, stale, leavesOn, daysLeft }
}

/** The longest grace period the office may set, in days. */
export const GRACE_DAYS_MAX = 365

/** The last day a figure may have been confirmed until, if it is past its grace period today. */
export const lastUntilThatIsOver = (today: Day, graceDays: number): Day => addDays(today, -graceDays - 1)

/** What every fact says besides its value. */
export interface FactRecord {
  key: string
  validFrom: Day
  createdAt: Date
  supersededAt: Date | null
}

/**
 * The facts that stood on a day: in force from then or before, and not superseded by the end of it. One a key, the one
 * recorded last.
 */
export function factsOn<F extends FactRecord>(facts: readonly F[], day: Day): F[] {
  const found = new Map<string, F>()
  for (const fact of facts) {
    if (fact.validFrom > day) continue
    if (fact.supersededAt !== null && dayInVietnam(fact.supersededAt) <= day) continue
    const other = found.get(fact.key)
    if (!other || other.createdAt < fact.createdAt) found.set(fact.key, fact)
  }
  return [...found.values()]
}

/**
 * Whether the record can answer for a day. Refuses `as-of-future`, and `as-of-early` with the first day it knows; a
 * subject of which nothing was ever recorded answers for no past day.
 */
export function checkAsOf(day: Day, today: Day, first: Day | null): Verdict<Day> {
  if (day > today) return refuse('as-of-future', undefined, 'asOf')
  const from = first ?? today
  return day < from ? refuse('as-of-early', { first: from }, 'asOf') : ok(day)
}

/** A value as a line of plain characters, for mails and records. */
export const plainValue = (value: unknown): string =>
  isRung(value) || typeof value === 'string' || typeof value === 'number' ? String(value) : JSON.stringify(value)
