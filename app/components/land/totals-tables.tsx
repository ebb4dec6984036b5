import { Link } from '@remix-run/react'
import { useFormat } from '~/components/kit/format'
import { StatusTag, type Tone } from '~/components/kit/status-tag'
import { type Column, Table } from '~/components/kit/table'
import { useHref } from '~/components/kit/use-lang'
import type { FillOfKind, FillRate } from '~/domain/land/fill-rate'
import type { OwnTotals } from '~/domain/land/own-totals'
import type { Measured, TargetProgress, TargetState } from '~/domain/land/target'
import { useTranslation } from '~/locales/use-translation'
import { StageBar, StageWords } from './stage-bar'
import { useAsOf } from './use-as-of'

/** What this catalogue holds of each kind of zone. */
export function OwnTotalsTable({ rows }: { rows: readonly OwnTotals[] }) {
  const { t } = useTranslation('totals')
  const { t: land } = useTranslation('land')
  const { hectares, number } = useFormat()
  const lines = (...texts: (string | false)[]) => (
    <span className="block">
      {texts.filter(Boolean).map((text, index) => (
        <span key={text as string} className={index > 0 ? 'hint block' : 'block'}>
          {text}
        </span>
      ))}
    </span>
  )
  const columns: Column<OwnTotals>[] = [
    { key: 'kind', label: t('own.kind'), cell: (row) => land(`zoneKind.${row.kind}`) },
    {
      key: 'zones',
      label: t('own.zones'),
      end: true,
      cell: (row) =>
        lines(
          number(row.zones),
          row.uncertainZones > 0 && t('own.uncertain', { count: row.uncertainZones }),
          row.leftOut > 0 && t('own.leftOut', { count: row.leftOut }),
        ),
    },
    {
      key: 'area',
      label: t('own.area'),
      end: true,
      cell: (row) =>
        row.zones === row.leftOut
          ? t('own.notAdded')
          : lines(hectares(row.areaM2), row.withoutArea > 0 && t('own.withoutArea', { count: row.withoutArea })),
    },
    {
      key: 'established',
      label: t('own.established'),
      end: true,
      cell: (row) => lines(number(row.establishedZones), row.establishedZones > 0 && hectares(row.establishedAreaM2)),
    },
    {
      key: 'plots',
      label: t('own.plots'),
      end: true,
      cell: (row) =>
        row.plots === 0
          ? t('own.noPlots')
          : lines(
              t('own.plotsOf', { plots: number(row.plots), area: hectares(row.plotAreaM2) }),
              t('own.offered', { plots: number(row.offeredPlots), area: hectares(row.offeredAreaM2) }),
              row.illustrativePlots > 0 && t('own.illustrative', { count: row.illustrativePlots }),
            ),
    },
    {
      key: 'stages',
      label: t('own.stages'),
      cell: (row) =>
        row.plots === 0 ? (
          ''
        ) : (
          <span className="stage-cell">
            <StageBar stages={row.stages} />
            <StageWords stages={row.stages} />
          </span>
        ),
    },
  ]
  return (
    <div className="totals-table">
      <Table columns={columns} rows={rows} rowKey={(row) => row.kind} caption={t('own.caption')} plain />
    </div>
  )
}

/** The fill rate of all zones of one definition, never of both together. */
export function FillByKindTable({ rows }: { rows: readonly FillOfKind[] }) {
  const { t } = useTranslation('totals')
  const { hectares, number } = useFormat()
  const columns: Column<FillOfKind>[] = [
    {
      key: 'definition',
      label: t('fill.definition'),
      cell: (row) => (
        <span className="block">
          {t(`fill.name.${row.definition}`)}
          <span className="hint block">{t(`fill.article.${row.definition}`)}</span>
        </span>
      ),
    },
    {
      key: 'percent',
      label: t('fill.rate'),
      end: true,
      cell: (row) => (
        <span className="block">
          {row.percent === null ? t('notKnown') : t('unit.percent', { value: number(row.percent) })}
          {row.illustrative ? <span className="hint block">{t('fill.illustrative')}</span> : null}
        </span>
      ),
    },
    { key: 'filled', label: t('fill.filled'), end: true, cell: (row) => hectares(row.filledM2) },
    { key: 'total', label: t('fill.total'), end: true, cell: (row) => hectares(row.totalM2) },
    {
      key: 'zones',
      label: t('fill.zones'),
      cell: (row) => t('fill.counted', { counted: row.counted, percentOnly: row.percentOnly, unknown: row.unknown }),
    },
  ]
  return (
    <div className="totals-table">
      <Table columns={columns} rows={rows} rowKey={(row) => row.definition} caption={t('fill.caption')} plain />
    </div>
  )
}

