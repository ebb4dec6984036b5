import { Link } from '@remix-run/react'
import { Fragment, type ReactNode } from 'react'
import { useFormat } from '~/components/kit/format'
import { StatusTag } from '~/components/kit/status-tag'
import { Table } from '~/components/kit/table'
import { useHref } from '~/components/kit/use-lang'
import type { CriterionRow, HardKey } from '~/domain/match/criteria'
import type { MatchResult } from '~/domain/match/match'
import type { SoftKey } from '~/domain/match/need'
import { useTranslation } from '~/locales/use-translation'
import { useCriterionWords } from './criterion-words'

const TONES = { pass: 'pine', unknown: 'amber', fail: 'brick' } as const

interface ResultCardProps {
  place: number
  result: MatchResult
  zoneName: string
  /** What can be done with it. */
  children?: ReactNode
}

/** One candidate: its plots, its score, every hard criterion with what is asked and what is there, the soft ones as bars. */
export function ResultCard({ place, result, zoneName, children }: ResultCardProps) {
  const { t } = useTranslation('match')
  const { hectares, number } = useFormat()
  const href = useHref()
  const words = useCriterionWords()
  const hard = result.criteria.filter(({ kind }) => kind === 'hard')
  const soft = result.criteria.filter(({ kind, weight }) => kind === 'soft' && weight !== 0)
  const ask = <Link to={href(`/enquiry?plot=${result.plots[0]}`)}>{t('notPublished')}</Link>
  const key = (row: CriterionRow) => row.key as HardKey
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
      <Table
        plain
        caption={t('criteriaOf', { plots: result.plots.join(' + ') })}
        captionHidden
        rows={hard}
        rowKey={(row) => row.key}
        columns={[
          { key: 'name', label: t('column.criterion'), cell: (row) => words.name(key(row)) },
          {
            key: 'required',
            label: t('column.required'),
            end: true,
            cell: (row) => words.shown(key(row), row.required),
          },
          {
            key: 'actual',
            label: t('column.actual'),
            end: true,
            cell: (row) => words.shown(key(row), row.actual) ?? ask,
          },
          { key: 'margin', label: t('column.margin'), end: true, cell: (row) => words.margin(key(row), row.margin) },
          {
            key: 'verdict',
            label: t('column.verdict'),
            cell: (row) => <StatusTag tone={TONES[row.verdict]}>{t(`verdict.${row.verdict}`)}</StatusTag>,
          },
        ]}
      />
      <dl className="soft-scores">
        {soft.map(({ key: name, score, verdict }) => (
          <div key={name}>
            <dt>{t(`criterion.soft.${name as SoftKey}`)}</dt>
            <dd>
              <svg className="soft-bar" viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true">
                <rect width="100" height="6" className="soft-bar-ground" />
                <rect width={(score ?? 0) * 100} height="6" className="soft-bar-score" />
              </svg>
              {verdict === 'unknown' ? ask : number((score ?? 0) * 100, 0)}
            </dd>
          </div>
        ))}
      </dl>
      {children}
    </section>
  )
}
