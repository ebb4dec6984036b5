import { ok, refuse, type Verdict } from '../verdict'
import { commonAreaM2 } from './boundary'
import { cutRing, shareArea } from './cut'
import { type Position, type Ring, ringAreaM2 } from './geometry'
import { joinRings } from './join'
import type { CommercialState, PublicationState, Rung } from './readiness'
import { rungAt, rungNumber } from './readiness'

export const PLOT_OPERATIONS = ['split', 'merge', 'realign'] as const
export type PlotOperationKind = (typeof PLOT_OPERATIONS)[number]

/** How many plots one merger may take. */
export const MOST_MERGED = 12

/** A plot as it goes into an operation. */
export interface Operand {
  code: string
  zoneId: string
  ring: Ring | null
  areaM2: number
  commercial: CommercialState
  publication: PublicationState
  /** What took its place; null while it is there. */
  became: readonly string[] | null
  /** The number of the case that holds it, or to which it is offered in the line now. */
  heldFor: string | null
}

/** A piece of land as it comes out: the ring, and its part of the declared area in whole m². */
export interface Piece {
  ring: Ring
  areaM2: number
}

type Drawn = Operand & { ring: Ring }

const FREE: CommercialState[] = ['not_offered', 'offered', 'returned']

/**
 * Whether plots can go into an operation together: living, drawn, of one zone, neither promised nor leased.
 * Refuses `plot-retired`, `plot-held` naming the case, `state-forbids` for reserved or leased land, `plot-undrawn`,
 * `plots-apart` for another zone or a plot named twice.
 */
export function checkOperands(plots: readonly Operand[]): Verdict<Drawn[]> {
  const drawn: Drawn[] = []
  for (const plot of plots) {
    if (plot.became) return refuse('plot-retired', { code: plot.code, became: plot.became.join(', ') })
    if (plot.heldFor !== null) return refuse('plot-held', { code: plot.code, number: plot.heldFor })
    if (!FREE.includes(plot.commercial)) return refuse('state-forbids', { code: plot.code, from: plot.commercial })
    const { ring } = plot
    if (!ring) return refuse('plot-undrawn', { code: plot.code })
    drawn.push({ ...plot, ring })
  }
  const sameZone = plots.every(({ zoneId }) => zoneId === plots[0]?.zoneId)
  const eachOnce = new Set(plots.map(({ code }) => code)).size === plots.length
  return sameZone && eachOnce ? ok(drawn) : refuse('plots-apart')
}

/** A plot cut in two or more along a line; the declared areas add up to the plot's own. Refuses what `cutRing` does. */
export function splitPlot(plot: { ring: Ring; areaM2: number }, line: readonly Position[]): Verdict<Piece[]> {
  const parts = cutRing(plot.ring, line)
  if (!parts.ok) return parts
  return ok(pieces(parts.value, plot.areaM2))
}

const pieces = (rings: readonly Ring[], totalM2: number): Piece[] => {
  const areas = shareArea(
    totalM2,
    rings.map((ring) => ringAreaM2(ring)),
  )
  return rings.map((ring, i) => ({ ring, areaM2: areas[i] as number }))
}

const sumOf = (plots: readonly { areaM2: number }[]): number => plots.reduce((sum, { areaM2 }) => sum + areaM2, 0)

/** Plots side by side as one; the declared areas are added. Refuses `plots-apart`, also for more than `MOST_MERGED`. */
export function mergePlots(plots: readonly { ring: Ring; areaM2: number }[]): Verdict<Piece> {
  if (plots.length > MOST_MERGED) return refuse('plots-apart')
  const ring = joinRings(plots.map((plot) => plot.ring))
  return ring.ok ? ok({ ring: ring.value, areaM2: sumOf(plots) }) : ring
}

/**
 * Two neighbours with a new line between them, in the order given: each keeps the side that holds
 * the larger share of it, and the declared areas keep their sum. Refuses `plots-apart`; `line-cuts-nothing` where the line does not leave exactly two parts.
 */
export function realignPlots(
  [one, other]: readonly [{ ring: Ring; areaM2: number }, { ring: Ring; areaM2: number }],
  line: readonly Position[],
): Verdict<[Piece, Piece]> {
  const joined = joinRings([one.ring, other.ring])
  if (!joined.ok) return joined
  const parts = cutRing(joined.value, line)
  if (!parts.ok) return parts
  const [first, second, more] = pieces(parts.value, one.areaM2 + other.areaM2)
  if (!first || !second || more) return refuse('line-cuts-nothing', undefined, 'line')
  const shareOf = (plot: { ring: Ring }, part: Piece) => commonAreaM2(part.ring, plot.ring) / ringAreaM2(plot.ring)
  const kept = shareOf(one, first) + shareOf(other, second)
  const swapped = shareOf(one, second) + shareOf(other, first)
  return ok(kept >= swapped ? [first, second] : [second, first])
}

const CODE_LENGTH = 24

/** Codes for what comes out of an operation, none of them taken: HL-A1 becomes HL-A1-1, HL-A1-2. */
export function suggestCodes(code: string, count: number, taken: ReadonlySet<string>): string[] {
  const stem = code.slice(0, CODE_LENGTH - 4)
  const found: string[] = []
  for (let number = 1; found.length < count; number += 1) {
    const next = `${stem}-${number}`
    if (!taken.has(next)) found.push(next)
  }
  return found
}

/** What is in force of a plot, as its successors may take it over. */
export interface Inheritable {
  key: string
  value: unknown
}

/** Figures of a plot as a whole say nothing of a part of it. */
const OF_THE_WHOLE = ['utilities_planned']

/**
 * The figures that still hold for the land that comes out: those all plots that went in share with the same value. The
 * readiness is the lowest of them. Amounts of a plot as a whole are left out.
 */
export function inheritedFacts<T extends Inheritable>(before: readonly (readonly T[])[]): T[] {
  const [first, ...others] = before
  return (first ?? []).flatMap((fact) => {
    if (OF_THE_WHOLE.includes(fact.key)) return []
    const same = [fact, ...others.flatMap((facts) => facts.filter(({ key }) => key === fact.key))]
    if (same.length !== before.length) return []
    if (fact.key === 'readiness') {
      const lowest = lowestRung(same.map(({ value }) => value as Rung))
      return same.find(({ value }) => value === lowest) ?? []
    }
    return same.every(({ value }) => JSON.stringify(value) === JSON.stringify(fact.value)) ? [fact] : []
  })
}

/** The lowest of some rungs: what can be said of all the land together. */
export const lowestRung = (rungs: readonly Rung[]): Rung => rungAt(Math.min(...rungs.map(rungNumber)))

/** The one value of a list; `other` where they differ. */
export const agreed = <T>(values: readonly T[], other: T): T =>
  values.every((value) => value === values[0]) ? (values[0] as T) : other

/**
 * The publication of what comes out: land that was public or in review goes to review, asked by whoever did the
 * operation; anything else starts as a draft. Nothing becomes public by an operation.
 */
export const publicationAfter = (before: readonly PublicationState[]): 'in_review' | 'draft' =>
  before.every((state) => state === 'published' || state === 'in_review') ? 'in_review' : 'draft'
