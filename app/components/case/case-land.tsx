import { Link } from '@remix-run/react'
import { useFormat } from '~/components/kit/format'
import { ReadinessBar } from '~/components/kit/readiness-bar'
import { StatusTag } from '~/components/kit/status-tag'
import { Table } from '~/components/kit/table'
import { useHref } from '~/components/kit/use-lang'
import { CommercialTag } from '~/components/land/commercial-tag'
import { type RetiredPlot, RetiredPlots } from '~/components/land/retired-notice'
import type { UtilityKind } from '~/domain/land/capacity'
import type { CommercialState, Rung } from '~/domain/land/readiness'
import { useTranslation } from '~/locales/use-translation'

export interface CaseLandData {
  /** The case asks to develop the whole zone. */
  develops: boolean
  retired: RetiredPlot[]
  plots: {
    code: string
    areaM2: number
    rung: Rung
    commercial: CommercialState
    heldUntil: string | null
    illustrative: boolean
  }[]
  capacity: { kind: UtilityKind; asked: number; left: number | null; enough: boolean | null }[]
  neededOn: string
  rivals: { number: string; organization: string; submittedAt: string; plots: string[] }[]
}

/** The plots of a case as they stand now, the capacity against what is asked, and who else asks for them. */
export function CaseLand({ land }: { land: CaseLandData }) {
  const { t } = useTranslation(['case', 'common', 'land'])
  const { t: ofOpportunity } = useTranslation('opportunity')
  const { day, hectares, instant, number, until } = useFormat()
  const href = useHref()
  const amount = (kind: UtilityKind, value: number) =>
    t(kind === 'power' ? 'common:unit.kva' : 'common:unit.m3PerDay', { value: number(value) })
  return (
    <section className="card" id="land">
      <div className="card-head">
        <h2>{t('office.case.land')}</h2>
        {land.plots.some((plot) => plot.illustrative) ? (
          <StatusTag tone="anise">{t('office.case.illustrative')}</StatusTag>
        ) : null}
      </div>
      {land.plots.length === 0 ? (
        <p className="text-ink-soft">{land.develops ? ofOpportunity('case.wholeZone') : t('office.case.noPlots')}</p>
      ) : (
        <ul className="grid gap-2 text-sm">
          {land.plots.map((plot) => (
            <li key={plot.code} className="flex flex-wrap items-center justify-between gap-x-3 gap-y-1">
              <span>
                <Link to={href(`/office/plots/${plot.code}`)} className="font-semibold">
                  {plot.code}
                </Link>{' '}
                {hectares(plot.areaM2)}
              </span>
              <ReadinessBar rung={plot.rung} />
              <CommercialTag state={plot.commercial} until={plot.heldUntil && until(plot.heldUntil)} />
            </li>
          ))}
        </ul>
      )}
      <RetiredPlots retired={land.retired} to={(code) => href(`/office/plots/${code}`)} />
      <h3 className="mt-4 text-sm">{t('office.case.capacity', { day: day(land.neededOn) })}</h3>
      <Table
        plain
        captionHidden
        caption={t('office.case.capacity', { day: day(land.neededOn) })}
        rows={land.capacity}
        rowKey={(row) => row.kind}
        columns={[
          { key: 'kind', label: '', cell: (row) => t(`land:utility.${row.kind}`) },
          { key: 'asked', label: t('office.case.asked'), end: true, cell: (row) => amount(row.kind, row.asked) },
          {
            key: 'left',
            label: t('office.case.left'),
            end: true,
            cell: (row) => (row.left === null ? t('office.case.unknownLeft') : amount(row.kind, row.left)),
          },
          {
            key: 'verdict',
            label: t('office.case.verdict'),
            cell: (row) =>
              row.left === null ? null : row.enough ? (
                <StatusTag tone="pine">{t('office.case.enough')}</StatusTag>
              ) : (
                <StatusTag tone="brick">
                  {t('office.case.short', { value: amount(row.kind, row.asked - row.left) })}
                </StatusTag>
              ),
          },
        ]}
      />
      <h3 className="mt-4 text-sm">{land.develops ? ofOpportunity('case.rivals') : t('office.case.rivals')}</h3>
      {land.rivals.length === 0 ? (
        <p className="text-sm text-ink-soft">
          {land.develops ? ofOpportunity('case.noRivals') : t('office.case.noRivals')}
        </p>
      ) : (
        <ul className="text-sm">
          {land.rivals.map((rival) => (
            <li key={rival.number}>
              <Link to={href(`/office/cases/${rival.number}`)}>
                {t('office.case.rival', { ...rival, at: instant(rival.submittedAt) })}
              </Link>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
