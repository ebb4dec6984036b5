import { ended } from '../steps'
import { criteriaOf, type HardKey, scoreOf } from './criteria'
import type { MatchAnswer } from './match'
import type { Question } from './question'
import { largestConnectedPart } from './set-figures'

/** Where a kept candidate stands in the land of today: its score, or why it is none any more. */
export type Standing =
  | { fits: true; score: number }
  | { fits: false; why: 'not_offered' | 'not_a_set' }
  | { fits: false; why: 'fails'; keys: HardKey[] }

/** Judges candidates by their codes as a match of the need judges them today. */
export function standingIn(question: Question): (codes: readonly string[]) => Standing {
  const { land } = question
  const indexOf = new Map(land.plots.map(({ code }, index) => [code, index]))
  return (codes) => {
    const plots = codes.flatMap((code) => indexOf.get(code) ?? []).sort((a, b) => a - b)
    if (plots.length !== codes.length) return { fits: false, why: 'not_offered' }
    const rows = criteriaOf(question, plots)
    const keys = rows.filter(({ kind, verdict }) => kind === 'hard' && verdict === 'fail').map(({ key }) => key)
    if (keys.length > 0) return { fits: false, why: 'fails', keys: keys as HardKey[] }
    // Cut apart, or large enough without one of its plots.
    if (plots.length > 1) {
      const part = largestConnectedPart(land, ended(land.joins()), plots)
      const whole = hangTogether(question, plots)
      if (!whole || part >= question.areaMinM2) return { fits: false, why: 'not_a_set' }
    }
    return { fits: true, score: scoreOf(rows) }
  }
}

function hangTogether({ land }: Question, plots: readonly number[]): boolean {
  const { start, to } = ended(land.joins())
  const reached = new Set(plots.slice(0, 1))
  for (const plot of reached) {
    for (let edge = start[plot] as number; edge < (start[plot + 1] as number); edge++) {
      if (plots.includes(to[edge] as number)) reached.add(to[edge] as number)
    }
  }
  return reached.size === plots.length
}

/** What became of one candidate of a kept shortlist. */
export interface RunChange {
  /** Codes, joined with +. */
  site: string
  /** Null: it was not on the list. */
  from: number | null
  now: Standing
}

/**
 * What has changed between a kept answer and today's: candidates that fit no more and why, scores that moved, in the
 * order of the kept one; what has come onto the list after them. One that better ones have pushed off the list has not
 * changed. Nothing where all stands as it was.
 */
export function runChanges(
  then: MatchAnswer,
  now: MatchAnswer,
  standing: (codes: readonly string[]) => Standing,
): RunChange[] {
  const kept = new Set(then.results.map(({ plots }) => plots.join('+')))
  return [
    ...then.results.flatMap(({ plots, score }): RunChange[] => {
      const today = standing(plots)
      return today.fits && today.score === score ? [] : [{ site: plots.join('+'), from: score, now: today }]
    }),
    ...now.results
      .filter(({ plots }) => !kept.has(plots.join('+')))
      .map(({ plots, score }) => ({ site: plots.join('+'), from: null, now: { fits: true as const, score } })),
  ]
}
