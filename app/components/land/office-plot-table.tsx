import { Link } from '@remix-run/react'
import { useFormat } from '~/components/kit/format'
import { ReadinessBar } from '~/components/kit/readiness-bar'
import { StatusTag, type Tone } from '~/components/kit/status-tag'
import { Table } from '~/components/kit/table'
import type { CommercialState, PublicationState, Rung } from '~/domain/land/readiness'
import { type Text, textIn } from '~/domain/text'
import { useTranslation } from '~/locales/use-translation'
import { CommercialTag } from './commercial-tag'
import { useKeeperHref } from './use-keeper-href'

const TONES: Record<PublicationState | 'retired', Tone> = {
  draft: 'anise',
  in_review: 'anise',
  published: 'pine',
  withdrawn: 'neutral',
  retired: 'neutral',
}

/** Whether a plot is public, in a word. */
export function PublicationTag({ state }: { state: PublicationState | 'retired' }) {
  const { t } = useTranslation('land')
  return <StatusTag tone={TONES[state]}>{t(`publication.${state}`)}</StatusTag>
}

interface OfficePlotRow {
  code: string
  zone: Text
  areaM2: number
  readiness: Rung
  commercial: CommercialState
  publication: PublicationState | 'retired'
  illustrative: boolean
  priceUsdPerM2: number | null
  priceUntil: string | null
  /** The price was confirmed until a day that is past. */
  priceStale: boolean
}

/** Plots as the office keeps them, one line each; with boxes to tick where they stand in a form. */
export function OfficePlotTable({ rows, ticked }: { rows: OfficePlotRow[]; ticked: boolean }) {
  const { t } = useTranslation(['land', 'common'])
  const href = useKeeperHref()
  const { lang, day, hectares, number } = useFormat()
  return (
    <Table
      caption={t('office.title.list')}
      captionHidden
      rows={rows}
      rowKey={(row) => row.code}
      columns={[
        {
          key: 'code',
          label: t('office.field.code'),
          cell: (row) => (
            <span className="inline-flex items-center gap-2 whitespace-nowrap">
              {ticked && row.publication !== 'retired' ? (
                <input type="checkbox" name="plot" value={row.code} aria-label={row.code} />
              ) : null}
              <Link to={href(`/plots/${row.code}`)}>{row.code}</Link>
            </span>
          ),
        },
        { key: 'zone', label: t('office.field.zone'), cell: (row) => textIn(row.zone, lang) },
        { key: 'area', label: t('office.column.area'), end: true, cell: (row) => hectares(row.areaM2) },
        { key: 'readiness', label: t('office.column.readiness'), cell: (row) => <ReadinessBar rung={row.readiness} /> },
        {
          key: 'commercial',
          label: t('office.column.commercial'),
          cell: (row) => <CommercialTag state={row.commercial} />,
        },
        {
          key: 'price',
          label: t('office.column.price'),
          end: true,
          cell: (row) =>
            row.priceUsdPerM2 === null ? null : (
              <>
                {t('common:unit.usdPerM2', { value: number(row.priceUsdPerM2) })}
                {row.priceUntil ? (
                  <span className={`block text-xs ${row.priceStale ? 'font-semibold text-amber' : 'text-ink-soft'}`}>
                    {t(row.priceStale ? 'stale.until' : 'price.until', { day: day(row.priceUntil) })}
                  </span>
                ) : null}
              </>
            ),
        },
        {
          key: 'publication',
          label: t('office.column.publication'),
          cell: (row) => (
            <span className="flex flex-wrap gap-1">
              <PublicationTag state={row.publication} />
              {row.illustrative ? <StatusTag tone="anise">{t('illustrative')}</StatusTag> : null}
            </span>
          ),
        },
      ]}
    />
  )
}
