import { MAP_COLOURS, type MapColour } from '~/domain/land/map-colour'
import { useTranslation } from '~/locales/use-translation'

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
