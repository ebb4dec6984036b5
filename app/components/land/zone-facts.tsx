import { Facts } from '~/components/kit/facts'
import { useFormat } from '~/components/kit/format'
import { useLang } from '~/components/kit/use-lang'
import type { FillRate } from '~/domain/land/fill-rate'
import { districtIn } from '~/domain/land/former-district'
import type { ZoneDetails } from '~/domain/land/zone-record'
import type { Text } from '~/domain/text'
import { useTranslation } from '~/locales/use-translation'
import { FillText } from './totals-tables'
import { useAsOf } from './use-as-of'

interface ZoneFactsProps {
  zone: {
    areaM2: number | null
    industrialLandM2: number | null
    communes: string[]
    sectors: string[]
    sectorsCertain: boolean
    termEndYear: number | null
    developerName: string | null
    developerOfferNeeded: boolean
    borderCommune: boolean
    sources: string[]
    statusAsOf: string | null
    confidence: 'sourced' | 'uncertain'
  }
  details: ZoneDetails
  fillRate: FillRate | null
}

/** What is known of a zone, what is not sure of it, and who says so. */
export function ZoneFacts({ zone, details, fillRate }: ZoneFactsProps) {
  const { t } = useTranslation(['land', 'setting'])
  const { t: common } = useTranslation('common')
  const { hectares, number } = useFormat()
  const lang = useLang()
  const asOf = useAsOf()
  const note = (text: Text | null | undefined) => (text ? <span className="hint block">{text[lang]}</span> : null)
  const { landUse, utilities } = details
  return (
    <>
      <Facts
        items={[
          { label: t('fact.area'), value: zone.areaM2 === null ? t('unknown') : hectares(zone.areaM2) },
          { label: t('fact.industrialLand'), value: zone.industrialLandM2 && hectares(zone.industrialLandM2) },
          {
            label: t('fact.fillRate'),
            value: fillRate && (
              <>
                <FillText rate={fillRate} article />
                {fillRate.basis === 'source' ? note(details.fillRate?.note) : null}
              </>
            ),
          },
          {
            label: t('fact.communes'),
            value: (
              <>
                {zone.communes.join(', ')}
                {details.district ? (
                  <span className="hint block">
                    {t('zone.formerDistrict', { name: districtIn(details.district, lang) })}
                  </span>
                ) : null}
                {note(details.commune2025Confidence)}
              </>
            ),
          },
          {
            label: t('fact.sectors'),
            value: (
              <>
                {zone.sectors.join(t('listSeparator'))}
                {zone.sectorsCertain
                  ? null
                  : (note(details.sectorsConfidence) ?? (
                      <span className="hint block">{t('confidence.uncertain')}</span>
                    ))}
              </>
            ),
          },
          {
            label: t('fact.developer'),
            value: (
              <>
                {details.developerText?.[lang] ?? zone.developerName ?? t('unknown')}
                {zone.developerOfferNeeded ? <span className="hint block">{t('fact.developerOffer')}</span> : null}
              </>
            ),
          },
          { label: t('fact.termEnd'), value: zone.termEndYear },
          { label: t('fact.density'), value: landUse?.maxDensityPct && <>{`${landUse.maxDensityPct} %`}</> },
          {
            label: t('fact.floors'),
            value: landUse?.maxFloors && (
              <>
                {landUse.maxFloors}
                {note(landUse.note)}
              </>
            ),
          },
          { label: t('fact.grid'), value: utilities?.grid?.[lang] },
          {
            label: t('fact.water'),
            value: utilities?.waterM3Day && common('unit.m3PerDay', { value: number(utilities.waterM3Day) }),
          },
          { label: t('fact.utilitiesNote'), value: utilities?.note?.[lang] },
          { label: t('fact.boundaries'), value: details.boundaries?.[lang] },
          {
            label: t('fact.capital'),
            value: details.capitalBnVnd && t('fact.capitalBn', { value: number(details.capitalBnVnd) }),
          },
          { label: t('setting:zone.public'), value: details.sitesSpanRoads ? common('form.yes') : null },
          { label: t('fact.border'), value: zone.borderCommune ? common('form.yes') : null },
        ]}
      />
      <p className="source-line">
        {t('source.line', { sources: zone.sources.join('; ') })}{' '}
        {zone.statusAsOf ? t('source.asOf', { asOf: asOf(zone.statusAsOf) }) : null}{' '}
        {t(`confidenceHelp.${zone.confidence}`)}
      </p>
    </>
  )
}
