import type { MatchAnswer, MatchResult } from '~/domain/match/match'
import { type Lang, textIn } from '~/domain/text'
import { type Day, toDay } from '~/domain/time/day'
import { textOf } from '~/infra/case-record.server'
import { db } from '~/infra/db.server'

export interface MatchEvidence {
  code: string
  day: Day
  /** Its place among the candidates of that day, from 1. */
  rank: number
  feasibleCount: number
  ruleVersion: string
  dataVersion: string
  digest: string
  result: MatchResult
  zoneName: string
}

/** The kept match a case was begun from, as it was then; null where there is none. Whose case it is was asked before. */
export async function matchEvidence(caseId: string, lang: Lang): Promise<MatchEvidence | null> {
  const { interest } = await db().caseFile.findUniqueOrThrow({
    where: { id: caseId },
    select: {
      interest: {
        select: {
          matchRun: true,
          zone: { select: { nameText: true } },
          plots: { select: { plot: { select: { code: true } } } },
        },
      },
    },
  })
  const { matchRun: run } = interest
  if (!run) return null
  const answer = run.answer as unknown as MatchAnswer
  const site = interest.plots
    .map(({ plot }) => plot.code)
    .sort()
    .join()
  const at = answer.results.findIndex((result) => [...result.plots].sort().join() === site)
  const result = answer.results[at]
  if (!result) return null
  const { feasibleCount, ruleVersion, dataVersion } = answer
  return {
    code: run.code,
    day: toDay(run.day),
    rank: at + 1,
    feasibleCount,
    ruleVersion,
    dataVersion,
    digest: run.digest,
    result,
    zoneName: textIn(textOf(interest.zone.nameText), lang),
  }
}
