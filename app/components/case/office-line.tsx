import { Link } from '@remix-run/react'
import { Card } from '~/components/kit/card'
import { useFormat } from '~/components/kit/format'
import { StatusTag } from '~/components/kit/status-tag'
import { useHref } from '~/components/kit/use-lang'
import type { PlaceState } from '~/domain/land/waiting'
import { useTranslation } from '~/locales/use-translation'

interface LineRow {
  number: string
  organization: string
  position: number
  plots: string[]
  askedAt: string
  state: PlaceState
  offerUntil: string | null
  own: boolean
  lost: { code: string; became: string } | null
  leased: string | null
}

/** Who waits for the plots of a case, in the order that is proved. */
export function OfficeLine({ rows }: { rows: readonly LineRow[] }) {
  const { t } = useTranslation('hold')
  const { instant, until } = useFormat()
  const href = useHref()
  if (rows.length === 0) return null
  return (
    <Card id="line" title={t('line.title')}>
      <ol className="grid gap-2 text-sm">
        {rows.map((row) => (
          <li key={row.number} className="flex flex-wrap items-center gap-x-3 gap-y-1">
            <span className="tabular-nums">{t('line.positionOf', { position: row.position })}</span>
            {row.own ? (
              <strong>{t('line.own')}</strong>
            ) : (
              <Link to={href(`/office/cases/${row.number}`)}>
                {row.number} · {row.organization}
              </Link>
            )}
            <span>{row.plots.join(' + ')}</span>
            <span className="text-ink-soft">{instant(row.askedAt)}</span>
            {row.lost ? <StatusTag tone="amber">{t('line.lostShort', row.lost)}</StatusTag> : null}
            {row.leased ? <StatusTag tone="amber">{t('line.leasedShort', { plot: row.leased })}</StatusTag> : null}
            {row.state === 'offered' && row.offerUntil ? (
              <StatusTag tone="amber">{t('line.offeredUntil', { until: until(row.offerUntil) })}</StatusTag>
            ) : null}
          </li>
        ))}
      </ol>
    </Card>
  )
}
