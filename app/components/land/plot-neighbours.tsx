import { Link } from '@remix-run/react'
import { useFormat } from '~/components/kit/format'
import { useHref } from '~/components/kit/use-lang'
import type { Across } from '~/domain/land/adjacency'
import { useTranslation } from '~/locales/use-translation'

interface PlotNeighboursProps {
  code: string
  rows: readonly { code: string; areaM2: number; togetherM2: number; sharedM: number; across: Across }[]
}

/** The plots one can be joined with: over which line, how long, and how much land that would make. */
export function PlotNeighbours({ code, rows }: PlotNeighboursProps) {
  const { t } = useTranslation(['plot', 'land', 'common'])
  const { hectares, number } = useFormat()
  const href = useHref()
  if (rows.length === 0) return <p className="text-ink-soft">{t('land:plot.noNeighbours')}</p>
  return (
    <>
      <ul className="grid gap-2">
        {rows.map((other) => (
          <li key={other.code}>
            <Link to={href(`/plots/${other.code}`)}>{other.code}</Link>{' '}
            {t('neighbours.area', { area: hectares(other.areaM2), together: hectares(other.togetherM2) })}
            <span className="hint block">
              {t(other.across === 'boundary' ? 'neighbours.boundary' : 'neighbours.road', {
                length: t('common:unit.metres', { value: number(other.sharedM) }),
              })}
            </span>
          </li>
        ))}
      </ul>
      <p className="actions no-print mt-3">
        <Link to={href(`/compare?plots=${[code, ...rows.slice(0, 3).map((other) => other.code)].join(',')}`)}>
          {t('neighbours.compare')}
        </Link>
      </p>
    </>
  )
}
