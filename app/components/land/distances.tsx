import { Facts } from '~/components/kit/facts'
import { useFormat } from '~/components/kit/format'
import { useTranslation } from '~/locales/use-translation'

interface DistancesProps {
  rows: readonly { key: string; name: string; straightKm: number; roadKm: number | null }[]
  precisionKm: number
}

/** Straight distances with how exactly the zone's place is known; a road figure where a source gives one. */
export function Distances({ rows, precisionKm }: DistancesProps) {
  const { t } = useTranslation('land')
  const { t: common } = useTranslation('common')
  const { number } = useFormat()
  const km = (value: number) => common('unit.kilometres', { value: number(value) })
  return (
    <>
      <Facts
        items={rows.map((row) => ({
          key: row.key,
          label: row.name,
          value:
            row.roadKm === null
              ? km(row.straightKm)
              : t('distance.both', { straight: km(row.straightKm), road: km(row.roadKm) }),
        }))}
      />
      <p className="source-line">{t('distance.note', { precision: km(precisionKm) })}</p>
    </>
  )
}
