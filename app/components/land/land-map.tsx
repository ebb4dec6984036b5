import { useFormat } from '~/components/kit/format'
import { ProvinceMap } from '~/components/kit/province-map'
import { SiteMap } from '~/components/kit/site-map'
import { useHref } from '~/components/kit/use-lang'
import type { MapColour } from '~/domain/land/map-colour'
import type { ProvinceMapData, SiteMapData } from '~/domain/land/zone-map'
import { useTranslation } from '~/locales/use-translation'

/** What remains at the nodes of a site, by the key of their name, written out. */
export function useRemaining(rows: SiteMapData['remaining']): Record<string, string> {
  const { t } = useTranslation('land')
  const { t: common } = useTranslation('common')
  const { number } = useFormat()
  const sums = new Map<string, { kind: SiteMapData['remaining'][number]['kind']; amount: number }>()
  for (const { nameKey, kind, amount } of rows) {
    sums.set(nameKey, { kind, amount: (sums.get(nameKey)?.amount ?? 0) + amount })
  }
  return Object.fromEntries(
    [...sums].map(([nameKey, { kind, amount }]) => {
      const value = common(kind === 'power' ? 'unit.kva' : 'unit.m3PerDay', { value: number(Math.max(0, amount)) })
      return [nameKey, t('remaining', { value })]
    }),
  )
}

interface LandMapProps {
  map: SiteMapData | ProvinceMapData
  selected?: readonly string[]
  colour?: MapColour
  /** Where a plot of the plan leads; its page where nothing else is said. */
  plotHref?: (code: string) => string
  /** Where a zone of the province leads. */
  zoneHref: (code: string) => string
}

/** The map of a selection: one zone's plan, or the province with its zones. */
export function LandMap({ map, zoneHref, ...plan }: LandMapProps) {
  return map.kind === 'site' ? <ZonePlan map={map} {...plan} /> : <Province map={map} zoneHref={zoneHref} />
}

type ZonePlanProps = Omit<LandMapProps, 'map' | 'zoneHref'> & { map: SiteMapData }

/** A zone's plan with every plot leading to its page. */
export function ZonePlan({ map, selected, colour, plotHref }: ZonePlanProps) {
  const href = useHref()
  const remaining = useRemaining(map.remaining)
  const plots = map.plots.map((plot) => ({ ...plot, href: plotHref?.(plot.code) ?? href(`/plots/${plot.code}`) }))
  return (
    <SiteMap
      site={map.site}
      zone={map.zone.name}
      plots={plots}
      selected={selected}
      colour={colour}
      remaining={remaining}
    />
  )
}

function Province({ map, zoneHref }: { map: ProvinceMapData; zoneHref: (code: string) => string }) {
  const points = map.points.map(({ zone, ...point }) => ({ ...point, href: zone ? zoneHref(zone) : undefined }))
  return <ProvinceMap viewBox={map.viewBox} points={points} corridors={map.corridors} />
}
