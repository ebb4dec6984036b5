import { Link } from '@remix-run/react'
import { Card } from '~/components/kit/card'
import { Details } from '~/components/kit/details'
import { useFormat } from '~/components/kit/format'
import { useHref } from '~/components/kit/use-lang'
import { ResultCard } from '~/components/match/result-card'
import type { MatchResult } from '~/domain/match/match'
import { useTranslation } from '~/locales/use-translation'

interface MatchEvidenceProps {
  evidence: {
    code: string
    day: string
    rank: number
    feasibleCount: number
    ruleVersion: string
    dataVersion: string
    digest: string
    result: MatchResult
    zoneName: string
  } | null
  /** The reader's own organisation keeps it. */
  mine: boolean
}

/** The kept match a case rests on: its place that day, and every criterion as it was judged. */
export function MatchEvidence({ evidence, mine }: MatchEvidenceProps) {
  const { t } = useTranslation('draft')
  const { day, number } = useFormat()
  const href = useHref()
  if (!evidence) return null
  const { code, rank, feasibleCount, ruleVersion, dataVersion, digest, result, zoneName } = evidence
  return (
    <Card title={t('run.evidence')}>
      <p>{t('run.rank', { rank: number(rank), count: number(feasibleCount), day: day(evidence.day) })}</p>
      <p className="hint break-words">
        {t('run.rules', { rules: ruleVersion, data: dataVersion })} · {t('run.digest')}{' '}
        <code>{digest.slice(0, 16)}…</code>
      </p>
      {mine ? (
        <p>
          <Link to={href(`/my/runs/${code}`)}>{t('run.open')}</Link>
        </p>
      ) : null}
      <Details summary={t('run.criteria')}>
        <ResultCard place={rank} result={result} zoneName={zoneName} />
      </Details>
    </Card>
  )
}
