import { Link } from '@remix-run/react'
import { Card } from '~/components/kit/card'
import { useFormat } from '~/components/kit/format'
import { Table } from '~/components/kit/table'
import { useHref } from '~/components/kit/use-lang'
import type { Excluded } from '~/domain/match/match'
import { useTranslation } from '~/locales/use-translation'
import { useCriterionWords } from './criterion-words'

/** Why the rest does not fit: plots by the criterion they fail, the nearest first. */
export function ExcludedCard({ excluded }: { excluded: readonly Excluded[] }) {
  const { t } = useTranslation('match')
  const { number } = useFormat()
  const href = useHref()
  const words = useCriterionWords()
  if (excluded.length === 0) return null
  return (
    <Card title={t('excluded.title')}>
      <Table
        plain
        caption={t('excluded.caption')}
        captionHidden
        rows={excluded}
        rowKey={({ key }) => key}
        columns={[
          {
            key: 'name',
            label: t('column.criterion'),
            cell: ({ key }) => t('excluded.fails', { criterion: words.name(key) }),
          },
          { key: 'count', label: t('excluded.plots'), end: true, cell: ({ count }) => number(count) },
          {
            key: 'nearest',
            label: t('excluded.nearest'),
            cell: ({ key, nearest }) => (
              <ul className="nearest">
                {nearest.map(({ plots, margin }) => (
                  <li key={plots.join()}>
                    <Link to={href(`/plots/${plots[0]}`)}>{plots.join(' + ')}</Link>
                    {margin === null ? null : ` ${words.margin(key, margin)}`}
                  </li>
                ))}
              </ul>
            ),
          },
        ]}
      />
      <p className="source-line">{t('excluded.note')}</p>
    </Card>
  )
}
