import { Link } from '@remix-run/react'
import { useFormat } from '~/components/kit/format'
import { StatusTag } from '~/components/kit/status-tag'
import { Table } from '~/components/kit/table'
import { useHref } from '~/components/kit/use-lang'
import type { CriterionRow, HardKey } from '~/domain/match/criteria'
import type { SoftKey } from '~/domain/match/need'
import { useTranslation } from '~/locales/use-translation'
import { useCriterionWords } from './criterion-words'

const TONES = { pass: 'pine', unknown: 'amber', fail: 'brick' } as const

interface CriteriaProps {
  plots: readonly string[]
  /** Hard and soft ones. */
  rows: readonly CriterionRow[]
  /** The reader keeps the land: there is nobody to ask. */
  own?: boolean
}

/** The way to ask the office what is not published of some plots. */
function Ask({ plots }: Pick<CriteriaProps, 'plots'>) {
  const { t } = useTranslation('match')
  const href = useHref()
  return <Link to={href(`/enquiry?plot=${plots[0]}`)}>{t('notPublished')}</Link>
}

/** What decides: each with what is asked, what is there, by how much, and the verdict. */
export function HardCriteria({ plots, rows, own }: CriteriaProps) {
  const { t } = useTranslation('match')
  const words = useCriterionWords()
  const key = (row: CriterionRow) => row.key as HardKey
  return (
    <Table
      plain
      caption={t('criteriaOf', { plots: plots.join(' + ') })}
      captionHidden
      rows={rows.filter(({ kind }) => kind === 'hard')}
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
          cell: (row) => words.shown(key(row), row.actual) ?? (own ? t('unpublished') : <Ask plots={plots} />),
        },
        { key: 'margin', label: t('column.margin'), end: true, cell: (row) => words.margin(key(row), row.margin) },
        {
          key: 'verdict',
          label: t('column.verdict'),
          cell: (row) => <StatusTag tone={TONES[row.verdict]}>{t(`verdict.${row.verdict}`)}</StatusTag>,
        },
      ]}
    />
  )
}

/** What ranks: each with what is there, its score as a bar, and its weight; what does not count is left out. */
export function SoftCriteria({ plots, rows }: CriteriaProps) {
  const { t } = useTranslation('match')
  const { number } = useFormat()
  const words = useCriterionWords()
  const soft = rows.filter(({ kind, weight }) => kind === 'soft' && weight !== 0)
  return (
    <dl className="soft-scores">
      {soft.map(({ key, score, weight, ...row }) => (
        <div key={key}>
          <dt>{t(`criterion.soft.${key as SoftKey}`)}</dt>
          <dd>
            <svg className="soft-bar" viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true">
              <rect width="100" height="6" className="soft-bar-ground" />
              <rect width={(score ?? 0) * 100} height="6" className="soft-bar-score" />
            </svg>
            {number((score ?? 0) * 100, 0)}
            <span className="soft-weight">
              <span aria-hidden="true">× {number(weight ?? 0)}</span>
              <span className="sr-only">, {t('soft.weight', { weight: number(weight ?? 0) })}</span>
            </span>
          </dd>
          <dd className="soft-actual">{words.ranked(key as SoftKey, row) ?? <Ask plots={plots} />}</dd>
        </div>
      ))}
    </dl>
  )
}
