import { Facts } from '~/components/kit/facts'
import { useFormat } from '~/components/kit/format'
import type { FigureCheck, FigureSource } from '~/domain/land/published-figure'
import { useTranslation } from '~/locales/use-translation'
import { PublishedTable, type ShownFigure } from './published-table'

interface ZoneFiguresProps {
  sources: readonly FigureSource[]
  rows: readonly ShownFigure[]
  checks: readonly FigureCheck[]
  plotAreaM2: number
  industrialLandM2: number | null
}

/** What sources say of a zone, side by side, and whether what is declared fits together. */
export function ZoneFigures({ sources, rows, checks, plotAreaM2, industrialLandM2 }: ZoneFiguresProps) {
  const { t } = useTranslation('totals')
  const { hectares, number } = useFormat()
  const ha = (value: number) => t('unit.ha', { value: number(value) })
  const held = checks.map(({ what, sumHa, areaHa, differenceHa }) => ({
    label: t(`check.${what}`),
    value: t(differenceHa === 0 ? 'check.fits' : 'check.differs', {
      sum: ha(sumHa),
      area: ha(areaHa),
      difference: ha(Math.abs(differenceHa)),
    }),
  }))
  if (industrialLandM2 !== null && plotAreaM2 > 0) {
    const values = { plots: hectares(plotAreaM2), land: hectares(industrialLandM2) }
    held.push({ label: t('check.plots'), value: t('check.plotsAgainst', values) })
  }
  return (
    <>
      {rows.length > 0 ? (
        <PublishedTable sources={sources} rows={rows} caption={t('published.zoneCaption')} plain />
      ) : (
        <p className="text-ink-soft">{t('published.zoneNone')}</p>
      )}
      {held.length > 0 ? (
        <>
          <h3 className="mt-4 font-semibold">{t('check.title')}</h3>
          <Facts items={held} />
        </>
      ) : null}
    </>
  )
}
