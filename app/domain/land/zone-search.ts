import type { CatalogueSnapshot, ZoneRow } from './catalogue'
import { findPlaces } from './places'
import { rankOf, rankOfPhrase } from './search'

export interface ZoneSearch {
  /** The words are a place's name, of today or of before. */
  isPlace: boolean
  /** 0 the marks agree too, 1 only without marks, null the zone does not answer. */
  rank(zone: ZoneRow): 0 | 1 | null
}

/**
 * How zones answer the words of a search. A place's name leads to the zones in its communes, and besides only to zones
 * that bear those very words one after the other; other words may stand anywhere in a zone's names and places.
 */
export function zoneSearch(snapshot: CatalogueSnapshot, query: string): ZoneSearch {
  const places = findPlaces(snapshot.communes, query)
  const isPlace = places.length > 0
  const exact = new Map(places.toReversed().map((place) => [place.commune.gsoCode, place.exact]))
  return {
    isPlace,
    rank: (zone) => {
      const here = zone.communes.flatMap(({ gsoCode }) => exact.get(gsoCode) ?? [])
      if (here.length > 0) return here.includes(true) ? 0 : 1
      return isPlace ? rankOfPhrase(zone.keywords, query) : rankOf(zone.keywords, query)
    },
  }
}
