import { Link } from '@remix-run/react'
import { Fragment, type ReactNode } from 'react'
import { useFormat } from '~/components/kit/format'
import { StatusTag } from '~/components/kit/status-tag'
import { useHref } from '~/components/kit/use-lang'
import type { MatchResult } from '~/domain/match/match'
import { useTranslation } from '~/locales/use-translation'
import { HardCriteria, SoftCriteria } from './criteria-rows'

interface ResultCardProps {
  place: number
  result: MatchResult
  zoneName: string
  /** What can be done with it. */
  children?: ReactNode
}

/** One candidate: its plots, its score, and every criterion. */
export function ResultCard({ place, result, zoneName, children }: ResultCardProps) {
  const { t } = useTranslation('match')
  const { hectares, number } = useFormat()
  const href = useHref()
  return (
    <section className="card match-result">
      <div className="card-head">
        <h3>
          {place} ·{' '}
          {result.plots.map((code, index) => (
            <Fragment key={code}>
              {index > 0 ? ' + ' : null}
              <Link to={href(`/plots/${code}`)}>{code}</Link>
            </Fragment>
          ))}{' '}
          <small>
            {zoneName} · {hectares(result.areaM2)}
            {result.plots.length > 1 ? ` · ${t('setOf', { count: result.plots.length })}` : null}
          </small>
        </h3>
        <p className="match-score">
          <span className="sr-only">{t('score')} </span>
          {number(result.score, 2)}
        </p>
      </div>
      {result.warnings.map((warning) => (
        <p key={warning} className="match-warning">
          <StatusTag tone="anise">{t(`warning.${warning}`)}</StatusTag>
        </p>
      ))}
      <HardCriteria plots={result.plots} rows={result.criteria} />
      <SoftCriteria plots={result.plots} rows={result.criteria} />
      {children}
    </section>
  )
}
