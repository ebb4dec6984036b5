import { type Actor, may } from '../party/permission'
import type { Day } from '../time/day'
import { ok, refuse, type Verdict } from '../verdict'
import { isStale } from './catalogue'
import type { PublicationState } from './readiness'

/** What somebody can do about a plot's publication; the buttons and the commands use the same table. */
export const PUBLICATION_STEPS = ['ask_review', 'take_back', 'return', 'publish', 'withdraw'] as const
export type PublicationStep = (typeof PUBLICATION_STEPS)[number]

const MOVES: Record<PublicationState, Partial<Record<PublicationStep, PublicationState>>> = {
  draft: { ask_review: 'in_review' },
  in_review: { take_back: 'draft', return: 'draft', publish: 'published' },
  published: { withdraw: 'withdrawn' },
  withdrawn: { ask_review: 'in_review' },
}

const REVIEWERS: PublicationStep[] = ['return', 'publish', 'withdraw']

export interface PublicationOfPlot {
  zoneId: string
  publication: PublicationState
  reviewAskedById: string | null
  retired: boolean
}

/**
 * The publication after a step, for an actor. A review is asked by whoever keeps the plot and decided by an officer or
 * the head who did not ask for it, whatever their rank; only the asker takes it back.
 * Refuses `not-allowed`, `not-found` (another's zone), `state-forbids`, `asker-publishes`, `not-the-asker`.
 */
export function stepPublication(
  actor: Actor,
  plot: PublicationOfPlot,
  step: PublicationStep,
): Verdict<PublicationState> {
  const scope = { zoneId: plot.zoneId }
  const seen = may(actor, 'land.read_draft', scope)
  if (!seen.ok) return seen
  const allowed = may(actor, REVIEWERS.includes(step) ? 'land.publish' : 'land.write', scope)
  if (!allowed.ok) return allowed
  const to = plot.retired ? undefined : MOVES[plot.publication][step]
  if (!to) return refuse('state-forbids', { from: plot.publication, to: step })
  const asked = plot.reviewAskedById !== null && plot.reviewAskedById === actor.personId
  if (asked && (step === 'publish' || step === 'return')) return refuse('asker-publishes')
  if (!asked && step === 'take_back') return refuse('not-the-asker')
  return ok(to)
}

export interface OpenStep {
  step: PublicationStep
  /** `asker`: only another person can do it. */
  whyNot: 'asker' | null
}

/** What can be done now, and what only another person can: for the buttons. */
export function stepsFor(actor: Actor, plot: PublicationOfPlot): OpenStep[] {
  return PUBLICATION_STEPS.flatMap((step): OpenStep[] => {
    const verdict = stepPublication(actor, plot, step)
    if (verdict.ok) return [{ step, whyNot: null }]
    return step === 'publish' && verdict.refusal.code === 'asker-publishes' ? [{ step, whyNot: 'asker' }] : []
  })
}

/** A figure in force of a plot, and until when it was confirmed. */
export interface DatedFact {
  key: string
  confirmedUntil: Day | null
}

/** What a step is weighed by, besides the state: the zone, the figures in force, a live hold. */
export interface PublicationSubject extends PublicationOfPlot {
  code: string
  zonePublication: string
  facts: readonly DatedFact[]
  held: boolean
}

/**
 * A step with all that it needs on its day. Public goes what lies in a public zone and of which no figure has run
 * out; a held plot is not withdrawn.
 * Refuses what `stepPublication` does, `zone-not-published`, `plot-stale`, `plot-held`.
 */
export function weighStep(
  actor: Actor,
  plot: PublicationSubject,
  step: PublicationStep,
  onDay: Day,
): Verdict<PublicationState> {
  const next = stepPublication(actor, plot, step)
  if (!next.ok) return next
  if (step === 'withdraw' && plot.held) return refuse('plot-held', { code: plot.code })
  if (step !== 'publish') return next
  if (plot.zonePublication !== 'published') return refuse('zone-not-published')
  const stale = plot.facts.some(({ confirmedUntil }) => isStale(confirmedUntil, onDay))
  return stale ? refuse('plot-stale', { code: plot.code }) : next
}

const LONGEST_AHEAD_DAYS = 366

/**
 * The instant of a day and an hour such as 08:30 in Vietnam (UTC+7), where publishing can wait for it: after now and
 * within a year. Refuses `out-of-range` for the field `time` or `day`.
 */
export function publishInstant(day: Day, time: string, now: Date): Verdict<Date> {
  if (!/^([01]\d|2[0-3]):[0-5]\d$/.test(time)) return refuse('out-of-range', undefined, 'time')
  const at = new Date(`${day}T${time}:00+07:00`)
  const far = now.getTime() + LONGEST_AHEAD_DAYS * 86_400_000
  return at > now && at.getTime() < far ? ok(at) : refuse('out-of-range', undefined, 'day')
}
