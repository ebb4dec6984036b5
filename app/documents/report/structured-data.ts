// What search engines read of a zone and a plot: JSON-LD in the words of schema.org.
import type { CommercialState } from '../../domain/land/readiness'

interface ZoneWords {
  code: string
  name: string
  description: string
  communes: readonly string[]
  lat: number
  lon: number
  areaM2: number | null
  /** Address of the zone's page. */
  url: string
}

export interface PlotWords {
  code: string
  areaM2: number
  commercial: CommercialState
  price: { usdPerM2: number; confirmedUntil: string | null; stale: boolean } | null
  description: string
  /** What is said of a plot that is only illustrative; null of a real one. */
  illustrative: string | null
  url: string
  zone: { name: string; url: string }
}

const SQUARE_METRE = 'MTK'

const size = (areaM2: number) => ({
  '@type': 'PropertyValue',
  name: 'area',
  value: areaM2,
  unitCode: SQUARE_METRE,
})

/** A zone as a place with its address and position. */
export const zoneData = (zone: ZoneWords) => ({
  '@context': 'https://schema.org',
  '@type': 'Place',
  '@id': zone.url,
  url: zone.url,
  name: zone.name,
  identifier: zone.code,
  description: zone.description,
  address: {
    '@type': 'PostalAddress',
    addressLocality: zone.communes.join(', '),
    addressRegion: 'Lạng Sơn',
    addressCountry: 'VN',
  },
  geo: { '@type': 'GeoCoordinates', latitude: zone.lat, longitude: zone.lon },
  ...(zone.areaM2 === null ? {} : { additionalProperty: [size(zone.areaM2)] }),
})

/** A plot as a place, and an offer of it while it is offered, with its price while that holds. */
export const plotData = (plot: PlotWords) => ({
  '@context': 'https://schema.org',
  '@graph': plot.commercial === 'offered' ? [placeOf(plot), offerOf(plot)] : [placeOf(plot)],
})

const placeOf = (plot: PlotWords) => ({
  '@type': 'Place',
  '@id': plot.url,
  url: plot.url,
  name: `${plot.code}, ${plot.zone.name}`,
  identifier: plot.code,
  description: plot.illustrative ? `${plot.illustrative} ${plot.description}` : plot.description,
  containedInPlace: { '@type': 'Place', '@id': plot.zone.url, name: plot.zone.name },
  additionalProperty: [size(plot.areaM2)],
})

const offerOf = (plot: PlotWords) => ({
  '@type': 'Offer',
  url: plot.url,
  businessFunction: 'http://purl.org/goodrelations/v1#LeaseOut',
  availability: 'https://schema.org/InStock',
  itemOffered: { '@id': plot.url },
  ...(plot.illustrative ? { description: plot.illustrative } : {}),
  ...(plot.price?.stale === false && {
    priceValidUntil: plot.price.confirmedUntil ?? undefined,
    priceSpecification: {
      '@type': 'UnitPriceSpecification',
      price: plot.price.usdPerM2,
      priceCurrency: 'USD',
      unitCode: SQUARE_METRE,
    },
  }),
})
