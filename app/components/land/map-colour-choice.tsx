import { useLocation } from '@remix-run/react'
import type { ComponentProps } from 'react'
import { MAP_COLOURS, type MapColour } from '~/domain/land/map-colour'
import { useTranslation } from '~/locales/use-translation'
import { ZonePlan } from './land-map'

interface MapColourChoiceProps {
  colour: MapColour
  /** The address of the same page with another colouring. */
  address: (colour: MapColour) => string
}

/** What the plots of the map are coloured by: links, so that it works without scripts. */
export function MapColourChoice({ colour, address }: MapColourChoiceProps) {
  const { t } = useTranslation('map')
  return (
    <p className="map-colour no-print">
      {t('colour.by')}{' '}
      {MAP_COLOURS.map((each, index) => (
        <span key={each}>
          {index > 0 ? ' · ' : ''}
          {each === colour ? (
            <strong aria-current="true">{t(`colour.${each}`)}</strong>
          ) : (
            <a href={address(each)}>{t(`colour.${each}`)}</a>
          )}
        </span>
      ))}
    </p>
  )
}

/** The colouring an address asks for; by readiness where it asks for none that there is. */
export const colourOf = (query: URLSearchParams): MapColour =>
  MAP_COLOURS.find((colour) => colour === query.get('colour')) ?? 'readiness'

/** A zone's plan on a page of its own, with the choice of what colours it. */
export function ColouredPlan(props: Omit<ComponentProps<typeof ZonePlan>, 'colour'>) {
  const { pathname, search } = useLocation()
  const query = new URLSearchParams(search)
  const colour = colourOf(query)
  const address = (each: MapColour) => {
    const next = new URLSearchParams(query)
    next.set('colour', each)
    return `${pathname}?${next}#map`
  }
  return (
    <div id="map">
      <MapColourChoice colour={colour} address={address} />
      <ZonePlan {...props} colour={colour} />
    </div>
  )
}