/** A fill rate with what it is made of, and by which article where the page does not say it already. */
export function FillText({ rate, article }: { rate: FillRate; article?: boolean }) {
  const { t } = useTranslation('totals')
  const { hectares, number } = useFormat()
  const asOf = useAsOf()
  const made =
    rate.filledM2 === null || rate.totalM2 === null
      ? t('fill.percentOnly', { asOf: rate.asOf ? asOf(rate.asOf) : t('published.undated') })
      : t('fill.of', { filled: hectares(rate.filledM2), total: hectares(rate.totalM2) })
  return (
    <>
      {t('unit.percent', { value: number(rate.percent) })}
      <span className="hint block">
        {made} {rate.denominator === 'plots' ? t('fill.overPlots') : ''}{' '}
        {rate.illustrative ? t('fill.illustrative') : ''}
      </span>
      {article ? <span className="hint block">{t(`fill.article.${rate.definition}`)}</span> : null}
    </>
  )
}

type ZoneRate = { code: string; name: string; rate: FillRate }

/** The fill rate of each zone that has one. */
export function FillByZoneTable({ rows }: { rows: readonly ZoneRate[] }) {
  const { t } = useTranslation('totals')
  const href = useHref()
  const columns: Column<ZoneRate>[] = [
    {
      key: 'zone',
      label: t('fill.zone'),
      cell: (row) => <Link to={href(`/zones/${row.code}`)}>{row.name}</Link>,
    },
    { key: 'rate', label: t('fill.rate'), cell: (row) => <FillText rate={row.rate} /> },
  ]
  return (
    <div className="totals-table">
      <Table columns={columns} rows={rows} rowKey={(row) => row.code} caption={t('fill.zoneCaption')} plain />
    </div>
  )
}

const STATE_TONES: Record<TargetState, Tone> = {
  reached: 'pine',
  open: 'sky',
  not_known: 'neutral',
  not_reached: 'brick',
}

/** The targets published in January 2024 against what is known today. */
export function TargetTable({ rows }: { rows: readonly TargetProgress[] }) {
  const { t } = useTranslation('totals')
  const { day, number } = useFormat()
  const asOf = useAsOf()
  const amount = (row: TargetProgress, value: number) => t(`target.unit.${row.unit}`, { value: number(value) })
  const own = (row: TargetProgress, { value, asOf: when, illustrative }: Measured) => (
    <span className="block">
      {amount(row, value)}
      <span className="hint block">{when ? t('published.asOf', { asOf: asOf(when) }) : t('target.nothing')}</span>
      {illustrative > 0 ? (
        <span className="hint block">{t('target.illustrative', { amount: amount(row, illustrative) })}</span>
      ) : null}
    </span>
  )
  const columns: Column<TargetProgress>[] = [
    {
      key: 'target',
      label: t('target.target'),
      cell: (row) => (
        <span className="block">
          {t(`target.name.${row.key}`, { value: number(row.target), percent: number(row.abovePercent ?? 0) })}
          <span className="hint block">{t('target.source', { source: row.source })}</span>
        </span>
      ),
    },
    { key: 'due', label: t('target.due'), end: true, cell: (row) => day(row.due) },
    { key: 'own', label: t('target.own'), end: true, cell: (row) => own(row, row.own) },
    {
      key: 'published',
      label: t('target.published'),
      cell: (row) =>
        row.published.length === 0
          ? t('notKnown')
          : row.published.map(({ value, source }) => (
              <span key={source} className="block">
                {amount(row, value)} <span className="hint">{source}</span>
              </span>
            )),
    },
    {
      key: 'state',
      label: t('target.state'),
      cell: (row) => (
        <span className="block">
          <StatusTag tone={STATE_TONES[row.state]}>{t(`target.states.${row.state}`)}</StatusTag>
          <span className="hint block">{t(`target.stateHelp.${row.state}`)}</span>
        </span>
      ),
    },
  ]
  return (
    <div className="totals-table">
      <Table columns={columns} rows={rows} rowKey={(row) => row.key} caption={t('target.caption')} plain />
    </div>
  )
}
