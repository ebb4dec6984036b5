import { Link } from '@remix-run/react'
import type { ReactNode } from 'react'
import { useRegisters } from '~/components/interest/use-registers'
import { useFormat } from '~/components/kit/format'
import { StatusTag } from '~/components/kit/status-tag'
import { Table } from '~/components/kit/table'
import { useHref } from '~/components/kit/use-lang'
import { bestAmong, type SetFacts } from '~/domain/land/plot-set'
import { rungNumber } from '~/domain/land/readiness'
import { useTranslation } from '~/locales/use-translation'
import { BasketForm } from './basket-form'
import { CommercialTag } from './commercial-tag'
import { PriceText } from './price-text'
import { ReadyBy } from './ready-by'

/** A plot or set with its zones by name. */
type Compared = Omit<SetFacts, 'zones'> & { zones: readonly { code: string; name: string }[] }

interface CompareTableProps {
  columns: readonly Compared[]
  places: readonly { key: string; name: string }[]
}

interface Row {
  key: string
  label: ReactNode
  cell: (set: Compared) => ReactNode
  /** What is compared, and which end of it is better. */
  figure?: readonly [of: (set: Compared) => number | null, wanted: 'lowest' | 'highest']
  /** The word for the best of a row. */
  best?: string
}

const dayFigure = (day: string | undefined): number | null =>
  day === undefined ? null : Number(day.replaceAll('-', ''))

/** Plots or sets side by side, a fact a row; the best of a row says so in a word. */
export function CompareTable({ columns, places }: CompareTableProps) {
  const { t } = useTranslation(['plot', 'land', 'common'])
  const rows = useRows(places)
  const bestOf = (row: Row): number[] => (row.figure ? bestAmong(columns.map(row.figure[0]), row.figure[1]) : [])
  const nameOf = (set: Compared) => set.codes.join(' + ')
  return (
    <Table
      captionHidden
      caption={t('compare.title')}
      rows={rows}
      rowKey={(row) => row.key}
      columns={[
        {
          key: 'fact',
          label: t('compare.fact'),
          cell: (row) => <span className="block md:min-w-44">{row.label}</span>,
        },
        ...columns.map((set, index) => ({
          key: nameOf(set),
          label: nameOf(set),
          cell: (row: Row) => (
            <span className="compare-cell">
              {row.cell(set)}
              {bestOf(row).includes(index) ? <StatusTag tone="pine">{row.best}</StatusTag> : null}
            </span>
          ),
        })),
      ]}
    />
  )
}

function useRows(places: CompareTableProps['places']): Row[] {
  const { t } = useTranslation(['plot', 'land', 'common'])
  const { hectares, number, day } = useFormat()
  const href = useHref()
  const registers = useRegisters()
  const unknown = <span className="text-ink-soft">{t('land:unknown')}</span>
  const shown = (value: number | null, text: (value: number) => ReactNode) => (value === null ? unknown : text(value))
  const capacity = (kind: 'power' | 'water' | 'wastewater'): Row => ({
    key: kind,
    label: t(`compare.${kind}`),
    cell: (set) =>
      shown(set.capacity[kind], (value) =>
        t(kind === 'power' ? 'common:unit.kva' : 'common:unit.m3PerDay', { value: number(value) }),
      ),
    figure: [(set) => set.capacity[kind], 'highest'],
    best: t('compare.most'),
  })
  return [
    {
      key: 'plots',
      label: t('compare.plot'),
      cell: (set) => (
        <>
          {set.codes.map((code) => (
            <Link key={code} to={href(`/plots/${code}`)}>
              {code}
            </Link>
          ))}
          {set.connected ? null : <StatusTag tone="brick">{t('compare.apart')}</StatusTag>}
          {set.codes.length > 1 && set.connected ? <StatusTag tone="pine">{t('compare.together')}</StatusTag> : null}
          {registers && set.connected && set.commercial.every((state) => state === 'offered') ? (
            <Link to={href(`/my/interests/new?${set.codes.map((code) => `plot=${code}`).join('&')}`)}>
              {t('land:action.interest')}
            </Link>
          ) : null}
        </>
      ),
    },
    {
      key: 'zone',
      label: t('compare.zone'),
      cell: (set) =>
        set.zones.map(({ code, name }) => (
          <Link key={code} to={href(`/zones/${code}`)}>
            {name}
          </Link>
        )),
    },
    {
      key: 'area',
      label: t('area.title'),
      cell: (set) => hectares(set.areaM2),
      figure: [(set) => set.areaM2, 'highest'],
      best: t('compare.largest'),
    },
    {
      key: 'rung',
      label: t('compare.rung'),
      cell: ({ rung }) => (
        <>
          <span>
            {t('compare.rungOf', { number: rungNumber(rung.value), word: t(`land:readiness.${rung.value}`) })}
          </span>
          {rung.stale && rung.confirmedUntil ? (
            <StatusTag tone="amber">{t('land:stale.until', { day: day(rung.confirmedUntil) })}</StatusTag>
          ) : null}
        </>
      ),
      figure: [({ rung }) => (rung.stale ? null : rungNumber(rung.value)), 'highest'],
      best: t('compare.furthest'),
    },
    {
      key: 'readyBy',
      label: t('compare.readyBy'),
      cell: (set) => (set.readyBy ? <ReadyBy range={set.readyBy} /> : unknown),
      figure: [(set) => dayFigure(set.readyBy?.latest), 'lowest'],
      best: t('compare.earliest'),
    },
    {
      key: 'price',
      label: t('compare.price'),
      cell: ({ priceUsdPerM2: price }) => <PriceText price={price && { ...price, usdPerM2: price.value }} />,
      figure: [({ priceUsdPerM2: price }) => (price === null || price.stale ? null : price.value), 'lowest'],
      best: t('compare.cheapest'),
    },
    {
      key: 'commercial',
      label: t('compare.commercial'),
      cell: (set) => set.commercial.map((state) => <CommercialTag key={state} state={state} />),
    },
    {
      key: 'term',
      label: t('land:fact.termEnd'),
      cell: (set) => shown(set.termEndYear, String),
      figure: [(set) => set.termEndYear, 'highest'],
      best: t('compare.longest'),
    },
    {
      key: 'density',
      label: t('land:fact.density'),
      cell: (set) => shown(set.maxDensityPct, (value) => `${value} %`),
      figure: [(set) => set.maxDensityPct, 'highest'],
      best: t('compare.most'),
    },
    {
      key: 'floors',
      label: t('land:fact.floors'),
      cell: (set) => shown(set.maxFloors, String),
      figure: [(set) => set.maxFloors, 'highest'],
      best: t('compare.most'),
    },
    {
      key: 'sectors',
      label: t('land:fact.sectors'),
      cell: (set) => set.sectors.join(t('land:listSeparator')) || unknown,
    },
    capacity('power'),
    capacity('water'),
    capacity('wastewater'),
    ...places.map(
      ({ key, name }): Row => ({
        key,
        label: t('compare.to', { place: name }),
        cell: (set) => shown(set.distancesKm[key] ?? null, (km) => t('common:unit.kilometres', { value: number(km) })),
        figure: [(set) => set.distancesKm[key] ?? null, 'lowest'],
        best: t('compare.nearest'),
      }),
    ),
    {
      key: 'basket',
      label: t('basket.title'),
      cell: (set) =>
        set.codes.map((code) => <BasketForm key={code} code={code} act="add" named={set.codes.length > 1} />),
    },
  ]
}
