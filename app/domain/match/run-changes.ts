import type { MatchAnswer } from './match'

/** What became of one candidate of a kept shortlist. Null: not among the results. */
export interface RunChange {
  /** Codes, joined with +. */
  site: string
  from: number | null
  to: number | null
}

/**
 * What has changed between a kept answer and one of today: candidates that left or joined the results, and scores
 * that moved; in the order of the kept one, what is new after it. Nothing where all stands as it was.
 */
export function runChanges(then: MatchAnswer, now: MatchAnswer): RunChange[] {
  const scores = (answer: MatchAnswer) =>
    new Map(answer.results.map(({ plots, score }): [string, number] => [plots.join('+'), score]))
  const [before, after] = [scores(then), scores(now)]
  const changes: RunChange[] = []
  for (const [site, from] of before) {
    const to = after.get(site) ?? null
    if (to !== from) changes.push({ site, from, to })
  }
  for (const [site, to] of after) if (!before.has(site)) changes.push({ site, from: null, to })
  return changes
}
