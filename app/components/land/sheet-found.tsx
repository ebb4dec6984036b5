import { Link } from '@remix-run/react'
import { Card } from '~/components/kit/card'
import { Facts } from '~/components/kit/facts'
import { useFormat } from '~/components/kit/format'
import { StatusTag } from '~/components/kit/status-tag'
import { Table } from '~/components/kit/table'
import { useHref } from '~/components/kit/use-lang'
import type { SheetChange, SheetKey } from '~/domain/land/data-sheet'
import { type CommercialState, type Rung, rungNumber } from '~/domain/land/readiness'
import { type Text, textIn } from '~/domain/text'
import { useTranslation } from '~/locales/use-translation'

interface SheetFoundProps {
  sheet: {
    code: string
    plotCode: string
    issuedDay: string
    standing: 'holds' | 'changed' | 'gone'
    changes: readonly SheetChange[]
    runOut: readonly ('rung' | 'priceUsdPerM2')[]
    sectorNames: Record<string, Text>
    digest: string
  }
}

const TONES = { holds: 'pine', changed: 'amber', gone: 'brick' } as const

/** Whether a data sheet still holds, and what is different today. */
export function SheetFound({ sheet }: SheetFoundProps) {
  const { t } = useTranslation('plot')
  const { day } = useFormat()
  const href = useHref()
  const label = useSheetLabel()
  const value = useSheetValue(sheet.sectorNames)
  const { standing, plotCode } = sheet
  return (
    <Card
      title={t('sheet.title', { code: plotCode })}
      aside={<StatusTag tone={TONES[standing]}>{t(`sheet.standing.${standing}`)}</StatusTag>}
    >
      <Facts
        items={[
          { label: t('sheet.code'), value: sheet.code },
          {
            label: t('compare.plot'),
            value: standing === 'gone' ? plotCode : <Link to={href(`/plots/${plotCode}`)}>{plotCode}</Link>,
          },
          { label: t('sheet.issued'), value: day(sheet.issuedDay) },
          {
            label: t('sheet.runOut'),
            value: sheet.runOut.length > 0 ? sheet.runOut.map(label).join('; ') : null,
          },
          { label: 'SHA-256', value: <code className="break-all text-sm">{sheet.digest}</code> },
        ]}
      />
      {sheet.changes.length > 0 ? (
        <Table
          plain
          caption={t('sheet.changes')}
          rows={sheet.changes}
          rowKey={(change) => change.key}
          columns={[
            { key: 'fact', label: t('compare.fact'), cell: (change) => label(change.key) },
            { key: 'then', label: t('sheet.then'), cell: (change) => value(change.key, change.before) },
            { key: 'now', label: t('sheet.now'), cell: (change) => <strong>{value(change.key, change.now)}</strong> },
          ]}
        />
      ) : null}
      <p className="hint mt-3">{t(`sheet.standingText.${standing}`)}</p>
    </Card>
  )
}

function useSheetLabel(): (key: SheetKey) => string {
  const { t } = useTranslation(['plot', 'land'])
  const labels: Record<SheetKey, string> = {
    areaM2: t('area.title'),
    rung: t('compare.rung'),
    readyBy: t('compare.readyBy'),
    commercial: t('compare.commercial'),
    priceUsdPerM2: t('compare.price'),
    termEndYear: t('land:fact.termEnd'),
    maxDensityPct: t('land:fact.density'),
    maxFloors: t('land:fact.floors'),
    sectors: t('land:fact.sectors'),
    powerKva: t('compare.power'),
    waterM3PerDay: t('compare.water'),
    wastewaterM3PerDay: t('compare.wastewater'),
  }
  return (key) => labels[key]
}

function useSheetValue(names: Record<string, Text>): (key: SheetKey, value: SheetChange['now']) => string {
  const { t } = useTranslation(['land', 'common', 'plot'])
  const { number, hectares, day, lang } = useFormat()
  return (key, value) => {
    if (value === null) return t('unknown')
    if (Array.isArray(value)) {
      return value.map((slug) => textIn(names[slug] ?? { vi: slug, en: slug, zh: slug }, lang)).join(t('listSeparator'))
    }
    if (typeof value === 'object') return `${day(value.earliest)} – ${day(value.latest)}`
    if (key === 'rung') {
      const rung = value as Rung
      return t('plot:compare.rungOf', { number: rungNumber(rung), word: t(`readiness.${rung}`) })
    }
    if (key === 'commercial') return t(`commercial.${value as CommercialState}`)
    if (key === 'areaM2') return hectares(Number(value))
    if (key === 'priceUsdPerM2') return t('common:unit.usdPerM2', { value: number(value) })
    if (key === 'powerKva') return t('common:unit.kva', { value: number(value) })
    if (key === 'waterM3PerDay' || key === 'wastewaterM3PerDay')
      return t('common:unit.m3PerDay', { value: number(value) })
    return key === 'maxDensityPct' ? `${value} %` : String(value)
  }
}
